"""The runs that wrote to the ledger, by number: under it changes are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3


def begin(connection: sqlite3.Connection, began: dt.datetime | None, program: str) -> int:
    """Note that a run begins, with its local time and the version of the program; returns its number."""
    words = began.replace(tzinfo=None).isoformat(timespec="seconds") if began else ""
    cursor = connection.execute("INSERT INTO runs (began, program) VALUES (?, ?)", (words, program))
    return int(cursor.lastrowid or 0)


def last(connection: sqlite3.Connection) -> int:
    """The number of the last run, or edit at once; 0 before the first."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM runs").fetchone()[0])


def written(connection: sqlite3.Connection) -> int:
    """The number of the last run whose outputs stand; 0 before the first."""
    row = connection.execute("SELECT value FROM meta WHERE name = 'written'").fetchone()
    return int(row[0]) if row else 0


def end(connection: sqlite3.Connection, run: int) -> None:
    """Note that all outputs of a run stand."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('written', ?)", (str(run),))
