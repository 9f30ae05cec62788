"""Whether the ledger knows what was last decided about names: told from the ledger and the names file themselves."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.ledger.settings import remembered
from extractor.rules.bodies.decisions import FILE

if TYPE_CHECKING:
    import sqlite3

_ENTRY = "names"


def names_state(connection: sqlite3.Connection, out: Path) -> str:
    """What becomes another with the names file; empty while there is none."""
    settings = remembered(connection)
    path = Path(settings.names_file) if settings.names_file else out / FILE
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def note_names(connection: sqlite3.Connection, state: str) -> None:
    """Note that the ledger was linked by the names file in that state."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_ENTRY, state))


def names_behind(connection: sqlite3.Connection, out: Path) -> bool:
    """Whether something was decided that the ledger was not linked by."""
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (_ENTRY,)).fetchone()
    return (row[0] if row else "") != names_state(connection, out)
