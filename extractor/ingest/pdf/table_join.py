"""A table printed over several pages becomes one table again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.ingest.builder import CellText
from extractor.ingest.pdf.joins import glue, has_ended, is_open
from extractor.ingest.pdf.runs import units
from extractor.ingest.shape import starts_item
from extractor.model.source import Printed
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extractor.ingest.pdf.lines import Line
    from extractor.ingest.pdf.tables import PdfTable, TableCell

_SAME_BORDER = 5.0  # points
_PADDING = 2.55  # characters that a full line leaves free in its cell, borders included
_LISTING = "、，,；和与及"
# Two names below each other, as 县公安局⏎县财政局, are parted even where the first one fills its line.
_NAME_ENDS = own("(?:[局委办厅部院会处科室站所队]|政府|中心|公司)$")
_NAME_BEGINS = own("[省市县区镇乡州旗各]|街道|乡镇|有关|相关")
_FIRST = own(r"[!-~]{1,12}|.?[，。、；：！？）》」』”\u2019〉】]{0,2}")  # of a line: what no printer parts


def same_columns(table: PdfTable, other: PdfTable) -> bool:
    """Whether the column borders of both stand on the same places, so that one may go on with the other."""
    if len(table.columns) != len(other.columns):
        return False
    shift = other.columns[0] - table.columns[0]  # left and right pages differ
    pairs = zip(table.columns, other.columns, strict=True)
    return all(abs(here + shift - there) < _SAME_BORDER for here, there in pairs)


@dataclass(slots=True)
class WholeTable:
    """The cells of a table row by row, and for each of its pages the first row printed there."""

    cells: list[CellText]
    first_rows: list[tuple[int, int]]

    @property
    def height(self) -> int:
        """How many rows it has."""
        return max(cell.row + cell.rows for cell in self.cells)

    def page_at(self, row: int) -> int:
        """The page on which ``row`` begins."""
        return next(page for first, page in reversed(self.first_rows) if first <= row)


def joined(tables: Sequence[PdfTable]) -> WholeTable:
    """The one table whose parts are ``tables``, of one page each.

    The rows of headings that each page repeats are kept once; a row broken over a page is made whole.
    """
    cells = [_text_cell(cell) for cell in tables[0].cells]
    whole = WholeTable(cells, [(0, tables[0].page)])
    heading = _rows(cells)
    for table in tables[1:]:
        below = _without_heading([_text_cell(cell) for cell in table.cells], heading)
        if below and _completes(whole.cells, below, len(table.columns) - 1):
            _reach_down(whole.cells, [cell for cell in below if cell.row == 0 and cell.rows > 1])
            below = [replace(cell, row=cell.row - 1) for cell in below if cell.row > 0]
        whole.first_rows.append((whole.height, table.page))
        _append(whole, below)
    return whole


def _text_cell(cell: TableCell) -> CellText:
    text, printed = cell_text(cell.lines, cell.width)
    return CellText(cell.row, cell.column, text, cell.rows, cell.columns, printed=printed)


def cell_text(lines: Sequence[Line], width: float) -> tuple[str, tuple[Printed, ...]]:
    """The words of a cell, and where its lines stand: those broken for want of room are joined, others are not.

    A line was broken when it fills the cell, or ends in the middle of a list: ``市教育局、⏎市财政局``.
    """
    text, printed = "", list[Printed]()
    for index, line in enumerate(lines):
        text += (_bond(lines[index - 1], line, width) if index else "") + line.text
        printed.append(Printed(len(text) - len(line.text), len(text), line.page, line.box))
    return text, tuple(printed)


def _bond(before: Line, line: Line, width: float) -> str:
    if _part_names(before.text, line.text):
        return "\n"
    full = width - before.width < (_PADDING + _units(line.text) - 1) * before.em
    broken = full or before.text[-1] in _LISTING or is_open(before.text)
    if not broken or (starts_item(line.text) and (has_ended(before.text) or not full)):
        return "\n"
    return glue(before.text, line.text)


def _part_names(above: str, below: str) -> bool:
    return _NAME_ENDS.search(above) is not None and _NAME_BEGINS.match(below) is not None


def _units(words: str) -> float:
    """How many characters of ``words`` had to stand together: ``委、工会`` begins with two, for no line with a mark."""
    first = _FIRST.match(words)
    return max(1.0, units(first[0])) if first else 1.0


def _rows(cells: Iterable[CellText]) -> list[list[tuple[int, str]]]:
    rows: dict[int, list[tuple[int, str]]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append((cell.column, cell.text))
    return [rows[row] for row in sorted(rows)]


def _without_heading(cells: list[CellText], heading: list[list[tuple[int, str]]]) -> list[CellText]:
    """``cells`` without the leading rows that repeat those of the first page, moved up to row 0."""
    repeated = 0
    for row, first in zip(_rows(cells), heading, strict=False):
        if row != first or not any(text for _, text in row):
            break
        repeated += 1
    return [replace(cell, row=cell.row - repeated) for cell in cells if cell.row >= repeated]


def _completes(whole: list[CellText], cells: list[CellText], columns: int) -> bool:
    """Whether ``cells`` begin with the rest of a row broken over the page, which is then added to ``whole``.

    Such a rest has no words in its first cell, nor in half of the others, and goes on where one had not.
    """
    rest = {cell.column: cell for cell in cells if cell.row == 0}
    above = _last_cells(whole)
    words = [cell for cell in rest.values() if cell.text]
    fits = set(rest) == set(above) and not rest[min(rest)].text and 2 * len(words) <= columns
    if not fits or not any(_is_unfinished(whole[above[cell.column]].text, cell.text) for cell in words):
        return False
    for cell in words:
        upper = whole[above[cell.column]]
        text = upper.text + ("\n" if _part_names(upper.text, cell.text) else glue(upper.text, cell.text))
        printed = (replace(line, start=line.start + len(text), end=line.end + len(text)) for line in cell.printed)
        whole[above[cell.column]] = replace(upper, text=text + cell.text, printed=(*upper.printed, *printed))
    return True


def _last_cells(whole: Sequence[CellText]) -> dict[int, int]:
    """By column the cell that ends with the last row, whether it begins there or above."""
    height = max(cell.row + cell.rows for cell in whole)
    return {cell.column: index for index, cell in enumerate(whole) if cell.row + cell.rows == height}


def _reach_down(whole: list[CellText], cells: Iterable[CellText]) -> None:
    """Merged cells cut by the page reach as far below as their lower halves, the ``cells`` of a broken row."""
    above = _last_cells(whole)
    for cell in cells:
        upper = whole[above[cell.column]]
        whole[above[cell.column]] = replace(upper, rows=upper.rows + cell.rows - 1)


def _is_unfinished(above: str, rest: str) -> bool:
    return bool(above) and not has_ended(above) and not starts_item(rest)


def _append(whole: WholeTable, cells: Sequence[CellText]) -> None:
    """Add rows below; the wordless lower half of a merged cell cut by the page break joins its upper half."""
    height, last = whole.height, _last_cells(whole.cells)
    for cell in cells:
        upper = last.get(cell.column)
        if cell.row == 0 and not cell.text and upper is not None and (cell.column == 0 or cell.rows > 1):
            above = whole.cells[upper]
            whole.cells[upper] = replace(above, rows=above.rows + cell.rows)
        else:
            whole.cells.append(replace(cell, row=cell.row + height))
