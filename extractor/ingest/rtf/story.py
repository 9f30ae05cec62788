"""What an RTF comes to: paragraphs, grids of cells, and text boxes after the paragraph that holds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.ingest.docx.body import Block, Paragraph, lines_of
from extractor.ingest.rtf.rows import Row, RowDefinition, grid_of

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(slots=True)
class Story:
    """Collects words into paragraphs, these into cells and rows; ``name`` is the file, for messages."""

    name: str
    blocks: list[Block] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    cell: list[Block] = field(default_factory=list)
    cells: list[Sequence[Block]] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    defined: RowDefinition = field(default_factory=RowDefinition)
    boxes: list[Block] = field(default_factory=list)

    def end_paragraph(self, *, in_table: bool) -> None:
        """``par``: what was said is a paragraph, of the text or of a cell."""
        found = self._paragraph()
        if in_table:
            self.cell += found
        else:
            self._end_table()
            self.blocks += found

    def end_cell(self) -> None:
        """``cell``: the cell is complete."""
        self.cell += self._paragraph()
        self.cells.append(self.cell)
        self.cell = []

    def end_row(self) -> None:
        """``row``: the row is complete."""
        if self.cells:
            self.rows.append(Row(self.cells, self.defined))
        self.cells = []

    def finished(self) -> list[Block]:
        """All blocks; a row or a paragraph without its end is kept."""
        if self.cell or self.cells:
            self.end_cell()
            self.end_row()
        self.end_paragraph(in_table=False)
        return self.blocks

    def _paragraph(self) -> list[Block]:
        text = "".join(self.words).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        found: list[Block] = [Paragraph(tuple(lines_of([text])))] if text.strip() else []
        found += self.boxes
        self.words, self.boxes = [], []
        return found

    def _end_table(self) -> None:
        if self.cells:
            self.end_row()
        if self.rows:
            self.blocks.append(grid_of(self.rows, self.name))
        self.blocks += self.cell
        self.rows, self.cell = [], []
