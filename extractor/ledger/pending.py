"""The outputs follow edits at once: told from the ledger itself, so that whoever comes next catches up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import VERSION
from extractor.ledger.names.known import names_behind
from extractor.ledger.outputs.write import write_outputs
from extractor.store import runs
from extractor.store.database import reading, writing

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

_LAST = "SELECT coalesce(max(run), 0) FROM changes"


def is_pending(out: Path) -> bool:
    """Whether the ledger, or the names file, knows of something that the files of the outputs do not show.

    Raises:
        NoResults: there is no ledger.
    """
    with reading(out) as connection:
        edited = int(connection.execute(_LAST).fetchone()[0]) > runs.written(connection)
        return edited or names_behind(connection, out)


def catch_up(out: Path, at: dt.datetime) -> None:
    """Write the outputs anew if anything is pending; ``at`` is local time.

    Raises:
        LedgerInUse: another program writes; what is pending, it may write as well.
        OutputInUse: a file is open in a spreadsheet program.
    """
    with writing(out) as connection:
        if is_pending(out):
            write_outputs(connection, out, runs.begin(connection, at, VERSION))
