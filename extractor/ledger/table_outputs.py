"""The CSV tables below the folder of the outputs: replaced one by one, so that a crash costs no note of staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.store import shown
from extractor.store.atomic import remove, replace, sweep
from extractor.store.cells import table_bytes
from extractor.store.staff import KEPT, KEY, LEDGER

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path

    from extractor.ledger.task_table import TaskTable
    from extractor.store.cells import Row

Tables = dict[str, tuple["Sequence[str]", "Sequence[Row]"]]
"""Name of the file → its columns and rows."""


def write_tables(
    connection: sqlite3.Connection, out: Path, tables: Tables, table: TaskTable, *, bom: bool
) -> None:
    """Write all of them anew, the ledger among them, and ``staff-notes.csv`` where rows wait outside it.

    Raises:
        OutputInUse: a file cannot be written; those not yet written are as before.
    """
    sweep(out)
    # Until the new ledger is in place, rows that return to it stay among the kept ones too.
    returned = (row for row in table.rows if row[KEY] in table.returned)
    _keep(out, (*table.gone, *returned), table.columns, bom=bom)
    for name, (header, rows) in tables.items():
        data = table_bytes(header, rows, bom=bom)
        if name == LEDGER:
            shown.announce(connection, data)
        replace(out / name, data)
    shown.confirm(connection)
    shown.show_kept(connection, _keep(out, table.gone, table.columns, bom=bom))


def _keep(out: Path, rows: tuple[Row, ...], header: Sequence[str], *, bom: bool) -> bytes:
    """Write the rows that wait outside the ledger; returns the bytes of the file, none without rows."""
    data = table_bytes(header, rows, bom=bom) if rows else b""
    if data:
        replace(out / KEPT, data)
    else:
        remove(out / KEPT)
    return data
