"""The rows of ``tasks.csv``: the tasks with what staff wrote beside them, and the rows that wait outside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.export import columns
from extractor.export.corrected import corrected_cell
from extractor.export.ledger_rows import noted, task_rows
from extractor.ledger.applying import without_staff
from extractor.model.errors import ClassifiedFile
from extractor.store import changes, staff
from extractor.store.database import transaction
from extractor.store.shown import last_shown
from extractor.store.staff import CORRECTED, KEY

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Container, Iterator, Mapping

    from extractor.ledger.linking import Linked
    from extractor.model.record import Record
    from extractor.store.cells import Row
    from extractor.store.changes import Change
    from extractor.store.merge import Conflict
    from extractor.store.staff import Cells

_FILE = "来源文件"


@dataclass(frozen=True, slots=True)
class TaskTable:
    """The ledger of tasks.

    Attributes:
        columns: of the table: the contract's, then those that the office added.
        rows: a row a task.
        gone: rows with notes of staff whose task has left the ledger.
        returned: ids of tasks that were gone and are back.
        overtaken: corrections whose notice was changed in the corrected place.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    gone: tuple[Row, ...]
    returned: frozenset[str]
    overtaken: tuple[Conflict, ...]


def task_table(connection: sqlite3.Connection, run: int, linked: Linked) -> TaskTable:
    """The rows of the ledger; what changed since it was last shown is noted under the number of the run."""
    cells, corrections = linked.cells, linked.corrections
    with transaction(connection):
        rows = tuple(noted(task_rows(linked.counted), cells, corrections))
        secret = {record["file"] for record in linked.found if _is_secret(record)}
        before, gone = _silent(last_shown(connection, ()), secret), _silent(staff.gone(connection), secret)
        listed = {row[KEY]: row for row in rows}
        left = {task: gone.get(task) or before.get(task) or {KEY: task} for task in cells if task not in listed}
        staff.set_gone(connection, left)
        changes.note(connection, run, _changes(before, listed, cells))
        changes.silence(connection, sorted(secret))
    waiting = tuple(
        {**without_staff(row), **cells[task], CORRECTED: corrected_cell(corrections.get(task, {}))}
        for task, row in left.items()
    )
    own = {column: None for row in (*rows, *waiting) for column in row if column not in columns.TASKS}
    return TaskTable((*columns.TASKS, *own), rows, waiting, frozenset(gone) & listed.keys(), linked.overtaken)


def _is_secret(record: Record) -> bool:
    """Whether the file was refused for its mark of secrecy; an earlier run may have had leave to read it."""
    return any(problem["code"] == ClassifiedFile.code for problem in record["problems"])


def _silent(rows: Mapping[str, Row], secret: Container[str]) -> dict[str, Row]:
    """The rows, those of secret files without their words."""
    return {
        task: {KEY: task, _FILE: row[_FILE]} if row.get(_FILE) in secret else row for task, row in rows.items()
    }


def _changes(before: dict[str, Row], after: dict[str, Row], cells: Cells) -> Iterator[Change]:
    """What the notices changed; what staff changed was noted when it was taken over."""
    edited = {task: {**without_staff(row), **cells.get(task, {})} for task, row in before.items()}
    by_hand = {task for task, row in after.items() if row["规则"] == staff.BY_HAND}
    yield from (each for each in changes.between(edited, after) if each.task not in by_hand)
