"""``ledger.db``: opened for reading by anybody, for writing by one program at a time; killed, it stays whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from extractor.model.errors import ExtractorError, UsageError
from extractor.store.atomic import OutputInUse
from extractor.store.ledger_file import FILE, RENEWED, connected, prepared, version
from extractor.store.lock import locked
from extractor.store.schema import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK = "ledger.lock"


class NoResults(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """Nothing was analysed yet, or the results are elsewhere."""

    code = "no-results"


class LedgerInUse(ExtractorError):  # noqa: N818 - errors are named for what is the matter
    """Another run writes to the same folder."""

    code = "ledger-in-use"


class LedgerBusy(ExtractorError):  # noqa: N818 - errors are named for what is the matter
    """Another program is just writing a lot; a moment later it will have ended."""

    code = "ledger-busy"


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
    with locked(out, LOCK, LedgerInUse), closing(prepared(out)) as connection, _explained(out):
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
    with closing(connected(out)) as connection, _explained(out):
        connection.execute("PRAGMA query_only = ON")
        if version(connection, out) < VERSION:
            raise NoResults(out.as_posix())
        yield connection


@contextmanager
def entering(out: Path) -> Iterator[sqlite3.Connection]:
    """The ledger of ``out`` for a short entry, in one transaction, also while another program holds it for a run.

    Raises:
        NoResults: there is none.
        LedgerBusy: the other program is just writing a lot.
        LedgerTooNew: a later version of the program made it.
        LedgerBroken: it is damaged.
    """
    if not (out / FILE).is_file():
        raise NoResults(out.as_posix())
    with closing(connected(out)) as connection, _explained(out):
        if version(connection, out) < VERSION:
            raise NoResults(out.as_posix())
        connection.execute("PRAGMA secure_delete = ON")
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise LedgerBusy(out.as_posix()) from error
        with _ended(connection):
            yield connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing: committed at the end, undone when something goes wrong."""
    connection.execute("BEGIN IMMEDIATE")
    with _ended(connection):
        yield


@contextmanager
def _ended(connection: sqlite3.Connection) -> Iterator[None]:
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


@contextmanager
def _explained(out: Path) -> Iterator[None]:
    """What SQLite says about damage and locks, as errors that tell what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "malformed" in str(error):
            raise LedgerBroken((out / FILE).as_posix(), reason=str(error)) from error
        raise OutputInUse((out / FILE).as_posix(), reason=str(error)) from error
    except sqlite3.DatabaseError as error:
        raise LedgerBroken((out / FILE).as_posix(), reason=str(error)) from error
