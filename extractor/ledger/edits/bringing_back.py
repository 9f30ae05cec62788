"""A ledger that staff filled in elsewhere, taken back: a workbook or a CSV file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from extractor.export.columns import FIXED
from extractor.ledger.edits.applying import apply, ledger_rows
from extractor.model.errors import UnreadableFile, UsageError
from extractor.store.cells import table_rows
from extractor.store.comparing import same
from extractor.store.database import transaction
from extractor.store.edit import Conflict, Edit, Merge
from extractor.store.merge import BOTH_EDITED, merge
from extractor.store.shown import last_shown
from extractor.store.staff import KEY
from extractor.store.workbooks import Tables, read_workbook

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from extractor.store.cells import Row

Preference = Literal["file", "ledger"]
_ZIP = b"PK\x03\x04"
OLDER_VALUE = "older-value"
"""Code: the file may be an old copy of the ledger, for it says what stood there before."""
_SIDES = frozenset({BOTH_EDITED, OLDER_VALUE})


class NoLedger(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """No table of the file has a column 任务编号."""

    code = "no-ledger-in-file"


@dataclass(frozen=True, slots=True)
class Returned:
    """What became of the file: what was taken over and what was not, and the rows of the ledger by task."""

    merged: Merge
    rows: dict[str, Row]


def bring_back(
    connection: sqlite3.Connection, run: int, path: Path, *, prefer: Preference | None = None, trial: bool = False
) -> Returned:
    """Take over what staff changed in a file.

    Args:
        connection: the ledger, open for writing.
        run: number of the run, under which the edits are noted.
        path: the workbook or CSV file.
        prefer: whose cell holds where both sides were edited; None: neither, the conflict is told.
        trial: only look.

    Raises:
        NoLedger: it holds no ledger.
        UnreadableFile: it cannot be read.
    """
    tables = read_tables(path)
    with transaction(connection):
        now = last_shown(connection, ())
        base = {row[KEY]: row for row in tables.shown if row.get(KEY)} or last_shown(connection, tables.rows)
        ours = ledger_rows(connection, now)
        merged = merge(tables.rows, base, ours, FIXED)
        merged = _preferring(merged if tables.shown else _wary(connection, merged), prefer)
        if not trial:
            apply(connection, run, merged, path.name, ours)
    return Returned(merged, ours)


def read_tables(path: Path) -> Tables:
    """The ledger in a file, told by its content.

    Raises:
        NoLedger: it holds no ledger.
        UnreadableFile: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            head = file.read(len(_ZIP))
            data = b"" if head == _ZIP else head + file.read()
    except OSError as error:
        raise UnreadableFile(str(path), reason=error.strerror or str(error)) from error
    if head == _ZIP:
        tables = read_workbook(path)
    else:
        rows = table_rows(data, KEY)
        tables = None if rows is None else Tables(tuple(rows))
    if tables is None:
        raise NoLedger(str(path))
    return tables


def _wary(connection: sqlite3.Connection, merged: Merge) -> Merge:
    """A file that does not say what it showed may be an old copy: what stood there once is no edit for certain.

    A file that says such a thing is an old copy, and its words in other cells that changed since are another edit of
    what stood there once.
    """
    rows = connection.execute("SELECT task, field, before FROM changes WHERE field NOT IN ('added', 'removed')")
    once = {(task, field, same(before)) for task, field, before in rows}
    old = [edit for edit in merged.edits if (edit.task, edit.field, same(edit.after)) in once]
    changed = {(task, field) for task, field, _ in once} if old else set()
    both = [edit for edit in merged.edits if edit not in old and (edit.task, edit.field) in changed]
    conflicts = [Conflict(OLDER_VALUE, edit.task, edit.field, edit.before, edit.after) for edit in old]
    conflicts += [Conflict(BOTH_EDITED, edit.task, edit.field, edit.before, edit.after) for edit in both]
    edits = tuple(edit for edit in merged.edits if edit not in old and edit not in both)
    return replace(merged, edits=edits, conflicts=(*merged.conflicts, *conflicts))


def _preferring(merged: Merge, prefer: Preference | None) -> Merge:
    if prefer is None:
        return merged
    both = [each for each in merged.conflicts if each.reason in _SIDES]
    others = tuple(each for each in merged.conflicts if each.reason not in _SIDES)
    edits = tuple(Edit(each.task, each.field, each.ours, each.theirs) for each in both)
    return replace(merged, conflicts=others, edits=(*merged.edits, *(edits if prefer == "file" else ())))
