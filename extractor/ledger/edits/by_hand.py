"""Tasks that staff write in by hand, at once, as the workbook allows it too; and taking such a task back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import VERSION
from extractor.ledger.edits.applying import apply
from extractor.ledger.edits.at_once import TOO_LONG, Written
from extractor.ledger.edits.renewal import renew_by_hand
from extractor.store import changes, runs, staff
from extractor.store.cells import LONGEST, plain
from extractor.store.changes import ADDED, REMOVED, Change
from extractor.store.comparing import refusal, value
from extractor.store.edit import Conflict
from extractor.store.merge import merge
from extractor.store.staff import COLUMNS, CORRECTABLE, KEY

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator

    from extractor.ledger.edits.at_once import Entry
    from extractor.store.cells import Row

WITHOUT_TITLE, THERE_ALREADY = "task-without-title", "task-there-already"
"""Codes: a task has to say what is to be done; the same words stand in the ledger as a task already."""


def add(connection: sqlite3.Connection, words: Row, entry: Entry) -> Written:
    """Write a task in, from its columns of staff's and those they may correct; the caller holds the transaction."""
    row = {column: plain(words.get(column, "")).strip() for column in (*CORRECTABLE, *COLUMNS)}
    conflicts = tuple(_refused(row))
    if conflicts:
        return Written(0, (), conflicts, (row,))
    merged = merge([row], {}, {})
    ((task, values),) = merged.added
    shown = {**values, KEY: task}
    if task in staff.added(connection):
        return Written(0, (), (Conflict(THERE_ALREADY, task, "任务事项", theirs=row["任务事项"]),), (shown,))
    run = runs.begin(connection, entry.at, VERSION)
    apply(connection, run, merged, entry.origin, {})
    renew_by_hand(connection, entry.out)
    return Written(run, (), (), (shown,))


def withdraw(connection: sqlite3.Connection, run: int, tasks: Collection[str], entry: Entry) -> None:
    """Take tasks that were written in by hand out of the ledger again, with what was written beside them."""
    rows = staff.added(connection)
    gone = [task for task in tasks if task in rows]
    staff.forget(connection, gone)
    staff.withdraw(connection, gone)
    notes = (Change(task, "", rows[task].get("任务事项", ""), REMOVED, origin=entry.origin) for task in gone)
    changes.note(connection, run, notes)
    renew_by_hand(connection, entry.out)


def written_in(connection: sqlite3.Connection, run: int, origin: str) -> list[str]:
    """The tasks that were written in by hand under the number of a run."""
    rows = connection.execute(
        "SELECT task FROM changes WHERE run = ? AND origin = ? AND field = ?", (run, origin, ADDED)
    )
    return [task for (task,) in rows]


def _refused(row: Row) -> Iterator[Conflict]:
    if not row["任务事项"]:
        yield Conflict(WITHOUT_TITLE, "", "任务事项")
    for column, cell in row.items():
        if len(cell) > LONGEST:
            yield Conflict(TOO_LONG, "", column, "", cell)
        elif value(column, cell) is None:
            yield Conflict(refusal(column), "", column, "", cell)
