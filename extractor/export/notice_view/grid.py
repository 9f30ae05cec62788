"""A table's cells as rows of equal width, merged cells and gaps accounted for, whatever a damaged file says."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from extractor.model.source import Cell, Table

_MOST_GAPS, _FEW = 20, 2_000


class Placed(NamedTuple):
    """A cell as it is shown: None for a place without one; ``rows`` and ``columns`` that it really spans."""

    cell: Cell | None
    rows: int = 1
    columns: int = 1


def is_sparse(table: Table) -> bool:
    """Whether a few cells stand so far apart that a table of them would be all gaps."""
    height = max(cell.row for cell in table.cells) + 1
    width = max(cell.column for cell in table.cells) + 1
    return height * width > _MOST_GAPS * len(table.cells) + _FEW


def grid(table: Table) -> list[list[Placed]]:
    """The rows of the table; every cell stands in just one place, and none reaches over another."""
    height = max(cell.row for cell in table.cells) + 1
    width = max(cell.column for cell in table.cells) + 1
    rows: list[dict[int, Cell]] = [{} for _ in range(height)]
    for cell in table.cells:
        column = cell.column
        while column in rows[cell.row]:  # two cells of one place stand side by side
            column += 1
        rows[cell.row][column] = cell
    width = max(width, *(max(row, default=0) + 1 for row in rows))
    return _laid(rows, width)


def _laid(rows: list[dict[int, Cell]], width: int) -> list[list[Placed]]:
    covered = [0] * width  # how many rows further down a merged cell reaches, by column
    found: list[list[Placed]] = []
    for at, row in enumerate(rows):
        line: list[Placed] = []
        column = 0
        while column < width:
            cell = row.get(column)
            if cell is None:
                if not covered[column]:
                    line.append(Placed(None))
                column += 1
                continue
            columns = _room(row, covered, column, cell.columns)
            down = _free(rows, at, range(column, column + columns), cell.rows)
            covered[column : column + columns] = [down] * columns
            line.append(Placed(cell, down, columns))
            column += columns
        covered = [max(0, left - 1) for left in covered]
        found.append(line)
    return found


def _room(row: dict[int, Cell], covered: list[int], column: int, wanted: int) -> int:
    """How many columns a cell can span before the next cell of its row, or one that reaches down into it."""
    most = max(1, min(wanted, len(covered) - column))
    return next((step for step in range(1, most) if column + step in row or covered[column + step]), most)


def _free(rows: list[dict[int, Cell]], at: int, columns: range, wanted: int) -> int:
    """How many rows down from ``at`` a cell can span before another begins in its ``columns``."""
    most = max(1, min(wanted, len(rows) - at))
    return next((step for step in range(1, most) if any(column in rows[at + step] for column in columns)), most)
