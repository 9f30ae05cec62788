"""``ledger.db`` as a file: opened, brought into the shape of this version, set aside when it is damaged."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from extractor.model.errors import ExtractorError
from extractor.store.atomic import copy_name
from extractor.store.schema import DERIVED, DERIVED_TABLES, MIGRATIONS, VERSION

if TYPE_CHECKING:
    from pathlib import Path

FILE = "ledger.db"
RENEWED = "renewed"
"""Entry of the table ``meta``: the name under which a damaged ledger was set aside."""
_PATIENCE = 30.0  # seconds that one writes while another copies the file


class LedgerTooNew(ExtractorError):  # noqa: N818 - errors are named for what is the matter
    """A later version of the program wrote the ledger."""

    code = "ledger-too-new"


def connected(out: Path) -> sqlite3.Connection:
    """The ledger of ``out``, in whatever shape; without transactions that nobody began."""
    connection = sqlite3.connect(out / FILE, timeout=_PATIENCE, isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


def prepared(out: Path) -> sqlite3.Connection:
    """The ledger in the shape of this version; a damaged one is set aside, for the run reads all files anew."""
    try:
        return _migrated(out)
    except sqlite3.DatabaseError:
        copy = _set_aside(out / FILE)
        connection = _migrated(out)
        connection.execute("INSERT INTO meta VALUES (?, ?)", (RENEWED, copy))
        return connection


def _migrated(out: Path) -> sqlite3.Connection:
    connection = connected(out)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA secure_delete = ON")  # words that leave the ledger leave its file, too
        found = version(connection, out)
        if found < VERSION:
            _migrate(connection, found)
        connection.execute("SELECT count(*) FROM files")
    except BaseException:
        connection.close()
        raise
    return connection


def _set_aside(path: Path) -> str:
    """Give a damaged database another name, with what belongs to it; returns the name."""
    copy = copy_name(path, path.read_bytes())
    for tail in ("", "-wal", "-shm"):
        part = path.with_name(path.name + tail)
        if part.exists():
            part.replace(path.with_name(copy + tail))
    return copy


def version(connection: sqlite3.Connection, out: Path) -> int:
    """The shape that the ledger is in.

    Raises:
        LedgerTooNew: a later version of the program made it.
    """
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if found > VERSION:
        raise LedgerTooNew((out / FILE).as_posix(), version=str(found), known=str(VERSION))
    return found


def _migrate(connection: sqlite3.Connection, version: int) -> None:
    """Kept tables are carried over step by step; the derived ones are made anew, the next run fills them."""
    steps = [MIGRATIONS[step] for step in range(version, VERSION)]
    drops = [f"DROP TABLE IF EXISTS {table};" for table in DERIVED_TABLES]
    script = "\n".join(["BEGIN IMMEDIATE;", *steps, *drops, DERIVED, f"PRAGMA user_version = {VERSION};", "COMMIT;"])
    connection.executescript(script)
