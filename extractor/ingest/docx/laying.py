"""Lay the blocks of a DOCX into the one text of its source."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from extractor.ingest.builder import CellText, SourceBuilder
from extractor.ingest.docx.body import Grid, GridCell, Line, Paragraph, words_of
from extractor.ingest.docx.title_lines import with_title_joined
from extractor.ingest.layout_tables import is_layout
from extractor.model.source import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.ingest.docx.body import Block


def lay(blocks: Sequence[Block], builder: SourceBuilder, *, paged: bool) -> None:
    """Add ``blocks`` to the text; without ``paged`` the pages are not known and stay out."""
    for block in blocks:
        if isinstance(block, Paragraph):
            for line in with_title_joined(block.lines):
                _lay_line(line, builder, paged=paged)
        else:
            _lay_grid(block, builder, paged=paged)


def _lay_line(line: Line, builder: SourceBuilder, *, paged: bool) -> None:
    span = builder.paragraph(line.text, line.page if paged else None)
    if span is None or not paged or not line.turns:
        return
    printed = [place for place, character in enumerate(line.text) if not character.isspace()]
    for letters, page in line.turns:
        builder.places.append(Place(span.start + printed[min(letters, len(printed) - 1)], page))


def _lay_grid(grid: Grid, builder: SourceBuilder, *, paged: bool) -> None:
    cells = [
        CellText(cell.row, cell.column, words_of(cell.blocks), cell.rows, cell.columns) for cell in grid.cells
    ]
    if is_layout(cells):
        _lay_letter(grid, builder, paged=paged)
        return
    known = len(builder.tables)
    builder.table(cells, grid.cells[0].page if paged else None)
    if paged and len(builder.tables) > known:
        _mark_rows(grid, builder)


def _mark_rows(grid: Grid, builder: SourceBuilder) -> None:
    """Note the page of every row that stands on another page than the row before."""
    page = grid.cells[0].page
    for drawn, laid in zip(grid.cells, builder.tables[-1].cells, strict=True):
        if drawn.page != page and laid.span is not None:
            page = drawn.page
            builder.places.append(Place(laid.span.start, page))


def _lay_letter(grid: Grid, builder: SourceBuilder, *, paged: bool) -> None:
    """A grid that only lays out text: short cells side by side are one line, longer ones follow each other.

    A cell beside several rows comes after the last of them: 甲厅, 乙局 文件.
    """
    ordered = sorted(grid.cells, key=lambda cell: (cell.row + cell.rows, cell.column))
    for _, row in groupby(ordered, key=lambda cell: cell.row + cell.rows):
        cells = [cell for cell in row if words_of(cell.blocks)]
        if len(cells) > 1 and all(_is_line(cell) for cell in cells):
            line = Line(" ".join(words_of(cell.blocks) for cell in cells), cells[0].page)
            _lay_line(line, builder, paged=paged)
        else:
            for cell in cells:
                lay(cell.blocks, builder, paged=paged)


def _is_line(cell: GridCell) -> bool:
    return "\n" not in words_of(cell.blocks)
