"""Paragraphs of a story, put into the cells, rows and tables that their marks end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.ingest.doc.grids import RowOfCells, grid_of
from extractor.ingest.doc.story import CELL_MARK
from extractor.ingest.docx.body import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.ingest.doc.story import StoryParagraph
    from extractor.ingest.doc.walk import Walk
    from extractor.ingest.docx.body import Block


@dataclass(slots=True)
class _Open:
    """A table whose end has not come: its rows, the row that is being read, and the cell."""

    page: int
    rows: list[RowOfCells] = field(default_factory=list)
    cells: list[tuple[int, list[Block]]] = field(default_factory=list)
    cell: list[Block] = field(default_factory=list)

    def end_cell(self, page: int) -> None:
        self.cells.append((self.page, self.cell))
        self.cell, self.page = [], page

    def end_row(self, changes: bytes, page: int) -> None:
        if words_of(self.cell):
            self.end_cell(page)
        self.rows.append(RowOfCells(self.cells, changes))
        self.cells, self.cell, self.page = [], [], page


@dataclass(slots=True)
class Nest:
    """Collects the blocks of a story; ``tables`` are those that are open, the innermost last."""

    walk: Walk
    blocks: list[Block] = field(default_factory=list)
    tables: list[_Open] = field(default_factory=list)

    def add(self, paragraph: StoryParagraph, blocks: Sequence[Block]) -> None:
        """What a paragraph came to, at its place in or outside tables."""
        shape, page = paragraph.shape, self.walk.pages.page
        while len(self.tables) > shape.depth:
            self._close()
        while len(self.tables) < shape.depth:
            self.tables.append(_Open(page))
        if not self.tables:
            self.blocks += blocks
        elif shape.ends_row and not paragraph.mark_look.deleted:
            self.tables[-1].end_row(shape.changes, page)
        elif shape.ends_row:
            self.walk.left_out["changes-left-out"] += 1
            self.tables[-1].cells, self.tables[-1].cell = [], []
        else:
            self.tables[-1].cell += blocks
            if shape.ends_cell or (paragraph.mark == CELL_MARK and shape.depth == 1):
                self.tables[-1].end_cell(page)

    def finished(self) -> list[Block]:
        """All blocks of the story."""
        while self.tables:
            self._close()
        return self.blocks

    def _close(self) -> None:
        """End the innermost table; a row without its end is kept."""
        table = self.tables.pop()
        if table.cells or words_of(table.cell):
            table.end_row(b"", table.page)
        if table.rows:
            around = self.tables[-1].cell if self.tables else self.blocks
            around.append(grid_of(table.rows, self.walk))
