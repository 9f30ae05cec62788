"""原值: the cells that staff may change, as they were written; a hidden sheet that survives every program.

``extractor import`` compares with it: what differs was edited, what does not may be older than the ledger.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.export.columns import FIXED
from extractor.export.workbook.cells import value
from extractor.store.staff import KEY
from extractor.store.workbooks import SHOWN

if TYPE_CHECKING:
    from extractor.export.workbook.contents import WorkbookContents
    from extractor.export.workbook.pen import Book, Sheet


def write_shown(book: Book, contents: WorkbookContents, tasks: Sheet) -> None:
    """Write the sheet, with the columns of ``tasks`` that an import takes back."""
    columns = [column for column in tasks.columns if column.name not in FIXED or column.name == KEY]
    sheet = book.sheet(SHOWN, columns)
    sheet.header()
    for row in contents.tasks:
        sheet.row([value(row.get(column.name, ""), column) for column in columns])
    sheet.inner.very_hidden()
