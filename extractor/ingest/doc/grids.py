"""The rows of a table as a grid: each row says how wide its cells are, and which are merged.

Columns are the edges of cells that all rows have together::

    | 0 ............. 2000 | 2000 .... 9000 |      columns 0, 1–2
    | 0 ............. 2000 | 2000 | .. 9000 |      columns 0, 1, 2

Source: [MS-DOC] 2.9.321 (TDefTableOperand), 2.9.317 (TCGRF), 2.9.345 (VertMergeOperand).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.ingest import limits
from extractor.ingest.doc.sprms import TABLE_DEFINITION, number, read_sprms
from extractor.ingest.docx.body import Grid, GridCell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.ingest.doc.walk import Walk
    from extractor.ingest.docx.body import Block

_CELL_SIZE = 20
_BESIDE, _DOWN, _CONTINUES = 0x0003, 5, 1
_MERGE_BESIDE, _MERGE_DOWN = 0x5624, 0xD62B
_NEAR = 150  # twips (2.6 mm): edges as near as this are meant to be one, no cell is as narrow


@dataclass(frozen=True, slots=True)
class RowOfCells:
    """A row: each cell's page and blocks, and the changes at the row's end that define the cells."""

    cells: Sequence[tuple[int, list[Block]]]
    changes: bytes


@dataclass(slots=True)
class _Layout:
    """The edges of a row's cells in twips, one more than cells, and how each is merged.

    ``beside`` is 0 for a cell on its own; the first of cells merged side by side has another value than
    those that follow it. ``down`` tells the cells that continue the one above.
    """

    edges: list[int] = field(default_factory=list)
    beside: list[int] = field(default_factory=list)
    down: list[bool] = field(default_factory=list)

    def merge_beside(self, first: int, end: int) -> None:
        for index in range(first, min(end, len(self.beside))):
            self.beside[index] = 1 if index == first else 2

    def continues_beside(self, index: int) -> bool:
        """Whether the cell continues the one to its left.

        Versions of the format differ in whether 1 or 2 marks the first; the leftmost flagged cell is one.
        """
        if not self.beside[index]:
            return False
        first = index
        while first and self.beside[first - 1]:
            first -= 1
        return self.beside[index] != self.beside[first]


def grid_of(rows: Sequence[RowOfCells], walk: Walk) -> Grid:
    """The grid of a table.

    Raises:
        LimitExceeded: the tables of the file have more than ``limits.MAX_TABLE_CELLS`` cells.
    """
    columns = _columns(edge for row in rows for edge in _layout(row).edges)
    grid, above = Grid(), dict[int, GridCell]()
    for index, row in enumerate(rows):
        walk.cells += len(row.cells)
        limits.check(walk.name, "cells", walk.cells, limits.MAX_TABLE_CELLS)
        _add_row(grid, index, row, columns, above)
    return grid


def _layout(row: RowOfCells) -> _Layout:
    """What the end of a row says of its cells; nothing where it speaks of more or fewer than there are."""
    layout = _Layout()
    for code, value in read_sprms(row.changes):
        if code == TABLE_DEFINITION and value:
            layout = _defined(value)
        elif code == _MERGE_BESIDE:
            layout.merge_beside(value[0], value[1])
        elif code == _MERGE_DOWN and len(value) > 1 and value[0] < len(layout.down):
            layout.down[value[0]] = value[1] == _CONTINUES
    fits = len(layout.edges) == len(row.cells) + 1 == len(layout.down) + 1
    return layout if fits else _Layout([], [0] * len(row.cells), [False] * len(row.cells))


def _defined(value: bytes) -> _Layout:
    """The count of cells, their edges, then twenty bytes a cell, of which the last cells may lack theirs."""
    count = value[0]
    at = 1 + 2 * (count + 1)
    edges = [int.from_bytes(value[i : i + 2], "little", signed=True) for i in range(1, at, 2)]
    flags = [number(value[at + _CELL_SIZE * i :][:2]) for i in range(count)]
    return _Layout(edges, [flag & _BESIDE for flag in flags], [flag >> _DOWN & 3 == _CONTINUES for flag in flags])


def _columns(edges: Iterable[int]) -> list[int]:
    """Where the columns of a table begin: its edges, those near each other taken as one."""
    found: list[int] = []
    for edge in sorted(set(edges)):
        if not found or edge - found[-1] > _NEAR:
            found.append(edge)
    return found


def _spans(layout: _Layout, columns: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First column of each cell of a row, and how many it takes: at least one, and none twice."""
    last = 0
    for index in range(len(layout.down)):
        start, end = last, last + 1
        if layout.edges:
            start = max(last, bisect_right(columns, layout.edges[index]) - 1)
            end = max(start + 1, bisect_right(columns, layout.edges[index + 1]) - 1)
        yield start, end - start
        last = end


def _add_row(
    grid: Grid, index: int, row: RowOfCells, columns: Sequence[int], above: dict[int, GridCell]
) -> None:
    """Add the cells of a row; ``above`` holds, by column, the cell that one below would belong to."""
    layout = _layout(row)
    for place, ((page, blocks), (column, width)) in enumerate(
        zip(row.cells, _spans(layout, columns), strict=True)
    ):
        if layout.down[place] and column in above:
            above[column].rows = index - above[column].row + 1
        elif layout.continues_beside(place) and grid.cells and grid.cells[-1].row == index:
            grid.cells[-1].columns += width
        else:
            grid.cells.append(GridCell(index, column, width, page, blocks))
            above[column] = grid.cells[-1]
