"""The tables of tasks as the program last wrote them: what differs from that now was edited by staff."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from extractor.store.cells import table_rows
from extractor.store.staff import KEPT, KEY, LEDGER

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from extractor.store.cells import Row

NEXT = "next"
"""Under this name stands what is about to be written: a crash may fall before or after the file is replaced."""

Shown = dict[str, "Row"]
"""Task → row."""


def announce(connection: sqlite3.Connection, data: bytes) -> None:
    """Say what ``tasks.csv`` is about to become."""
    connection.execute("INSERT OR REPLACE INTO shown VALUES (?, ?)", (NEXT, zlib.compress(data, 1)))


def confirm(connection: sqlite3.Connection) -> None:
    """Say that it became so."""
    connection.execute("UPDATE OR REPLACE shown SET file = ? WHERE file = ?", (LEDGER, NEXT))


def last_shown(connection: sqlite3.Connection, theirs: Sequence[Row]) -> Shown:
    """What the file that staff edited showed before: of the last two versions the one that it differs from least."""
    both = connection.execute("SELECT data FROM shown WHERE file IN (?, ?) ORDER BY file DESC", (LEDGER, NEXT))
    versions = [_rows(data) for (data,) in both]
    return min(versions, key=lambda rows: _differences(theirs, rows), default={})


def show_kept(connection: sqlite3.Connection, data: bytes) -> None:
    """Say what ``staff-notes.csv`` has become; no bytes: it is not there."""
    connection.execute("INSERT OR REPLACE INTO shown VALUES (?, ?)", (KEPT, zlib.compress(data, 1)))


def kept_shown(connection: sqlite3.Connection) -> Shown:
    """The rows that ``staff-notes.csv`` showed when it was last written."""
    row = connection.execute("SELECT data FROM shown WHERE file = ?", (KEPT,)).fetchone()
    return _rows(row[0]) if row else {}


def _rows(data: bytes) -> Shown:
    return {row[KEY]: row for row in table_rows(zlib.decompress(data), KEY) or () if row.get(KEY)}


def _differences(theirs: Sequence[Row], rows: Shown) -> int:
    known = ((row, rows.get(row.get(KEY, ""), {})) for row in theirs)
    return sum(cell != before.get(column, "") for row, before in known for column, cell in row.items())
