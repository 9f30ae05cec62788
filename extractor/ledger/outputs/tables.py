"""The CSV files of the ledger, written row by row; no crash costs a staff note."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from extractor.export import columns
from extractor.export.csv_tables import notice_rows, problem_rows
from extractor.ledger.stored_graph import stored_link_rows
from extractor.store import shown
from extractor.store.atomic import prepared, remove, replace, sweep
from extractor.store.cells import table_bytes, table_chunks
from extractor.store.staff import KEPT, KEY, LEDGER

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from extractor.ledger.linking import Linked
    from extractor.ledger.outputs.task_table import TaskTable
    from extractor.model.record import ProblemRecord
    from extractor.store.cells import Row

    Concerns = Sequence[tuple[str, ProblemRecord]]

NOTICES, LINKS, PROBLEMS = "notices.csv", "links.csv", "problems.csv"


class _Counted:
    """Rows that are counted while they go by."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            self.count += 1
            yield row


def write_tables(  # noqa: PLR0913 - what the four tables are made of
    connection: sqlite3.Connection, out: Path, linked: Linked, table: TaskTable, concerns: Concerns, *, bom: bool
) -> dict[str, int]:
    """Write the tables; returns the number of rows of each.

    Raises:
        OutputInUse: a file cannot be written.
    """
    sweep(out)
    # Until the new ledger is in place, rows that return to it stay among the kept ones too.
    returned = (row for row in (table.rows if table.returned else ()) if row[KEY] in table.returned)
    _keep(out, tuple(chain(table.gone, returned)), table.columns, bom=bom)
    tables = {
        LEDGER: (table.columns, _Counted(table.rows)),
        NOTICES: (columns.NOTICES, _Counted(notice_rows(linked.found, linked.versions))),
        LINKS: (columns.LINKS, _Counted(stored_link_rows(connection))),
        PROBLEMS: (columns.PROBLEMS, _Counted(problem_rows(linked.found, concerns))),
    }
    for name, (header, rows) in tables.items():
        file = prepared(out / name, table_chunks(header, rows, bom=bom))
        if name == LEDGER:
            shown.announce(connection, file.chunks())
        file.put()
    shown.confirm(connection)
    shown.show_kept(connection, _keep(out, table.gone, table.columns, bom=bom))
    return {name: rows.count for name, (_, rows) in tables.items()}


def _keep(out: Path, rows: tuple[Row, ...], header: Sequence[str], *, bom: bool) -> bytes:
    """Write the rows that wait outside the ledger; returns the bytes of the file, none without rows."""
    data = table_bytes(header, rows, bom=bom) if rows else b""
    if data:
        replace(out / KEPT, data)
    else:
        remove(out / KEPT)
    return data
