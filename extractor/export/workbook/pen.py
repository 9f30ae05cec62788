"""Write sheets with XlsxWriter: formats, printing on A4, filters, protection. The only module that knows it.

Words are always written as strings, never parsed: nothing in a workbook is a formula but ours. Words that look
like one carry the mark of a typed apostrophe, so that they stay words when somebody edits the cell.
"""

from __future__ import annotations

import datetime as dt
from typing import IO, TYPE_CHECKING, Any, Literal

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from extractor.export.workbook.cells import Formula, like_formula
from extractor.export.workbook.heights import height

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.export.workbook.cells import Cell
    from extractor.export.workbook.columns import Column

Style = Literal["plain", "head", "fill-in", "block", "quiet", "title"]

MOST_ROWS = 1_048_576
"""Of a sheet, its header included."""

CREATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - the same in every workbook: no clock is read
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_FONT = {"font_name": "宋体", "font_size": 10, "valign": "top"}
_BOX = {"border": 1, "border_color": "#A6A6A6"}
_HEAD = {**_BOX, "bold": True, "align": "center", "valign": "vcenter", "text_wrap": True}
_LOOKS: dict[Style, dict[str, Any]] = {
    "plain": _BOX,
    "head": {**_HEAD, "bg_color": "#D9E1F2"},
    "fill-in": {**_HEAD, "bg_color": "#FFF2CC"},
    "block": {**_BOX, "bold": True, "bg_color": "#EDEDED"},
    "quiet": {**_BOX, "font_color": "#7F7F7F"},
    "title": {"bold": True, "font_size": 12, "text_wrap": True},
}
_LINES = {"plain": 14.7, "head": 16.0, "fill-in": 16.0, "block": 15.0, "quiet": 14.7, "title": 19.0}
_WRAPPING = frozenset({"text", "day"})  # kinds of columns in which words may stand on several lines
_HEAD_HEIGHT = 22.0
_DAY, _HOUR, _RATE = "yyyy-mm-dd", "yyyy-mm-dd hh:mm", "0.0%"


