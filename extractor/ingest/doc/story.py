r"""A story of a document (its body, a text box) as paragraphs of runs, each with its look.

A paragraph ends with ``\r``, a cell or row of a table with ``\x07``, a section with ``\x0c``; ``\x0c``
elsewhere is a page break. Source: [MS-DOC] 2.4.2, 2.4.3.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.ingest.doc.formats import Formats
    from extractor.ingest.doc.looks import Look, Looks, Shape
    from extractor.ingest.doc.pieces import Pieces

PARAGRAPH_MARK, CELL_MARK, PAGE_MARK = "\r", "\x07", "\x0c"
_END = own("[\r\x07\x0c]")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters from the place ``start`` on that look alike."""

    start: int
    text: str
    look: Look


@dataclass(frozen=True, slots=True)
class StoryParagraph:
    """A paragraph from ``start`` to ``end``, its mark included; the text of ``runs`` leaves the mark out.

    ``mark`` is the character that ends it, empty at the end of a damaged story; ``mark_look`` how it is set.
    """

    start: int
    end: int
    runs: tuple[Run, ...]
    shape: Shape
    mark: str
    mark_look: Look


@dataclass(slots=True)
class StoryReader:
    """Splits stories into paragraphs; ``section_ends`` are the places behind the marks of sections."""

    pieces: Pieces
    characters: Formats
    paragraphs: Formats
    looks: Looks
    section_ends: frozenset[int] = field(default_factory=frozenset)

    def read(self, start: int, end: int) -> Iterator[StoryParagraph]:
        """The paragraphs between two places."""
        text = self.pieces.text(start, end)
        begin = start
        for match in _END.finditer(text):
            place = start + match.start()
            if match[0] != PAGE_MARK or self._ends_paragraph(place):
                yield self._paragraph(begin, place, match[0])
                begin = place + 1
        if begin < end:
            yield self._paragraph(begin, end, "")

    def _ends_paragraph(self, place: int) -> bool:
        """Whether the mark of a page or section is the last character of a paragraph's stretch."""
        piece = self.pieces.at(place)
        after = piece.file_place(place) + piece.width
        return place + 1 in self.section_ends or self.paragraphs.at(after - piece.width).end == after

    def _paragraph(self, start: int, place: int, mark: str) -> StoryParagraph:
        """The paragraph that ends at ``place``, where its mark stands."""
        last = place if mark else place - 1
        piece = self.pieces.at(last)
        stretch = self.paragraphs.at(piece.file_place(last))
        shape = self.looks.paragraph(stretch.style, stretch.changes + piece.changes)
        runs = tuple(self._runs(start, place, shape.style))
        (ending,) = self._runs(last, last + 1, shape.style)
        return StoryParagraph(start, last + 1, runs, shape, mark, ending.look)

    def _runs(self, start: int, end: int, style: int) -> Iterator[Run]:
        for piece, begin, stop in self.pieces.between(start, end):
            at = begin
            while at < stop:
                stretch = self.characters.at(piece.file_place(at))
                until = min(stop, max(piece.character_place(stretch.end), at + 1))
                text = piece.text[at - piece.start : until - piece.start]
                yield Run(at, text, self.looks.characters(style, stretch.changes + piece.changes))
                at = until
