"""How the text of a file was laid out: its tables, and where each printed line stood on which page.

Kept beside the record of a file, not in it: questions and the graph need none of it, a person who looks at the
notice does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from extractor.model.source import Cell, Printed, Sheet, Table
from extractor.model.span import Span

if TYPE_CHECKING:
    from extractor.model.source import Source


class LayoutRecord(TypedDict):
    """The layout as plain values; an empty one says nothing, as of a text without tables.

    ``tables``: [start, end, cells], a cell is [row, column, rows, columns, start, end], 0 and 0 when empty.
    ``printed``: [start, end, page, left, bottom, right, top]. ``sheets``: [page, left, bottom, right, top, turns,
    thousandths of a radian by which its lines slant]. All in whole points.
    """

    tables: list[tuple[int, int, list[list[int]]]]
    printed: list[list[int]]
    sheets: list[list[int]]


@dataclass(frozen=True, slots=True)
class Layout:
    """The tables of a text, its printed lines in order, and the pages that they stand on."""

    tables: tuple[Table, ...] = ()
    printed: tuple[Printed, ...] = ()
    sheets: tuple[Sheet, ...] = ()


def layout_record(source: Source) -> LayoutRecord | None:
    """The layout of ``source``; None when there is nothing to say."""
    if not (source.tables or source.printed):
        return None
    return {
        "tables": [(one.span.start, one.span.end, [_cell(cell) for cell in one.cells]) for one in source.tables],
        "printed": [[line.start, line.end, line.page, *map(round, line.box)] for line in source.printed],
        "sheets": [[one.page, *map(round, one.frame), one.turns, round(one.slant * 1000)] for one in source.sheets],
    }


def layout_of(record: LayoutRecord | None) -> Layout:
    """The layout that a record says."""
    if record is None:
        return Layout()
    tables = (Table(Span(start, end), tuple(map(_read_cell, cells))) for start, end, cells in record["tables"])
    printed = (Printed(start, end, page, _box(box)) for start, end, page, *box in record["printed"])
    sheets = (Sheet(page, _box(rest), rest[4], rest[5] / 1000) for page, *rest in record["sheets"])
    return Layout(tuple(tables), tuple(printed), tuple(sheets))


def _cell(cell: Cell) -> list[int]:
    place = (cell.span.start, cell.span.end) if cell.span else (0, 0)
    return [cell.row, cell.column, cell.rows, cell.columns, *place]


def _read_cell(values: list[int]) -> Cell:
    row, column, rows, columns, start, end = values
    return Cell(row, column, rows, columns, Span(start, end) if end else None)


def _box(values: list[int]) -> tuple[float, float, float, float]:
    return values[0], values[1], values[2], values[3]
