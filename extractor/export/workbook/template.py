"""Fill in the office's own workbook: below its header, in its columns, with its looks. The only user of openpyxl."""

from __future__ import annotations

import datetime as dt
import io
from copy import copy
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, cast
from zipfile import BadZipFile

import openpyxl
from openpyxl.styles import Alignment
from openpyxl.styles.numbers import is_date_format
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from extractor.export.workbook.cells import like_formula, value
from extractor.export.workbook.filling import kind_of, reaching, words_for
from extractor.export.workbook.headers import Header, read_header
from extractor.export.workbook.rezip import same_bytes
from extractor.export.workbook.states import STATES
from extractor.export.workbook.template_errors import TemplateUnreadable, TemplateWithoutHeader
from extractor.model.problem import Problem
from extractor.store.staff import KEY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from extractor.export.workbook.contents import WorkbookContents
    from extractor.store.cells import Row

_DEEPEST_HEADER = 30  # rows that are looked at for a header
_WIDEST_HEADER = 200  # columns


@dataclass(frozen=True, slots=True)
class _Place:
    """Where to write: the sheet, its header and the last row of that, and the first row for tasks."""

    sheet: Worksheet
    header: Header
    last_of_header: int
    first: int


def fill_template(stream: IO[bytes], contents: WorkbookContents, template: Path) -> tuple[Problem, ...]:
    """Write the template with a row a task below its header to ``stream``.

    Returns:
        Its columns that stay empty because their names are unknown, and rows of its own that were kept.

    Raises:
        TemplateUnreadable: it cannot be opened.
        TemplateWithoutHeader: none of its sheets has a header.
    """
    book = _opened(template)
    place = next((found for sheet in book.worksheets for found in _places(sheet)), None)
    if place is None:
        raise TemplateWithoutHeader(str(template))
    columns = dict(place.header.columns)
    if KEY not in columns:
        columns[KEY] = _key_column(place)
    for number, row in enumerate(contents.tasks, place.first):
        _fill(place, number, row, columns)
    _finish(place, columns, place.first + len(contents.tasks) - 1)
    filled = io.BytesIO()
    book.save(filled)
    stream.write(same_bytes(filled.getvalue()))
    return tuple(_problems(place))


def _opened(path: Path) -> openpyxl.Workbook:
    try:
        return openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    except OSError as error:
        raise TemplateUnreadable(str(path), reason=error.strerror or str(error)) from error
    except (BadZipFile, KeyError, ValueError, TypeError, AttributeError, SyntaxError) as error:
        # openpyxl has no error of its own for files that it does not understand.
        raise TemplateUnreadable(str(path), reason="不是 .xlsx 工作簿，或者已损坏") from error


def _places(sheet: Worksheet) -> Iterator[_Place]:
    """The header with most known names; names in a second row under a merged cell count before those above."""
    found = []
    for number in range(1, min(sheet.max_row, _DEEPEST_HEADER) + 1):
        last = _last_of_header(sheet, number)
        header = read_header(_names(sheet, number, last))
        if header:
            found.append((header, last))
    if found:
        header, last = max(found, key=lambda each: len(each[0].columns))
        yield _Place(sheet, header, last, _first_free(sheet, last))


def _last_of_header(sheet: Worksheet, row: int) -> int:
    """A cell merged over two rows makes these one header."""
    return max((each.max_row for each in sheet.merged_cells.ranges if each.min_row == row), default=row)


def _names(sheet: Worksheet, first: int, last: int) -> list[str]:
    columns = range(1, min(sheet.max_column, _WIDEST_HEADER) + 1)
    return [_name(sheet, column, first, last) for column in columns]


def _name(sheet: Worksheet, column: int, first: int, last: int) -> str:
    words = (sheet.cell(row, column).value for row in range(last, first - 1, -1))
    return next((str(each) for each in words if each is not None and str(each).strip()), "")


def _first_free(sheet: Worksheet, last_of_header: int) -> int:
    """The row below the header, or below what stands there already."""
    below = range(sheet.max_row, last_of_header, -1)
    filled = next((row for row in below if any(cell.value not in {None, ""} for cell in sheet[row])), 0)
    merged = max((each.max_row for each in sheet.merged_cells.ranges), default=0)
    return max(last_of_header, filled, merged) + 1


def _key_column(place: _Place) -> int:
    """A hidden column at the far right for the id, without which nothing that staff fill in finds back."""
    number = place.sheet.max_column + 1
    place.sheet.cell(place.last_of_header, number, KEY)
    place.sheet.column_dimensions[get_column_letter(number)].hidden = True
    return number


def _fill(place: _Place, number: int, row: Row, columns: dict[str, int]) -> None:
    for name, column in columns.items():
        _write(_dressed(place, number, column), name, words_for(name, row, columns))
    for column, _ in place.header.unknown:
        _dressed(place, number, column)


def _write(cell: Cell, name: str, words: str) -> None:
    """Words are set as words, whatever they begin with; a day keeps the template's form of days."""
    found = value(words, kind_of(name))
    cell.value = cast("str | int | dt.date", found)
    if isinstance(found, str):
        cell.data_type = "s"
        cell.quotePrefix = like_formula(found)
    elif isinstance(found, dt.date) and not is_date_format(str(cell.number_format)):
        cell.number_format = "yyyy-mm-dd"


def _dressed(place: _Place, row: int, column: int) -> Cell:
    """A cell with the looks of the first row below the header, and with lines that wrap."""
    # Rows for tasks begin below everything merged, so none of them is a part of a larger cell.
    cell, pattern = (cast("Cell", place.sheet.cell(each, column)) for each in (row, place.first))
    if row != place.first and pattern.has_style:
        cell._style = copy(pattern._style)  # type: ignore[attr-defined] # noqa: SLF001 - much faster than part by part
    if not cell.alignment.wrap_text:
        cell.alignment = cell.alignment + Alignment(wrap_text=True)
    return cell


def _finish(place: _Place, columns: dict[str, int], last: int) -> None:
    """The choice of states, and what reaches down to the last row: filter, print area, repeated header."""
    sheet = place.sheet
    if "状态" in columns and not sheet.data_validations.dataValidation:
        choice = DataValidation(type="list", formula1=f'"{",".join(STATES)}"', allow_blank=True)
        letter = get_column_letter(columns["状态"])
        choice.add(f"{letter}{place.first}:{letter}{max(last, place.first)}")
        sheet.add_data_validation(choice)
    if sheet.auto_filter.ref:
        sheet.auto_filter.ref = reaching(sheet.auto_filter.ref, last)
    if sheet.print_area:
        sheet.print_area = reaching(str(sheet.print_area).rpartition("!")[2], last)
    if not sheet.print_title_rows:
        sheet.print_title_rows = f"1:{place.last_of_header}"


def _problems(place: _Place) -> Iterator[Problem]:
    for _, name in place.header.unknown:
        yield Problem("template-column-unknown", None, "info", (("column", name),))
    if place.first > place.last_of_header + 1:
        yield Problem("template-rows-kept", None, "warning", (("row", str(place.first)),))
