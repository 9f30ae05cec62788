"""Cut a file into its documents: the notice, what it prints or forwards, and its attachments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.segment.attachments import AttachmentList, attachment_list, is_heading
from extractor.segment.labels import label_at
from extractor.segment.lines import Lines, attachment_line
from extractor.segment.titles import HEAD_PARAGRAPHS, NamedTitles, key, title_run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.model.draft import Paragraph
    from extractor.model.notice import Part

HEAD_LINES = 6


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
        self.listed = listed.keys if listed else ()
        self.list_range = range(listed.start, listed.end) if listed else range(0)
        self._heads: dict[tuple[int, int], tuple[str, ...]] = {}

    def pieces(self) -> tuple[Piece, ...]:
        """All documents of the file from top to bottom; the first is the notice (or the plan without one)."""
        found: list[Piece] = []
        part: Part = "notice"
        start = 0
        while True:
            own = self._printed(start, len(self.paragraphs)) if part != "attachment" else ()
            following = self._next(start, own, self._pending(found, start))
            end, next_part = following or (len(self.paragraphs), part)
            found.append(Piece(part, self._parent(found, part, start), start, end, self._named(found)))
            if following is None:
                return tuple(found)
            start, part = end, next_part

    def _named(self, found: Sequence[Piece]) -> tuple[str, ...]:
        if not found:
            return ()
        before = [self._printed(piece.start, piece.end) for piece in found]
        return (*(title for titles in before for title in titles), *self.listed)

    def _pending(self, found: Sequence[Piece], start: int) -> tuple[str, ...]:
        """The titles that a notice above prints, too, and that have not come yet: 印发《甲办法》《乙细则》."""
        printed = [self._printed(piece.start, piece.end) for piece in found]
        titles = [title for named in printed if len(named) > 1 for title in named]
        if not titles:
            return ()
        begun = {self._title_at(index, titles) for index in (*(piece.start for piece in found), start)}
        return tuple(title for title in titles if title not in begun)

    def _parent(self, found: Sequence[Piece], part: Part, start: int) -> int | None:
        """Enclosures belong to the document that prints their title, all else to the last that is no attachment."""
        if part == "notice" or not found:
            return None
        printing = [
            index
            for index, piece in enumerate(found)
            if part == "enclosure" and self._title_at(start, self._printed(piece.start, piece.end))
        ]
        return max(printing or (index for index, piece in enumerate(found) if piece.part != "attachment"))

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
        return dated and not any(title_run(self.paragraphs, index, listed.keys) for index in below)

    def _next(self, start: int, own: Sequence[str], pending: Sequence[str]) -> tuple[int, Part] | None:
        """Where the next document begins, and what part it is."""
        issued = (*own, *pending)
        dated, attached = None, self._attached(start)
        below = range(start + 1, len(self.paragraphs))
        printed = bool(issued) and any(title_run(self.paragraphs, index, issued) for index in below)
        for index in below:
            words = self.paragraphs[index].text
            if self.paragraphs[index].table or index in self.list_range:
                continue
            if is_heading(self.paragraphs, index, dated=dated is not None or attached):
                return index, "enclosure" if self._title_at(index, issued) else "attachment"
            if self.lines.date_line(words) or self.lines.signed_date(words):
                dated = index if index > start + 1 else dated
            elif title_run(self.paragraphs, index, issued):
                return self._with_head(index, dated), "enclosure"
            elif dated and title_run(self.paragraphs, index, self.listed):
                return index, "attachment"
            elif dated and own and not printed and self._looks_titled(index):
                return index, "enclosure"
        return None

    def _attached(self, start: int) -> bool:
        return attachment_line(self.paragraphs[start].text) is not None

    def _title_at(self, index: int, titles: Sequence[str]) -> str | None:
        """The first of the titles that the head at ``index`` spells, be it behind 附件：."""
        line = attachment_line(self.paragraphs[index].text)
        if line and key(line.rest) in titles:
            return key(line.rest)
        for first in range(index, index + HEAD_LINES):
            found = next((title for title in titles if title_run(self.paragraphs, first, (title,))), None)
            if found:
                return found
        return None

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
