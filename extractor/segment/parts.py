"""Cut a file into its documents: the notice, what it prints or forwards, and its attachments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.segment.attachments import attachment_list, is_heading
from extractor.segment.lines import Lines, attachment_line
from extractor.segment.titles import HEAD_PARAGRAPHS, NamedTitles, title_run

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
        self.listed = listed.keys if listed else ()
        self.list_range = range(listed.start, listed.end) if listed else range(0)
        self._heads: dict[tuple[int, int], tuple[str, ...]] = {}

    def pieces(self) -> tuple[Piece, ...]:
        """All documents of the file from top to bottom; the first is the notice (or the plan without one)."""
        found: list[Piece] = []
        part: Part = "notice"
        start = 0
        while True:
            issued = self._printed(start, len(self.paragraphs)) if part != "attachment" else ()
            following = self._next(start, issued)
            end, next_part = following or (len(self.paragraphs), part)
            found.append(Piece(part, _parent(found, part), start, end, self._named(found)))
            if following is None:
                return tuple(found)
            start, part = end, next_part

    def _named(self, found: Sequence[Piece]) -> tuple[str, ...]:
        if not found:
            return ()
        before = [self._printed(piece.start, piece.end) for piece in found]
        return (*(title for titles in before for title in titles), *self.listed)

    def _printed(self, start: int, end: int) -> tuple[str, ...]:
        """The titles that the head of a document names; asked about again for every document below it."""
        head = (start, min(end, start + HEAD_PARAGRAPHS))
        if head not in self._heads:
            self._heads[head] = self.titles.of(self.paragraphs[slice(*head)])
        return self._heads[head]

    def _next(self, start: int, issued: Sequence[str]) -> tuple[int, Part] | None:
        """Where the next document begins, and what part it is."""
        dated, attached = None, self._attached(start)
        below = range(start + 1, len(self.paragraphs))
        printed = bool(issued) and any(title_run(self.paragraphs, index, issued) for index in below)
        for index in below:
            words = self.paragraphs[index].text
            if self.paragraphs[index].table or index in self.list_range:
                continue
            if is_heading(self.paragraphs, index, dated=dated is not None or attached):
                return index, "enclosure" if self._titled(index, issued) else "attachment"
            if self.lines.date_line(words) or self.lines.signed_date(words):
                dated = index if index > start + 1 else dated
            elif title_run(self.paragraphs, index, issued):
                return self._with_head(index, dated), "enclosure"
            elif dated and title_run(self.paragraphs, index, self.listed):
                return index, "attachment"
            elif dated and issued and not printed and self._looks_titled(index):
                return index, "enclosure"
        return None

    def _attached(self, start: int) -> bool:
        return attachment_line(self.paragraphs[start].text) is not None

    def _titled(self, index: int, issued: Sequence[str]) -> bool:
        return any(title_run(self.paragraphs, index + lines, issued) for lines in range(1, HEAD_LINES))

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


def _parent(found: Sequence[Piece], part: Part) -> int | None:
    """Attachments and enclosures belong to the last document that is no attachment."""
    if part == "notice" or not found:
        return None
    return max(index for index, piece in enumerate(found) if piece.part != "attachment")
