"""What a run reads goes into the ledger file by file, so that a run killed at any moment loses one file at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.store import files, layouts
from extractor.store.database import transaction
from extractor.store.kept_ids import keep_ids

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from extractor.model.record import Record


def take(connection: sqlite3.Connection, run: int, record: Record) -> None:
    """Store what was found in a file; what it has in common with the last reading keeps its ids."""
    old = files.stored(connection, record["file"])
    kept = keep_ids(old, record) if old else record
    with transaction(connection):
        files.put(connection, run, kept)


def leave_out(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    """Forget files that are no longer there."""
    with transaction(connection):
        files.drop(connection, names)


def rename(connection: sqlite3.Connection, run: int, names: Mapping[str, str]) -> None:
    """Carry records over to the new names of their files, old → new; no task changes by that."""
    with transaction(connection):
        moved = [(new, files.stored(connection, old), layouts.stored(connection, old)) for old, new in names.items()]
        files.drop(connection, names)
        for new, record, layout in moved:
            if record:
                files.put(connection, run, {**record, "file": new})
                layouts.put(connection, new, layout)


def renamed(stored: Mapping[str, files.Stamp], found: Mapping[str, str]) -> dict[str, str]:
    """Old → new name of the files that were renamed: same bytes, the old name gone, the new one unknown.

    Args:
        stored: name → stamp of what the ledger holds.
        found: name → SHA-256 of what is there now.
    """
    gone = {stamp.sha256: name for name, stamp in sorted(stored.items()) if name not in found and stamp.sha256}
    new = {sha256: name for name, sha256 in sorted(found.items()) if name not in stored}
    return {gone[sha256]: name for sha256, name in new.items() if sha256 in gone}
