"""The rows of ``tasks.csv``: the tasks with what staff wrote beside them, and the rows that wait outside."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from extractor.export import columns
from extractor.export.corrected import corrected_cell
from extractor.export.ledger_rows import noted, task_rows
from extractor.ledger.edits.applying import without_staff
from extractor.model.errors import ClassifiedFile
from extractor.store import changes, staff
from extractor.store.database import transaction
from extractor.store.shelf import Shelf
from extractor.store.shown import shelved
from extractor.store.staff import CORRECTED, KEY

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Container, Iterator, Sequence

    from extractor.ledger.linking import Linked
    from extractor.model.record import Record
    from extractor.store.cells import Row
    from extractor.store.changes import Change
    from extractor.store.edit import Conflict
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
    rows: Sequence[Row]
    gone: tuple[Row, ...]
    returned: frozenset[str]
    overtaken: tuple[Conflict, ...]


def task_table(connection: sqlite3.Connection, run: int, linked: Linked) -> TaskTable:
    """The rows of the ledger; what changed since it was last shown is noted under the number of the run."""
    cells, corrections = linked.cells, linked.corrections
    with transaction(connection):
        listed = Shelf(noted(task_rows(linked.counted), cells, corrections))
        rows = listed.rows
        secret = {record["file"] for record in linked.found if _is_secret(record)}
        before = shelved(connection).changed(lambda row: _silent(row, secret))
        gone = {task: _silent(row, secret) for task, row in staff.gone(connection).items()}
        left = {task: gone.get(task) or before.get(task) or {KEY: task} for task in cells if task not in listed}
        staff.set_gone(connection, left)
        changes.note(connection, run, _changes(before, listed, cells))
        changes.silence(connection, sorted(secret))
    waiting = tuple(
        {**without_staff(row), **cells[task], CORRECTED: corrected_cell(corrections.get(task, {}))}
        for task, row in left.items()
    )
    own = {column: None for row in chain(rows, waiting) for column in row if column not in columns.TASKS}
    return TaskTable((*columns.TASKS, *own), rows, waiting, frozenset(gone) & listed.keys(), linked.overtaken)


def _is_secret(record: Record) -> bool:
    """Whether the file was refused for its mark of secrecy; an earlier run may have had leave to read it."""
    return any(problem["code"] == ClassifiedFile.code for problem in record["problems"])


def _silent(row: Row, secret: Container[str]) -> Row:
    """The row, that of a secret file without its words."""
    return {KEY: row[KEY], _FILE: row[_FILE]} if row.get(_FILE) in secret else row


def _changes(before: Shelf, after: Shelf, cells: Cells) -> Iterator[Change]:
    """What the notices changed; what staff changed was noted when it was taken over."""
    by_hand = {row[KEY] for row in after.rows if row["规则"] == staff.BY_HAND}
    found = changes.between(before.changed(without_staff), after, cells)
    yield from (each for each in found if each.task not in by_hand)
