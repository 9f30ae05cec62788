"""A short entry in the ledger, beside a run that holds it."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from extractor.model.errors import ExtractorError
from extractor.store.database import FILE, NoResults, connected, ended, explained, version_of
from extractor.store.schema import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class LedgerBusy(ExtractorError):  # noqa: N818 - errors are named for what is the matter
    """Another program is just writing a lot; a moment later it will have ended."""

    code = "ledger-busy"


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
    with closing(connected(out)) as connection, explained(out):
        if version_of(connection, out) < VERSION:
            raise NoResults(out.as_posix())
        connection.execute("PRAGMA secure_delete = ON")
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise LedgerBusy(out.as_posix()) from error
        with ended(connection):
            yield connection
