"""``ledger.db``: opened for reading by anybody, for writing by one program at a time; killed, it stays whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from extractor.model.errors import ExtractorError, UsageError
from extractor.store.atomic import OutputInUse, copy_name
from extractor.store.lock import locked
from extractor.store.schema import DERIVED, DERIVED_TABLES, MIGRATIONS, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE = "ledger.db"
LOCK = "ledger.lock"
RENEWED = "renewed"
"""Entry of the table ``meta``: the name under which a damaged ledger was set aside."""
_PATIENCE = 30.0  # seconds that one writes while another copies the file


class NoResults(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """Nothing was analysed yet, or the results are elsewhere."""

    code = "no-results"


class LedgerInUse(ExtractorError):  # noqa: N818 - errors are named for what is the matter
    """Another run writes to the same folder."""

    code = "ledger-in-use"


class LedgerTooNew(ExtractorError):  # noqa: N818 - errors are named for what is the matter
    """A later version of the program wrote the ledger."""

    code = "ledger-too-new"


class LedgerBroken(ExtractorError):  # noqa: N818 - errors are named for what is the matter
    """The file is no ledger, or damaged."""

    code = "ledger-broken"


@contextmanager
def writing(out: Path) -> Iterator[sqlite3.Connection]:
    """The ledger of ``out`` for the one who may write; made when it is missing. Commits are the caller's.

    Raises:
        LedgerInUse: another program writes to it.
        LedgerTooNew: a later version of the program made it.
        LedgerBroken: it is damaged.
        OutputInUse: the folder may not be written.
    """
    with locked(out, LOCK, LedgerInUse), closing(_prepared(out)) as connection, explained(out):
        yield connection


@contextmanager
def reading(out: Path) -> Iterator[sqlite3.Connection]:
    """The ledger of ``out`` for questions: what the last finished run left, also while another run writes.

    Raises:
        NoResults: there is none.
        LedgerTooNew: a later version of the program made it.
        LedgerBroken: it is damaged.
    """
    if not (out / FILE).is_file():
        raise NoResults(out.as_posix())
    with closing(connected(out)) as connection, explained(out):
        connection.execute("PRAGMA query_only = ON")
        if version_of(connection, out) < VERSION:
            raise NoResults(out.as_posix())
        yield connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing: committed at the end, undone when something goes wrong."""
    connection.execute("BEGIN IMMEDIATE")
    with ended(connection):
        yield


@contextmanager
def ended(connection: sqlite3.Connection) -> Iterator[None]:
    """End a transaction that has begun."""
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def renewed(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The names under which damaged ledgers were set aside since this was last asked."""
    rows = connection.execute("DELETE FROM meta WHERE name = ? RETURNING value", (RENEWED,)).fetchall()
    return tuple(row[0] for row in rows)


def connected(out: Path) -> sqlite3.Connection:
    """The ledger as it is, in whatever shape; other programs that are just writing are waited for."""
    connection = sqlite3.connect(out / FILE, timeout=_PATIENCE, isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


@contextmanager
def explained(out: Path) -> Iterator[None]:
    """What SQLite says about damage and locks, as errors that tell what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "malformed" in str(error):
            raise LedgerBroken((out / FILE).as_posix(), reason=str(error)) from error
        raise OutputInUse((out / FILE).as_posix(), reason=str(error)) from error
    except sqlite3.DatabaseError as error:
        raise LedgerBroken((out / FILE).as_posix(), reason=str(error)) from error


def _prepared(out: Path) -> sqlite3.Connection:
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
        version = version_of(connection, out)
        if version < VERSION:
            _migrate(connection, version)
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


def version_of(connection: sqlite3.Connection, out: Path) -> int:
    """The version of the shape of its tables.

    Raises:
        LedgerTooNew: a later version of the program made it.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > VERSION:
        raise LedgerTooNew((out / FILE).as_posix(), version=str(version), known=str(VERSION))
    return version


def _migrate(connection: sqlite3.Connection, version: int) -> None:
    """Kept tables are carried over step by step; the derived ones are made anew, the next run fills them."""
    steps = [MIGRATIONS[step] for step in range(version, VERSION)]
    drops = [f"DROP TABLE IF EXISTS {table};" for table in DERIVED_TABLES]
    script = "\n".join(["BEGIN IMMEDIATE;", *steps, *drops, DERIVED, f"PRAGMA user_version = {VERSION};", "COMMIT;"])
    connection.executescript(script)
