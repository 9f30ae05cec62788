"""Lay the sheets of a workbook into the one text: titles above a table are paragraphs, the rest is the table.

::

    |     重点任务分解表      |    a row of one cell above the headings: a paragraph
    | 任务     | 牵头单位     |    the table begins
    | 排查隐患 | 住建局       |
    | 注：……                  |    a last row of one merged cell: a paragraph
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.ingest import limits
from extractor.ingest.beside import lay_marks, left_out
from extractor.ingest.builder import CellText, SourceBuilder
from extractor.ingest.layout_tables import is_layout
from extractor.ingest.repair import clean_line
from extractor.model.errors import EmptyFile
from extractor.model.problem import Problem
from extractor.model.source import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extractor.ingest.sheets.sheet import Sheet
    from extractor.model.source import Source


def source_of(shown: Sequence[Sheet], hidden: Sequence[str], name: str, reader: str, sha256: str) -> Source:
    """The source that the sheets make; a place is a row of a sheet, the sheet its page where there are several.

    Raises:
        EmptyFile: no words in any sheet that is shown.
    """
    builder = SourceBuilder()
    full = [sheet for sheet in shown if sheet.cells]
    if not full:
        raise EmptyFile(name)
    _check_extent(full, name)
    headers = [line for sheet in full for line in sheet.headers]
    lay_marks(builder, headers, 1 if len(full) > 1 else None)
    left_out(builder, headers)
    for number, sheet in enumerate(full, 1):
        _lay(sheet, builder, number if len(full) > 1 else None)
    if hidden:
        builder.problems.append(Problem("sheets-left-out", None, "info", (("names", "、".join(hidden)),)))
    return builder.build(name, reader, sha256)


def _check_extent(sheets: Sequence[Sheet], name: str) -> None:
    """Refuse a workbook of too many cells, the empty ones between cells that lie far apart included."""
    extents = (({row for row, _ in sheet.cells}, {column for _, column in sheet.cells}) for sheet in sheets)
    limits.check(name, "cells", sum(len(rows) * len(columns) for rows, columns in extents), limits.MAX_TABLE_CELLS)


def _lay(sheet: Sheet, builder: SourceBuilder, page: int | None) -> None:
    cells = _compact(sheet)
    rows = sorted({row for row, _ in sheet.cells})
    width = max(cell.column + cell.columns for cell in cells)
    full = _full_cells(cells)
    title = _title_rows(full) if width > 1 else set()
    note = _note_rows(full, width) - title
    table = [cell for cell in cells if cell.row not in title | note]
    _paragraphs((cell for cell in cells if cell.row in title), builder, page, rows)
    if table and is_layout(table):
        _paragraphs(table, builder, page, rows)
    elif table:
        _table(table, builder, page, rows)
    _paragraphs((cell for cell in cells if cell.row in note), builder, page, rows)


def _compact(sheet: Sheet) -> list[CellText]:
    """The cells of a sheet without its empty rows and columns, merged ones as large as they are printed."""
    rows = sorted({row for row, _ in sheet.cells})
    columns = sorted({column for _, column in sheet.cells})
    sizes = {(row, column): (down, across) for row, column, down, across in sheet.merged}
    found, covered = [], set[tuple[int, int]]()
    for row, column in sorted(sheet.cells):
        if (row, column) in covered:
            continue
        down, across = sizes.get((row, column), (1, 1))
        top, bottom = bisect_left(rows, row), bisect_left(rows, row + down)
        left, right = bisect_left(columns, column), bisect_left(columns, column + across)
        covered.update((r, c) for r in rows[top:bottom] for c in columns[left:right])
        words = "\n".join(filter(None, (clean_line(line) for line in sheet.cells[row, column].splitlines())))
        found.append(CellText(top, left, words, bottom - top, right - left))
    return _with_empty(found, len(rows), len(columns))


def _with_empty(cells: list[CellText], rows: int, columns: int) -> list[CellText]:
    """``cells`` and the empty ones between them, row by row."""
    taken = {
        (row, column)
        for cell in cells
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    }
    empty = (
        CellText(row, column, "") for row in range(rows) for column in range(columns) if (row, column) not in taken
    )
    return sorted([*cells, *empty], key=lambda cell: (cell.row, cell.column))


def _full_cells(cells: Sequence[CellText]) -> list[list[CellText]]:
    """For every row the cells with words that stand in it."""
    found: list[list[CellText]] = [[] for _ in range(max(cell.row + cell.rows for cell in cells))]
    for cell in cells:
        for row in range(cell.row, cell.row + cell.rows) if cell.text else ():
            found[row].append(cell)
    return found


def _title_rows(full: Sequence[Sequence[CellText]]) -> set[int]:
    """The rows above the table that have one cell with words."""
    return set(range(next((row for row, cells in enumerate(full) if len(cells) > 1), len(full))))


def _note_rows(full: Sequence[Sequence[CellText]], width: int) -> set[int]:
    """The last rows, as far as each is one merged cell over more than half of the width."""
    found: set[int] = set()
    for row in range(len(full) - 1, -1, -1):
        if len(full[row]) != 1 or not 1 < full[row][0].columns > width / 2:
            break
        found.add(row)
    return found


def _paragraphs(cells: Iterable[CellText], builder: SourceBuilder, page: int | None, rows: Sequence[int]) -> None:
    for cell in cells:
        for words in cell.text.split("\n"):
            builder.paragraph(words, page, rows[cell.row] + 1)


def _table(cells: Sequence[CellText], builder: SourceBuilder, page: int | None, rows: Sequence[int]) -> None:
    first = cells[0].row
    builder.mark(page, rows[first] + 1)
    builder.table(
        [CellText(cell.row - first, cell.column, cell.text, cell.rows, cell.columns) for cell in cells]
    )
    seen = first
    for cell in builder.tables[-1].cells:
        if cell.span and cell.row + first > seen:
            seen = cell.row + first
            builder.places.append(Place(cell.span.start, page, rows[seen] + 1))
