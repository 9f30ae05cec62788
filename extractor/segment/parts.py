"""Cut a file into its documents: the notice, what it prints or forwards, and its attachments."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own
from extractor.segment.above import HEAD_LINES, Above, title_at
from extractor.segment.attachment_lines import attachment_line
from extractor.segment.attachments import AttachmentList, attachment_list, is_heading
from extractor.segment.labels import label_at
from extractor.segment.titles import HEAD_PARAGRAPHS, MAX_TITLE_LINES, NamedTitles, TitleKeys, key, title_run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.model.draft import Paragraph
    from extractor.model.notice import Part
    from extractor.segment.lines import Lines

_FORM = own(  # a form below the date needs no 附件 over it
    r"[^，。：；]{0,24}(?:回执|报名表|登记表|推荐表|申报表|申请表|汇总表|统计表|信息表|反馈表)(?:（[^（）]{1,12}）)?$"
)
MAX_PRINTED = 160  # characters of a line that may spell a title


@dataclass(frozen=True, slots=True)
class Piece:
    """Paragraphs ``start`` to ``end`` form one document; ``named`` are keys of titles it may bear."""

    part: Part
    parent: int | None
    start: int
    end: int
    named: tuple[str, ...] = ()


class Cutter:
    """Walks down the paragraphs of one file and cuts where a new document begins."""

    def __init__(self, paragraphs: Sequence[Paragraph], lines: Lines, titles: NamedTitles, text: str) -> None:
        """Prepare for one file; ``text`` is its unfolded text."""
        self.paragraphs, self.lines, self.titles = paragraphs, lines, titles
        listed = attachment_list(paragraphs, lines, 1, text)
        if listed and self._opens(listed):
            listed = None
        self.listed = TitleKeys(listed.keys if listed else ())
        self.list_range = range(listed.start, listed.end) if listed else range(0)
        self._heads: dict[tuple[int, int], tuple[str, ...]] = {}

    def pieces(self) -> tuple[Piece, ...]:
        """All documents of the file from top to bottom; the first is the notice (or the plan without one)."""
        found: list[Piece] = []
        above = Above(self.paragraphs, self.listed)
        part: Part = "notice"
        start = 0
        while True:
            own = TitleKeys(self._printed(start, len(self.paragraphs)) if part != "attachment" else ())
            above.begin(start)
            following = self._next(start, own, above.pending)
            end, next_part = following or (len(self.paragraphs), part)
            found.append(Piece(part, self._parent(above, part, start), start, end, above.named(start)))
            if following is None:
                return tuple(found)
            above.add(self._printed(start, end), attachment=part == "attachment")
            start, part = end, next_part

    def _parent(self, above: Above, part: Part, start: int) -> int | None:
        """Enclosures belong to the document that prints their title, all else to the last that is no attachment."""
        if start == 0 or part == "notice":
            return None
        return above.printer(start) if part == "enclosure" else above.body

    def _printed(self, start: int, end: int) -> tuple[str, ...]:
        """The titles that the head of a document names; asked about again for every document below it."""
        head = (start, min(end, start + HEAD_PARAGRAPHS))
        if head not in self._heads:
            self._heads[head] = self.titles.of(self.paragraphs[slice(*head)])
        return self._heads[head]

    def _opens(self, listed: AttachmentList) -> bool:
        """Whether 附件：title below the date heads the attachment itself: numbered text follows at once."""
        following = self.paragraphs[listed.end : listed.end + 1]
        if not following or not (following[0].table or label_at(following[0].text)):
            return False
        if not is_heading(self.paragraphs, listed.start, dated=True):
            return False
        dated = any(self.lines.date_line(paragraph.text) for paragraph in self.paragraphs[: listed.start])
        below = range(listed.end, len(self.paragraphs))
        titles = TitleKeys(listed.keys)
        return dated and not any(title_run(self.paragraphs, index, titles) for index in below)

    def _next(self, start: int, own: TitleKeys, pending: TitleKeys) -> tuple[int, Part] | None:
        """Where the next document begins, and what part it is; ``own`` titles it prints, ``pending`` one above."""
        dated, attached = None, self._attached(start)
        for index in range(start + 1, len(self.paragraphs)):
            words = self.paragraphs[index].text
            if self.paragraphs[index].table or index in self.list_range:
                continue
            if is_heading(self.paragraphs, index, dated=dated is not None or attached):
                return index, "enclosure" if title_at(self.paragraphs, index, own, pending) else "attachment"
            if self.lines.date_line(words) or self.lines.signed_date(words):
                dated = index if index > start + 1 else dated
            elif title_run(self.paragraphs, index, own, pending):
                return self._with_head(index, dated), "enclosure"
            elif dated and (title_run(self.paragraphs, index, self.listed) or self._is_form(index, dated)):
                return index, "attachment"
            elif dated and own and self._looks_titled(index) and not self._comes(index, own):
                return index, "enclosure"
        return None

    def _is_form(self, index: int, dated: int) -> bool:
        """A blank form right below the date: 会议回执 over 姓名、职务."""
        between = self.paragraphs[dated + 1 : index]
        beside = all(self.lines.is_note(paragraph.text) for paragraph in between)
        last = index + 1 == len(self.paragraphs)
        return beside and not last and _FORM.match(self.paragraphs[index].text) is not None

    @cached_property
    def _spelled(self) -> dict[str, int]:
        """What paragraphs spell, one alone or several together: where it stands last."""
        keys = [key(paragraph.text[:MAX_PRINTED]) for paragraph in self.paragraphs]
        lengths = range(1, MAX_TITLE_LINES + 1)
        joined = (("".join(keys[index : index + length]), index) for index in range(len(keys)) for length in lengths)
        return {words: index for words, index in joined if len(words) <= MAX_PRINTED}

    def _comes(self, start: int, own: TitleKeys) -> bool:
        """Whether one of the titles stands below ``start``."""
        return any(self._spelled.get(title, start) > start for title in own)

    def _attached(self, start: int) -> bool:
        return attachment_line(self.paragraphs[start].text) is not None

    def _with_head(self, index: int, dated: int | None) -> int:
        """An enclosure's red head and number stand between the notice's date and the enclosure's title."""
        first = index
        while (
            dated is not None
            and first - 1 > dated
            and index - first < HEAD_LINES
            and self._is_head(first - 1)
        ):
            first -= 1
        return first

    def _is_head(self, index: int) -> bool:
        words = self.paragraphs[index].text
        return bool(self.lines.is_organ(words.removesuffix("文件")) or self.lines.number_line(words))

    def _looks_titled(self, index: int) -> bool:
        """Whether a title follows at once, perhaps after organ and number lines."""
        for paragraph in self.paragraphs[index : index + HEAD_LINES]:
            if self.lines.is_title(paragraph.text):
                return not self.lines.is_contact(paragraph.text)
            if not (
                self.lines.is_organ(paragraph.text.removesuffix("文件"))
                or self.lines.number_line(paragraph.text)
            ):
                return False
        return False
