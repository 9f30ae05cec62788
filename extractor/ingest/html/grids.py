"""The tables of a page as grids: where each cell stands, and whether a table only lays out text."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from extractor.ingest import limits
from extractor.ingest.builder import CellText
from extractor.ingest.html.blocks import Grid, GridCell, Lines, lines_in, words_of
from extractor.ingest.layout_tables import is_layout
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.ingest.html.blocks import Block
    from extractor.ingest.markup import Element

_MOST_COLUMNS, _MOST_ROWS = 1000, 65534  # HTML Living Standard, 4.9.11
_PAGE_SHARE, _PAGE_LENGTH, _PAGE_LINES = 0.8, 200, 4
_WHOLE = own(r"\d{1,6}")


@dataclass(slots=True)
class GridDraft:
    """A table as its rows come in; ``busy`` says for a column down to which row a cell above takes it.

    ``places`` counts the places taken so far, to hold the limit of a file.
    """

    row: int = -1
    column: int = 0
    inside: bool = False
    cells: list[GridCell] = field(default_factory=list)
    busy: dict[int, int] = field(default_factory=dict)
    places: int = 0

    def begin_row(self) -> None:
        """A ``<tr>`` begins."""
        self.row += 1
        self.column = 0

    def begin_cell(self, element: Element, name: str) -> None:
        """A ``<td>`` or ``<th>`` begins: it takes the next free column.

        Raises:
            LimitExceeded: the table has more places than ``limits.MAX_TABLE_CELLS``.
        """
        self.row = max(self.row, 0)
        while self.busy.get(self.column, 0) > self.row:
            self.column += 1
        columns = min(max(_span(element.get("colspan"), 1), 1), _MOST_COLUMNS)
        rows = min(_span(element.get("rowspan"), 1) or _MOST_ROWS, _MOST_ROWS)
        self.places += columns
        limits.check(name, "cells", self.places, limits.MAX_TABLE_CELLS)
        self.cells.append(GridCell(self.row, self.column, rows, columns))
        self.inside = True

    def end_cell(self, blocks: Sequence[Block]) -> None:
        """The cell ends that began last; ``blocks`` are what stands in it."""
        cell = self.cells[-1] = replace(self.cells[-1], blocks=tuple(blocks), text=words_of(blocks))
        for column in range(cell.column, cell.column + cell.columns):
            self.busy[column] = max(self.busy.get(column, 0), cell.row + cell.rows)
        self.column = cell.column + cell.columns
        self.inside = False


def resolved(draft: GridDraft) -> list[Block]:
    """The finished table; of one that only lays out text, the paragraphs. Empty rows at its end go."""
    filled = [cell.row for cell in draft.cells if cell.text]
    if not filled:
        return []
    height = max(filled) + 1
    cells = [
        replace(cell, rows=min(cell.rows, height - cell.row)) for cell in draft.cells if cell.row < height
    ]
    return list(_letter(cells)) if _lays_out(cells) else [Grid(tuple(cells))]


def texts(cells: Sequence[GridCell]) -> list[CellText]:
    """The cells of a grid with their words."""
    return [CellText(cell.row, cell.column, cell.text, cell.rows, cell.columns) for cell in cells]


def _lays_out(cells: Sequence[GridCell]) -> bool:
    """Whether the table places text on the page: by ``is_layout``, a table inside it, or one filled column.

    So does a table with one cell that holds nearly all of its text, in many lines: the page around a notice.
    """
    words = texts(cells)
    full = [cell for cell in words if cell.text]
    if is_layout(words) or len({cell.column for cell in full}) == 1:
        return True
    if any(isinstance(block, Grid) for cell in cells for block in cell.blocks):
        return True
    longest = max(cells, key=lambda cell: len(cell.text))
    length, everything = len(longest.text), sum(len(cell.text) for cell in full)
    large = length >= _PAGE_LENGTH and length >= _PAGE_SHARE * everything
    return large and lines_in(longest.blocks) >= _PAGE_LINES


def _letter(cells: Sequence[GridCell]) -> Iterator[Block]:
    """Short cells side by side are one line, longer ones follow each other; merged cells come where they end."""
    ordered = sorted(cells, key=lambda cell: (cell.row + cell.rows, cell.column))
    for _, row in groupby(ordered, key=lambda cell: cell.row + cell.rows):
        full = [cell for cell in row if cell.text]
        if len(full) > 1 and all("\n" not in cell.text for cell in full):
            linked = all(isinstance(block, Lines) and block.linked for cell in full for block in cell.blocks)
            yield Lines((" ".join(cell.text for cell in full),), linked=linked)
        else:
            for cell in full:
                yield from cell.blocks


def _span(text: str | None, otherwise: int) -> int:
    match = _WHOLE.match(text.strip()) if text else None
    return int(match[0]) if match else otherwise
