"""Runs inside a grid become a table: each word in the cell in which it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.ingest.pdf.lines import Line, lines_of
from extractor.ingest.pdf.runs import Run, cut

if TYPE_CHECKING:
    from extractor.ingest.pdf.grid import Grid, GridCell
    from extractor.ingest.pdf.pdfium import Box
    from extractor.ingest.pdf.placed import Placed

_OUTSIDE = 2.0  # points: how far a word may stand over the border of its grid
_FEWEST_WORDS = 2  # cells with words that make a table; fewer are a frame around a text, or a drawing

Row = Sequence[Run]


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell and its printed lines, top down; ``width`` in points is the room that a line has."""

    row: int
    column: int
    rows: int
    columns: int
    lines: tuple[Line, ...]
    width: float

    @property
    def text(self) -> str:
        """Its lines as printed."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class PdfTable:
    """A ruled table of a page: the x of its column borders, its cells row by row."""

    columns: tuple[float, ...]
    cells: tuple[TableCell, ...]
    page: int
    box: Box

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return max(cell.row + cell.rows for cell in self.cells)


def fill(page: Placed, grid: Grid, rows: Iterable[Row]) -> tuple[PdfTable | None, list[Row]]:
    """The table of ``grid`` and the rows of runs outside it; None, and all rows, when it holds hardly any."""
    kept = list(rows)
    inside: list[list[Row]] = [[] for _ in grid.cells]
    outside: list[Row] = []
    for row in kept:
        rest = [run for run in row if not _within(grid.box, run.box)]
        for index, runs in _by_cell(page, grid, [run for run in row if _within(grid.box, run.box)]):
            inside[index].append(runs)
        outside.append(rest)
    if sum(bool(words) for words in inside) < _FEWEST_WORDS:
        return None, kept
    cells = tuple(_cell(cell, words, page.number) for cell, words in zip(grid.cells, inside, strict=True))
    return PdfTable(grid.columns, cells, page.number, grid.box), [row for row in outside if row]


def _cell(cell: GridCell, words: Iterable[Row], page: int) -> TableCell:
    lines = tuple(lines_of(words, page))
    return TableCell(cell.row, cell.column, cell.rows, cell.columns, lines, cell.box.right - cell.box.left)


def _within(outer: Box, box: Box) -> bool:
    x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    return max(outer.left - x, x - outer.right, outer.bottom - y, y - outer.top) < _OUTSIDE


def _by_cell(page: Placed, grid: Grid, row: Row) -> Iterator[tuple[int, Row]]:
    """The runs of one printed row, cut at the borders they cross, by the index of their cell."""
    found: dict[int, list[Run]] = {}
    for run in row:
        for part in _parts(page, grid, run):
            found.setdefault(_index(grid, part.box), []).append(part)
    return iter(found.items())


def _parts(page: Placed, grid: Grid, run: Run) -> Iterable[Run]:
    """A run cut at the sides of the cell that holds its middle, where it reaches over them by half an em."""
    cell = grid.cells[_index(grid, run.box)].box
    slack = run.em / 2
    borders = [x for x in (cell.left, cell.right) if run.box.left + slack < x < run.box.right - slack]
    return cut(page, run, borders) if borders else (run,)


def _index(grid: Grid, box: Box) -> int:
    x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    for index, cell in enumerate(grid.cells):
        left, bottom, right, top = cell.box
        if left <= x <= right and bottom <= y <= top:
            return index
    return min(range(len(grid.cells)), key=lambda index: _distance(grid.cells[index].box, x, y))


def _distance(box: Box, x: float, y: float) -> float:
    return max(box.left - x, x - box.right, 0.0) + max(box.bottom - y, y - box.top, 0.0)
