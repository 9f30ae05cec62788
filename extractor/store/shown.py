"""``tasks.csv`` as the program last wrote it: what differs from it now was edited by staff."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from extractor.store.cells import table_rows
from extractor.store.staff import KEY, LEDGER

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
    versions = [_rows(data) for (data,) in connection.execute("SELECT data FROM shown ORDER BY file DESC")]
    return min(versions, key=lambda rows: _differences(theirs, rows), default={})


def _rows(data: bytes) -> Shown:
    return {row[KEY]: row for row in table_rows(zlib.decompress(data), KEY) or () if row.get(KEY)}


def _differences(theirs: Sequence[Row], rows: Shown) -> int:
    known = ((row, rows.get(row.get(KEY, ""), {})) for row in theirs)
    return sum(cell != before.get(column, "") for row, before in known for column, cell in row.items())
