"""Rulings become grids: the cells of every ruled table, merged ones with the rows and columns they span."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from extractor.ingest.pdf.pdfium import Box
from extractor.ingest.pdf.rulings import Ruling, Rulings, snapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_TOUCH = 4.0  # points: how far apart two rulings may end and still meet
_FEWEST_BORDERS = 3  # of two columns
_MAX_LINES = 400  # rulings a grid: a page of more is graph paper or a drawing


class GridCell(NamedTuple):
    """A cell at 0-based ``row`` and ``column``, spanning ``rows`` x ``columns``, and where it stands."""

    row: int
    column: int
    rows: int
    columns: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: the x of its column borders from left to right, and its cells row by row."""

    columns: tuple[float, ...]
    box: Box
    cells: tuple[GridCell, ...]


def grids_of(rulings: Rulings) -> list[Grid]:
    """The grids of two columns and more, top down; rulings that do not meet belong to different grids."""
    if len(rulings.horizontal) + len(rulings.vertical) > _MAX_LINES:
        return []
    grids = [grid for group in _groups(rulings) if (grid := _grid(group))]
    return sorted(grids, key=lambda grid: -grid.box.top)


def _groups(rulings: Rulings) -> Iterator[Rulings]:
    """Rulings that cross or touch, together."""
    across, upright = list(rulings.horizontal), list(rulings.vertical)
    while upright:
        horizontal: list[Ruling] = []
        vertical = fresh = [upright.pop()]
        while fresh:
            met = _taken(across, fresh)
            fresh = _taken(upright, met)
            horizontal, vertical = horizontal + met, vertical + fresh
        yield Rulings(tuple(horizontal), tuple(vertical))


def _taken(pool: list[Ruling], others: Sequence[Ruling]) -> list[Ruling]:
    """Take out of ``pool`` what meets one of ``others``, which run the other way."""
    met = [ruling for ruling in pool if any(_meet(ruling, other) for other in others)]
    pool[:] = [ruling for ruling in pool if ruling not in met]
    return met


def _meet(ruling: Ruling, other: Ruling) -> bool:
    return _reaches(ruling, other.at) and _reaches(other, ruling.at)


def _reaches(ruling: Ruling, place: float) -> bool:
    return ruling.start - _TOUCH < place < ruling.end + _TOUCH


def _grid(group: Rulings) -> Grid | None:
    """The grid of one group; its outermost borders count as drawn: many tables have none at the sides."""
    xs = snapped([*(line.at for line in group.vertical), *_ends(group.horizontal)])
    ys = snapped([*(line.at for line in group.horizontal), *_ends(group.vertical)])[::-1]
    if len(xs) < _FEWEST_BORDERS or len(ys) <= 1:
        return None
    box = Box(xs[0], ys[-1], xs[-1], ys[0])
    return Grid(tuple(xs), box, tuple(_cells(group, xs, ys)))


def _ends(lines: Iterable[Ruling]) -> Iterator[float]:
    ends = [(line.start, line.end) for line in lines]
    if ends:
        yield min(start for start, _ in ends)
        yield max(end for _, end in ends)


def _cells(group: Rulings, xs: Sequence[float], ys: Sequence[float]) -> Iterator[GridCell]:
    """Row by row the largest rectangle that no ruling crosses, beginning at the first field not yet taken."""
    walls = _Walls(group, xs, ys)
    taken: set[tuple[int, int]] = set()
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in taken:
                continue
            right, below = _extent(walls, taken, row, column)
            taken.update((r, c) for r in range(row, below) for c in range(column, right))
            box = Box(xs[column], ys[below], xs[right], ys[row])
            yield GridCell(row, column, below - row, right - column, box)


def _extent(walls: _Walls, taken: set[tuple[int, int]], row: int, column: int) -> tuple[int, int]:
    right, below = column + 1, row + 1
    while right < walls.columns and not walls.beside(row, right) and (row, right) not in taken:
        right += 1
    width = range(column, right)
    while below < walls.rows and not any(walls.above(below, c) or (below, c) in taken for c in width):
        below += 1
    return right, below


class _Walls:
    """Which borders between neighbouring fields are drawn; a border counts when its middle is."""

    def __init__(self, group: Rulings, xs: Sequence[float], ys: Sequence[float]) -> None:
        self.columns, self.rows = len(xs) - 1, len(ys) - 1
        self._sides = {(row, index) for index, x in enumerate(xs) for row in _covered(group.vertical, x, ys)}
        self._tops = {
            (index, column) for index, y in enumerate(ys) for column in _covered(group.horizontal, y, xs)
        }

    def beside(self, row: int, column: int) -> bool:
        """Whether a line stands to the left of the field."""
        return (row, column) in self._sides

    def above(self, row: int, column: int) -> bool:
        """Whether a line lies over the field."""
        return (row, column) in self._tops


def _covered(lines: Iterable[Ruling], at: float, borders: Sequence[float]) -> Iterator[int]:
    """Which of the fields between ``borders`` have a line at ``at`` along their middle."""
    near = [line for line in lines if abs(line.at - at) <= _TOUCH]
    for index, (one, other) in enumerate(pairwise(borders)):
        if any(line.start <= (one + other) / 2 <= line.end for line in near):
            yield index
