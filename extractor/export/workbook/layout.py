"""How a sheet behaves and prints: frozen header, filter, A4 landscape, header on every page, protection."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.export.workbook.pen import Sheet

_A4 = 9
_FOOTER = "&C第 &P 页 共 &N 页"
_PROTECTED = {"autofilter": True, "format_columns": True, "format_rows": True}


def lay_out(sheet: Sheet, *, frozen: int = 0, printed: int = 0, header_row: int = 0) -> None:
    """Freeze and filter the header, and make the sheet print well; called when all rows are written.

    Args:
        sheet: with all its rows.
        frozen: how many columns stay in sight at the left.
        printed: how many columns are printed; 0: those that are not hidden.
        header_row: in which row, from zero, the header stands.
    """
    visible = sum(not column.hidden for column in sheet.columns)
    last = max(sheet.rows - 1, header_row)
    sheet.inner.freeze_panes(header_row + 1, frozen)
    sheet.inner.autofilter(header_row, 0, last, len(sheet.columns) - 1)
    sheet.inner.repeat_rows(header_row)
    print_on_a4(sheet, printed or visible)


def print_on_a4(sheet: Sheet, columns: int) -> None:
    """Landscape, as wide as a page, the page number below and the sheet's name above."""
    inner = sheet.inner
    inner.set_landscape()
    inner.set_paper(_A4)
    inner.center_horizontally()
    inner.fit_to_pages(1, 0)
    inner.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    inner.set_header(f"&L任务台账&R{inner.get_name()}", {"margin": 0.3})
    inner.set_footer(_FOOTER, {"margin": 0.3})
    inner.print_area(0, 0, max(sheet.rows - 1, 0), columns - 1)


def protect(sheet: Sheet) -> None:
    """Guard a view against edits that no import would see; no password, and filters still work."""
    sheet.inner.protect("", _PROTECTED)
