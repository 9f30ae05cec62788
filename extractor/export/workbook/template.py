"""Fill in the office's own workbook: below its header, in its columns, with its looks."""

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
from openpyxl.worksheet.dimensions import RowDimension

from extractor.export.workbook.cells import like_formula, value
from extractor.export.workbook.filling import kind_of, reaching, words_for
from extractor.export.workbook.headers import Header, labels, read_header
from extractor.export.workbook.heights import height_in_fonts
from extractor.export.workbook.rezip import same_bytes
from extractor.export.workbook.states import STATES
from extractor.export.workbook.template_errors import TemplateUnreadable, TemplateWithoutHeader, left_open
from extractor.store.staff import KEY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from extractor.export.workbook.contents import WorkbookContents
    from extractor.model.problem import Problem
    from extractor.store.cells import Row

_DEEPEST_HEADER = 30  # rows that are looked at for a header
_WIDEST_HEADER = 200  # columns
_USUAL_WIDTH, _USUAL_FONT = 13.0, 11.0


class _FittingRow(RowDimension):
    """A row that has a height, and fits itself anew when somebody edits it."""

    customHeight = False  # noqa: N815 - openpyxl's name


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
    widths = _widths(place.sheet)
    for number, row in enumerate(contents.tasks, place.first):
        _fill(place, number, row, columns, widths)
    _finish(place, columns, place.first + len(contents.tasks) - 1)
    filled = io.BytesIO()
    book.save(filled)
    stream.write(same_bytes(filled.getvalue()))
    return tuple(left_open(place.header, place.first, place.last_of_header))


def _opened(path: Path) -> openpyxl.Workbook:
    try:
        return openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    except (BadZipFile, KeyError, ValueError, TypeError, AttributeError, SyntaxError, EOFError) as error:
        # openpyxl has no error of its own for files that it does not understand; OSErrors are told by the program.
        raise TemplateUnreadable(str(path), reason="不是 .xlsx 工作簿，或者已损坏") from error


def _places(sheet: Worksheet) -> Iterator[_Place]:
    """The header with most known names; names in a second row under a merged cell count before those above."""
    width = min(sheet.max_column, _WIDEST_HEADER)
    spans = [(row, _last_of_header(sheet, row)) for row in range(1, min(sheet.max_row, _DEEPEST_HEADER) + 1)]
    rows = ((sheet.iter_rows(first, last, max_col=width, values_only=True), last) for first, last in spans)
    found = [(header, last) for lines, last in rows if (header := read_header(labels(lines)))]
    if found:
        header, last = max(found, key=lambda each: len(each[0].columns))
        yield _Place(sheet, header, last, _first_free(sheet, last))


def _last_of_header(sheet: Worksheet, row: int) -> int:
    """A cell merged over two rows makes these one header."""
    return max((each.max_row for each in sheet.merged_cells.ranges if each.min_row == row), default=row)


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


def _fill(place: _Place, number: int, row: Row, columns: dict[str, int], widths: dict[int, float]) -> None:
    words = []
    for name, column in columns.items():
        cell = _dressed(place, number, column)
        _write(cell, name, words_for(name, row, columns))
        if isinstance(cell.value, str) and name != KEY:
            words.append((cell.value, widths.get(column, _USUAL_WIDTH), cell.font.size or _USUAL_FONT))
    for column, _ in place.header.unknown:
        _dressed(place, number, column)
    place.sheet.row_dimensions[number] = _FittingRow(place.sheet, number, ht=height_in_fonts(words))


def _widths(sheet: Worksheet) -> dict[int, float]:
    """Width by number of column; neighbours of one width are kept together as one."""
    stated = ((each.min, each.max, each.width) for each in sheet.column_dimensions.values() if each.min and each.max)
    return {number: width for first, last, width in stated for number in range(first, min(last, _WIDEST_HEADER) + 1)}


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
