"""``report.html``: of the whole ledger at the end of a run, or of what a question asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.export.report.contents import FILE, ReportContents
from extractor.export.report.page import report_page
from extractor.store import layouts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from extractor.export.report.contents import Report
    from extractor.model.record import Record
    from extractor.store.cells import Row

__all__ = ["FILE", "report"]


def report(connection: sqlite3.Connection, records: Sequence[Record], rows: Sequence[Row]) -> Report:
    """The report of ``records`` and their ``rows`` of the ledger."""
    return report_page(ReportContents(records, rows, layouts.StoredLayouts(connection)))
