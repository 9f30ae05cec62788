"""The tables of a DOCX as grids: merged cells are one cell with its rows and columns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.ingest import limits
from extractor.ingest.docx.body import Grid, GridCell
from extractor.ingest.docx.names import VAL, child, number, w

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from extractor.ingest.docx.body import Block
    from extractor.ingest.docx.package import Element
    from extractor.ingest.docx.reading import Reading

_ROW, _CELL, _ROW_PROPERTIES, _CELL_PROPERTIES = w("tr"), w("tc"), w("trPr"), w("tcPr")
_DELETED, _BEFORE, _SPAN, _DOWN, _ACROSS = w("del"), w("gridBefore"), w("gridSpan"), w("vMerge"), w("hMerge")
_WRAPPINGS = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_MOST_COLUMNS = 63  # Word's own limit


@dataclass(slots=True)
class GridReader:
    """Reads one table; ``open`` holds, by column, the cell that a merged cell below would belong to.

    Raises:
        LimitExceeded: the tables of the file have more than ``limits.MAX_TABLE_CELLS`` cells.
    """

    reading: Reading
    content: Callable[[Reading, Element], Sequence[Block]]
    found: Grid = field(default_factory=Grid)
    open: dict[int, GridCell] = field(default_factory=dict)

    def grid(self, table: Element) -> Grid:
        """The table's cells, row by row."""
        rows = [row for row in _inside(table, _ROW) if not self._is_deleted(row)]
        for index, row in enumerate(rows):
            self._row(index, row)
        return self.found

    def _is_deleted(self, row: Element) -> bool:
        deleted = child(child(row, _ROW_PROPERTIES), _DELETED) is not None
        self.reading.left_out["changes-left-out"] += deleted
        return deleted

    def _row(self, index: int, row: Element) -> None:
        """The cells of a row stand side by side: each begins on the page where the row begins."""
        pages = self.reading.pages
        begun, fresh, ended = pages.page, pages.fresh, pages.page
        column = min(number(child(row, _ROW_PROPERTIES), _BEFORE) or 0, _MOST_COLUMNS)
        for cell in _inside(row, _CELL):
            pages.page, pages.fresh = begun, fresh
            column += self._cell(index, column, cell)
            ended = max(ended, pages.page)
        pages.page = ended

    def _cell(self, row: int, column: int, cell: Element) -> int:
        """Add one cell, or merge it with the one above or before it; returns how many columns it takes."""
        properties = child(cell, _CELL_PROPERTIES)
        columns = min(max(number(properties, _SPAN) or 1, 1), _MOST_COLUMNS)
        if _goes_on(properties, _DOWN) and column in self.open:
            above = self.open[column]
            above.rows = row - above.row + 1
        elif _goes_on(properties, _ACROSS) and self.found.cells and self.found.cells[-1].row == row:
            self.found.cells[-1].columns += columns
        else:
            page = self.reading.pages.page
            self._add(GridCell(row, column, columns, page, self.content(self.reading, cell)))
        return columns

    def _add(self, cell: GridCell) -> None:
        self.reading.cells += 1
        limits.check(self.reading.name, "cells", self.reading.cells, limits.MAX_TABLE_CELLS)
        self.found.cells.append(cell)
        self.open[cell.column] = cell


def _inside(parent: Element, wanted: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also those wrapped in content controls or tracked insertions."""
    for element in parent:
        if element.tag == wanted:
            yield element
        elif element.tag in _WRAPPINGS:
            yield from _inside(element, wanted)


def _goes_on(properties: Element | None, merge: str) -> bool:
    """Whether a cell continues a merged one; the mark without a value says so too."""
    mark = child(properties, merge)
    return mark is not None and mark.get(VAL, "continue") != "restart"
