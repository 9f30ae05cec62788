"""Lay paragraphs and tables into one text, remembering where each stood."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.model.source import Cell, Place, Printed, Sheet, Source, Table
from extractor.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.model.problem import Problem


@dataclass(frozen=True, slots=True)
class CellText:
    """A cell before it is laid into the text, which may hold line breaks; ``printed`` are its lines, from 0 on."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    printed: tuple[Printed, ...] = field(default=(), kw_only=True)


@dataclass(slots=True)
class SourceBuilder:
    """Collects the text of one file from top to bottom.

    Paragraphs are lines of the text; a table is laid out row by row, its cells joined by tabs, each text once.
    """

    parts: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    length: int = 0
    printed: list[Printed] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)

    def paragraph(self, text: str, page: int | None = None, line: int | None = None) -> Span | None:
        """Add one paragraph; blank ones are left out. Returns its span in the text."""
        words = text.strip()
        if not words:
            return None
        self.mark(page, line)
        start = self.length
        self._append(words + "\n")
        return Span(start, start + len(words))

    def mark(self, page: int | None, line: int | None) -> None:
        """Say that what is added from here on stood at this page and line."""
        if page is None and line is None:
            return
        place = Place(self.length, page, line)
        if not self.places or (self.places[-1].page, self.places[-1].line) != (page, line):
            self.places.append(place)

    def print_lines(self, lines: Sequence[Printed], span: Span | None, origin: int = 0) -> None:
        """Say where the lines of what stands at ``span`` were printed, whose words are theirs from ``origin`` on."""
        if span is None:
            return
        for line in lines:
            start = max(span.start, span.start + line.start - origin)
            end = min(span.end, span.start + line.end - origin)
            if start < end:
                self.printed.append(Printed(start, end, line.page, line.box))

    def table(self, cells: Sequence[CellText], page: int | None = None) -> None:
        """Add a table; cells in reading order (row, then column)."""
        if not any(cell.text.strip() for cell in cells):
            return
        self.mark(page, None)
        start, laid = self.length, []
        row = cells[0].row
        for position, cell in enumerate(cells):
            if position:
                self._append("\n" if cell.row != row else "\t")
            row = cell.row
            words = cell.text.strip()
            span = Span(self.length, self.length + len(words)) if words else None
            self._append(words)
            self.print_lines(cell.printed, span, len(cell.text) - len(cell.text.lstrip()))
            laid.append(Cell(cell.row, cell.column, cell.rows, cell.columns, span))
        self.tables.append(Table(Span(start, self.length), tuple(laid)))
        self._append("\n")

    def build(self, name: str, reader: str, sha256: str) -> Source:
        """The finished source."""
        return Source(
            name,
            "".join(self.parts),
            reader,
            sha256,
            tuple(self.places),
            tuple(self.tables),
            tuple(self.problems),
            tuple(self.printed),
            tuple(self.sheets),
        )

    def _append(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)
