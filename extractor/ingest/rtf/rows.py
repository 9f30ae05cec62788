r"""Rows of an RTF become grids: cells end at stated edges, and edges of all rows together are the columns.

::

    \trowd\cellx2000\clmgf\cellx4000\clmrg\cellx6000 … \cell … \cell … \cell\row
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from extractor.ingest import limits
from extractor.ingest.docx.body import Block, Grid, GridCell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SAME_EDGE = 60  # twentieths of a point


@dataclass(frozen=True, slots=True)
class CellDefinition:
    """Where a cell ends on the right, and whether it goes on the one before or above it."""

    edge: int
    joins_left: bool = False
    joins_above: bool = False


@dataclass(slots=True)
class RowDefinition:
    """What ``trowd`` and the words after it say of the cells of a row."""

    left: int = 0
    cells: list[CellDefinition] = field(default_factory=list)
    coming: CellDefinition = field(default_factory=lambda: CellDefinition(0))

    def merge(self, word: str) -> None:
        """The next cell goes on another one."""
        if word == "clmrg":
            self.coming = replace(self.coming, joins_left=True)
        elif word == "clvmrg":
            self.coming = replace(self.coming, joins_above=True)

    def end_cell(self, edge: int) -> None:
        """``cellx``: the definition of a cell is complete."""
        self.cells.append(replace(self.coming, edge=edge))
        self.coming = CellDefinition(0)


@dataclass(slots=True)
class Row:
    """The cells of a row, and how they are defined."""

    cells: list[Sequence[Block]]
    definition: RowDefinition

    def edges(self) -> list[int]:
        """The left edge of the row and the right edge of each cell; undefined cells get one of their own."""
        found = [self.definition.left, *(cell.edge for cell in self.definition.cells)]
        while len(found) <= len(self.cells):
            found.append(found[-1] + 2 * _SAME_EDGE)
        return found[: len(self.cells) + 1]


def grid_of(rows: Sequence[Row], name: str) -> Grid:
    """The grid of ``rows``. Raises LimitExceeded for too many cells."""
    limits.check(name, "cells", sum(len(row.cells) for row in rows), limits.MAX_TABLE_CELLS)
    borders = _distinct(edge for row in rows for edge in row.edges())
    grid = Grid()
    above: dict[int, GridCell] = {}
    for number, row in enumerate(rows):
        edges = [_index(borders, edge) for edge in row.edges()]
        for index, blocks in enumerate(row.cells):
            column, columns = edges[index], max(1, edges[index + 1] - edges[index])
            defined = row.definition.cells[index] if index < len(row.definition.cells) else CellDefinition(0)
            if defined.joins_above and column in above:
                above[column].rows = number - above[column].row + 1
            elif defined.joins_left and grid.cells and grid.cells[-1].row == number:
                grid.cells[-1].columns += columns
            else:
                above[column] = GridCell(number, column, columns, 1, blocks)
                grid.cells.append(above[column])
    return grid


def _distinct(edges: Iterable[int]) -> list[int]:
    borders: list[int] = []
    for edge in sorted(edges):
        if not borders or edge - borders[-1] > _SAME_EDGE:
            borders.append(edge)
    return borders


def _index(borders: Sequence[int], edge: int) -> int:
    return min(range(len(borders)), key=lambda index: abs(borders[index] - edge))