class _FittingSheet(Worksheet):  # type: ignore[misc] # XlsxWriter states no types
    """A sheet whose rows have a height to begin with, and fit themselves anew when somebody edits them."""

    def _xml_start_tag_unencoded(self, tag: str, attributes: Any = ()) -> None:  # noqa: ANN401 - as in XlsxWriter
        kept = attributes or ()
        if tag == "row":
            kept = [each for each in kept if each[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, kept)

    def _prepare_formula(self, formula: str, *_options: bool) -> str:
        """Ours need none of the thirty replacements that XlsxWriter tries for functions of later years."""
        return formula.removeprefix("=")


class Book:
    """A workbook in the making."""

    def __init__(self, stream: IO[bytes], title: str, imprint: tuple[str, str]) -> None:
        """Begin a workbook that ``close`` writes to ``stream``; ``imprint`` is a property of its own with its value."""
        self.inner = xlsxwriter.Workbook(stream, _OPTIONS)
        self.inner.set_properties({"title": title, "author": "extractor", "created": CREATED})
        self.inner.set_custom_property(*imprint, "text")
        self.inner.set_size(2400, 1400)
        self._formats: dict[tuple[Style, str, bool, bool], Any] = {}

    def sheet(self, name: str, columns: Sequence[Column]) -> Sheet:
        """A new sheet behind the others."""
        return Sheet(self, self.inner.add_worksheet(name, _FittingSheet), columns)

    def look(self, style: Style, number: str = "", *, wraps: bool = True, quoted: bool = False) -> Any:  # noqa: ANN401 - XlsxWriter states no types
        """The format for a style, a form of numbers, wrapped or not, marked as typed words or not."""
        key = (style, number, wraps, quoted)
        if key not in self._formats:
            numbers = {"num_format": number, "align": "center"} if number else {}
            # A day with its hour is longer than its column; shrunk it is small, else it were ####.
            marks = {"shrink": True} if number == _HOUR else {"text_wrap": wraps, "quote_prefix": quoted}
            self._formats[key] = self.inner.add_format({**_FONT, **marks, **numbers, **_LOOKS[style]})
        return self._formats[key]

    def colour(self, back: str, font: str, *, bold: bool = False) -> Any:  # noqa: ANN401 - XlsxWriter states no types
        """A format for a condition."""
        return self.inner.add_format({"bg_color": back, "font_color": font, "bold": bold})

    def define(self, name: str, reference: str) -> None:
        """Give a cell a name that formulas use."""
        self.inner.define_name(name, f"={reference}")

    def close(self) -> None:
        """Write everything to the stream."""
        self.inner.close()


class Sheet:
    """A sheet that is written row after row.

    Attributes:
        inner: XlsxWriter's own sheet.
        columns: from left to right.
        rows: how many are written so far; formulas count rows from one, so this is also the last one's number.
        left_out: how many found no room.
    """

    def __init__(self, book: Book, inner: Any, columns: Sequence[Column]) -> None:  # noqa: ANN401
        """Set the widths and the look of the columns."""
        self.book, self.inner, self.columns = book, inner, columns
        self.rows = self.left_out = 0
        for number, column in enumerate(columns):
            inner.set_column(number, number, column.width, None, {"hidden": column.hidden})

    def header(self) -> None:
        """The names of the columns, those that staff fill in another colour; they stay in sight and in print."""
        self.inner.set_row(self.rows, _HEAD_HEIGHT)
        for number, column in enumerate(self.columns):
            look = self.book.look("fill-in" if column.filled_in else "head")
            self.inner.write_string(self.rows, number, column.name, look)
        self.rows += 1

    def row(self, cells: Sequence[Cell], style: Style = "plain") -> None:
        """One row, as high as its words need; when the sheet is full it is counted as left out."""
        if self.rows >= MOST_ROWS:
            self.left_out += 1
            return
        pairs = list(zip(cells, self.columns, strict=True))
        wrapping = ((cell, column) for cell, column in pairs if column.kind in _WRAPPING and not column.hidden)
        words = [(_shown(cell), column.width) for cell, column in wrapping]
        self.inner.set_row(self.rows, height(words, _LINES[style]))
        for number, (cell, column) in enumerate(pairs):
            self._write(number, cell, column, style)
        self._forget(self.rows - 2)
        self.rows += 1

    def _forget(self, row: int) -> None:
        """Drop the height of a row that XlsxWriter has put on the disk: those of five long sheets are a lot to hold."""
        for heights in (getattr(self.inner, "row_info", {}), self.inner.row_sizes):
            heights.pop(row, None)

    def _write(self, number: int, cell: Cell, column: Column, style: Style) -> None:
        write, look = self.inner, self.book.look
        wraps = column.kind != "line"
        if cell == "":
            write.write_blank(self.rows, number, None, look(style, wraps=wraps))
        elif isinstance(cell, str):
            write.write_string(self.rows, number, cell, look(style, wraps=wraps, quoted=like_formula(cell)))
        elif isinstance(cell, Formula):
            form = {"number": "0", "rate": _RATE}.get(column.kind, "")
            write.write_formula(self.rows, number, cell.text, look(style, form, wraps=wraps), cell.value)
        elif isinstance(cell, dt.date):
            form = _HOUR if isinstance(cell, dt.datetime) else _DAY
            write.write_datetime(self.rows, number, cell, look(style, form))
        else:
            write.write_number(self.rows, number, cell, look(style, _RATE if column.kind == "rate" else "0"))

    def reference(self, name: str, first: int, last: int) -> str:
        """``'按部门'!$G$3:$G$9``: rows ``first`` to ``last`` (from one) of a column, as formulas write it."""
        letter = self.letter(name)
        return f"'{self.inner.get_name()}'!${letter}${first}:${letter}${last}"

    def letter(self, name: str) -> str:
        """The letter of a column."""
        at = next(number for number, column in enumerate(self.columns) if column.name == name)
        return str(xl_col_to_name(at))


def _shown(cell: Cell) -> str:
    """The words of a cell that may need several lines; figures need one."""
    shown = cell.value if isinstance(cell, Formula) else cell
    return shown if isinstance(shown, str) else ""
