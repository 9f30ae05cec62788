"""``staff-notes.csv``: rows of staff whose task has left the ledger; edited or deleted there, they are so for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.export.columns import FIXED
from extractor.ledger.edits.applying import apply, as_found, without_staff
from extractor.store import changes, staff
from extractor.store.changes import Change
from extractor.store.merge import merge
from extractor.store.shown import kept_shown
from extractor.store.staff import KEPT, KEY

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

    from extractor.store.cells import Row
    from extractor.store.edit import Conflict
    from extractor.store.staff import Cells, Table


def take_waiting(connection: sqlite3.Connection, run: int, kept: Table) -> tuple[Conflict, ...]:
    """Take over what staff did in ``staff-notes.csv``; the caller holds the transaction.

    Cells that they edited are kept as edited. Rows that they deleted are forgotten (the history has them), if the
    file had shown them; a file that is missing as a whole is written again. Rows that nobody knows come from before
    there was a database.
    """
    cells = staff.cells(connection)
    rows = {task: {**without_staff(row), **cells.get(task, {})} for task, row in staff.gone(connection).items()}
    shown = {task: row for task, row in kept_shown(connection).items() if task in rows}
    known = [row for row in kept.rows if not row.get(KEY) or row[KEY] in shown]
    merged = merge(known, shown, rows, FIXED)
    apply(connection, run, merged, KEPT, rows)
    if kept.understood:
        listed = {row.get(KEY) for row in kept.rows}
        _forget(connection, run, {task: rows[task] for task in shown if task not in listed}, cells)
    _take_older(connection, run, kept)
    return merged.conflicts


def _forget(connection: sqlite3.Connection, run: int, rows: Mapping[str, Row], cells: Cells) -> None:
    changes.note(connection, run, _emptied(rows, cells))
    staff.forget(connection, rows)


def _emptied(rows: Mapping[str, Row], cells: Cells) -> Iterator[Change]:
    for task, row in rows.items():
        for column, cell in cells.get(task, {}).items():
            yield Change(task, row.get("来源文件", ""), row.get("任务事项", ""), column, cell, "", KEPT)


def _take_older(connection: sqlite3.Connection, run: int, kept: Table) -> None:
    """Notes of tasks that left before there was a database."""
    known = {*staff.cells(connection), *staff.gone(connection)}
    rows = [row for row in kept.rows if row.get(KEY) and row[KEY] not in known]
    if rows:
        base = as_found(rows)
        apply(connection, run, merge(rows, base, base, FIXED), KEPT, base)
        staff.set_gone(connection, {**base, **staff.gone(connection)})
