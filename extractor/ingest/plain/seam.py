"""Put the lines of a paragraph together, seam by seam."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.ingest.plain.lines import Line, Paragraph
from extractor.ingest.repair import HAN
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Container

_LATIN_END = own(r"[A-Za-z,;]$")
_LATIN_START = own(r"[A-Za-z(]")
_REPEATED = own(rf"([{HAN}]{{1,6}})\n\1")
_TAIL = 160


class Seam:
    """A paragraph as it grows: its lines, where each begins, and the last characters (``tail``)."""

    __slots__ = ("_length", "_parts", "marks", "tail")

    def __init__(self, line: Line) -> None:
        """Begin with the first line."""
        self._parts = [line.text]
        self._length = len(line.text)
        self.marks: list[tuple[int, Line]] = [(0, line)]
        self.tail = line.text[-_TAIL:]

    def add(self, line: Line, doubled: Container[str] | None) -> None:
        """Join the next line; between Latin words comes a blank.

        With ``doubled`` given (the join is at a page break), characters printed twice, at the end of one page
        and the top of the next, are kept once: ``开展走`` + ``走访``. ``doubled`` holds the words that are
        doubled by nature (人人, 层层).
        """
        below = line.text
        if _LATIN_END.search(self.tail) and _LATIN_START.match(below):
            self._append(" ")
        elif doubled is not None:
            repeated = _REPEATED.search(f"{self.tail[-6:]}\n{below[:6]}")
            if repeated and repeated[1] * 2 not in doubled:
                below = below[len(repeated[1]) :]
        self.marks.append((self._length, line))
        self._append(below)

    def paragraph(self) -> Paragraph:
        """The finished paragraph."""
        return Paragraph("".join(self._parts), self.marks)

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        self.tail = (self.tail + text)[-_TAIL:]
