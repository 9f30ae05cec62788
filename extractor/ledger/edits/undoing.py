"""Edits at once taken back: each by an edit that says again what had stood there, if nobody edited it since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import VERSION
from extractor.ledger.edits.at_once import Wish, edit
from extractor.ledger.edits.by_hand import withdraw, written_in
from extractor.store import runs
from extractor.store.changes import ADDED, REMOVED

if TYPE_CHECKING:
    import sqlite3

    from extractor.ledger.edits.at_once import Entry, Written

_CELLS = """
SELECT task, field, after, before FROM changes WHERE run = ? AND origin = ? AND field NOT IN (?, ?) ORDER BY id DESC
"""


def undo(connection: sqlite3.Connection, run: int, entry: Entry) -> Written:
    """Take back what was edited at once under the number ``run``; the caller holds the transaction.

    What runs, files or commands changed is not taken back: there the number finds nothing.
    """
    cells = connection.execute(_CELLS, (run, entry.origin, ADDED, REMOVED)).fetchall()
    written = edit(connection, [Wish(*cell) for cell in cells], entry)
    added = written_in(connection, run, entry.origin)
    if added:
        withdraw(connection, written.run or runs.begin(connection, entry.at, VERSION), added, entry)
    return written
