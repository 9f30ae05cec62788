"""Tables in workbooks that staff saved with Excel, WPS or LibreOffice, read back as rows of words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.model.errors import UnreadableFile
from extractor.store.cells import unguard
from extractor.store.staff import KEY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from extractor.store.cells import Row

SHOWN = "原值"
"""The hidden sheet with the cells as the program wrote them."""
MAIN = "全部任务"
"""The sheet that staff edit."""
_DEEPEST_HEADER = 10


@dataclass(frozen=True, slots=True)
class Tables:
    """What a file holds: the rows that staff saved, and the rows that it showed before, if it says so."""

    rows: tuple[Row, ...]
    shown: tuple[Row, ...] = ()


def read_workbook(path: Path) -> Tables | None:
    """The ledger in a workbook; None when no sheet has a column 任务编号.

    Raises:
        UnreadableFile: it is no workbook, or damaged.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - loads when a workbook is imported

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except Exception as error:  # openpyxl raises whatever its parts raise
        raise UnreadableFile(str(path), reason=type(error).__name__) from error
    try:
        sheets = {sheet.title: _table(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}
    finally:
        book.close()
    shown = sheets.pop(SHOWN, None)
    rows = sheets.get(MAIN) or next((rows for rows in sheets.values() if rows is not None), None)
    return None if rows is None else Tables(tuple(rows), tuple(shown or ()))


def _table(lines: Iterable[Sequence[object]]) -> list[Row] | None:
    """Rows below the line with the column 任务编号; None when there is none."""
    rest = iter(lines)
    for _, line in zip(range(_DEEPEST_HEADER), rest, strict=False):
        header = [_words(cell) for cell in line]
        if KEY in header:
            return [row for row in _rows(header, rest) if any(row.values())]
    return None


def _rows(header: Sequence[str], lines: Iterable[Sequence[object]]) -> Iterator[Row]:
    for line in lines:
        yield {column: _words(cell) for column, cell in zip(header, line, strict=False) if column}


def _words(cell: object) -> str:
    """A cell as the ledger writes it: days in ISO form, whole numbers without .0."""
    match cell:
        case None:
            return ""
        case dt.datetime():
            return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(" ", "minutes")
        case dt.date():
            return cell.isoformat()
        case float() if cell.is_integer():
            return str(int(cell))
        case _:
            return unguard(str(cell).replace("\r\n", "\n").replace("\r", "\n").strip())
