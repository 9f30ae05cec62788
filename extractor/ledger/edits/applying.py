"""Edits put into the ledger: kept, noted as changes, and what a ledger without database had shown."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from extractor.export.columns import FIXED, TASKS
from extractor.export.corrected import found_before
from extractor.store import changes, staff
from extractor.store.changes import ADDED, Change
from extractor.store.edit import Edit, Merge
from extractor.store.staff import BY_HAND, COLUMNS, CORRECTABLE, CORRECTED, KEY

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from extractor.store.cells import Row


def ledger_rows(connection: sqlite3.Connection, shown: Mapping[str, Row]) -> dict[str, Row]:
    """Task → row as the ledger has it now: as it was shown, with what staff wrote and took away since."""
    cells, added = staff.cells(connection), staff.added(connection)
    return {
        task: {**without_staff(row, added.get(task, {})), **cells.get(task, {})}
        for task, row in {**added, **shown}.items()
    }


def without_staff(row: Row, added: Mapping[str, str] = MappingProxyType({})) -> Row:
    """The row without what staff wrote beside it: no notes, and in corrected cells what had been found there.

    ``added`` are the first words of a task that was written in by hand.
    """
    own = dict.fromkeys((column for column in row if column in COLUMNS or column not in TASKS), "")
    first = {column: cell for column, cell in added.items() if cell and column in CORRECTABLE}
    return {**row, **own, **found_before(row.get(CORRECTED, "")), **first}


def apply(
    connection: sqlite3.Connection, run: int, merged: Merge, origin: str, shown: Mapping[str, Row]
) -> None:
    """Keep edits and added tasks, and note them as changes of the run; the caller holds the transaction."""
    hand = dict(merged.added)
    known = staff.added(connection)
    new = {task: row for task, row in hand.items() if task not in known}
    staff.add(connection, new)
    own = [Edit(task, column, "", cell) for task, row in new.items() for column, cell in _own(row) if cell]
    staff.take(connection, (*merged.edits, *own))
    titles = {**shown, **new}
    notes = [Change(task, "", row.get("任务事项", ""), ADDED, origin=origin) for task, row in new.items()]
    edits = (_change(edit, titles.get(edit.task, {}), origin) for edit in merged.edits)
    changes.note(connection, run, (*notes, *edits))


def _own(row: Row) -> Iterable[tuple[str, str]]:
    """The cells of a hand-written row that are no part of the task itself: staff's columns, and the office's own."""
    return ((column, cell) for column, cell in row.items() if column not in FIXED | set(staff.CORRECTABLE))


def _change(edit: Edit, row: Row, origin: str) -> Change:
    return Change(
        edit.task, row.get("来源文件", ""), row.get("任务事项", ""), edit.field, edit.before, edit.after, origin
    )


def as_found(rows: Iterable[Row]) -> dict[str, Row]:
    """What the program had written into a ledger that it does not remember, by task.

    Staff's columns were empty, the office's own were not there, and 更正 says what had stood in corrected ones.
    Tasks that staff wrote in are not among them.
    """
    return {row[KEY]: _as_written(row) for row in rows if row.get(KEY) and row.get("规则") != BY_HAND}


def _as_written(row: Row) -> Row:
    ours = {column: cell for column, cell in row.items() if column in TASKS}
    return {**ours, **dict.fromkeys(COLUMNS, ""), CORRECTED: "", **found_before(row.get(CORRECTED, ""))}
