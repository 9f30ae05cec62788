"""Which tasks: by department, time, kind, document, words, doubt."""

from __future__ import annotations

import json
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from extractor.store.questions.conditions import OPEN, STATE, Conditions

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3
    from collections.abc import Mapping

    from extractor.model.notice import Role, TaskKind
    from extractor.model.record import TaskRecord

_FROM = f"FROM tasks JOIN documents ON documents.key = tasks.document {STATE}"
_COLUMNS = (
    "(SELECT record FROM task_records WHERE task = tasks.key), "
    "(SELECT json_group_object(field, value) FROM cells WHERE cells.task = tasks.id AND extracted IS NULL), "
    "tasks.doubts, documents.file, documents.title, documents.numbers, tasks.document"
)

ORDERS = MappingProxyType({
    "place": "tasks.key",
    "due": "tasks.due IS NULL, tasks.due, tasks.key",
    "due-last": "tasks.due IS NULL, tasks.due DESC, tasks.key",
    "status": "coalesce(state.value, ''), tasks.key",
    "newest": "documents.date DESC, tasks.key",
})  # fmt: skip
"""How answers may be sorted: by file and place, by deadline (tasks without a day last), by what staff wrote under
状态, by the date of the notice."""


@dataclass(frozen=True, slots=True)
class TaskQuestion:
    """The conditions, all of which must hold; None or False: any.

    Attributes:
        department: words of any name of the owner.
        home: words of the organisation that the owner belongs to.
        role: the owner's role.
        kind: task, requirement, submission or meeting.
        document: names of the document: words of its title, number or file; one of them must fit.
        issuer: words of an issuer.
        due_from: due on this day or later.
        due_to: due on this day or before.
        overdue_on: due before this day and not done.
        ongoing: to be carried on.
        recurring: due again and again.
        doubtful: to be looked at by a person.
        words: words of its text, separated by blanks.
        status: what staff wrote under 状态.
        task: its id, or the beginning of it.
        timed: with a deadline of any kind.
        file: the very name of the file that it stands in.
    """

    department: str | None = None
    home: str | None = None
    role: Role | None = None
    kind: TaskKind | None = None
    document: tuple[str, ...] = ()
    issuer: str | None = None
    due_from: dt.date | None = None
    due_to: dt.date | None = None
    overdue_on: dt.date | None = None
    ongoing: bool = False
    recurring: bool = False
    doubtful: bool = False
    words: str | None = None
    status: str | None = None
    task: str | None = None
    timed: bool = False
    file: str | None = None


@dataclass(frozen=True, slots=True)
class TaskAnswer:
    """A task that fits, where it stands, and what staff wrote beside it (column → words).

    ``document`` is the key of its document.
    """

    task: TaskRecord
    staff: Mapping[str, str]
    doubts: tuple[str, ...]
    file: str
    title: str
    numbers: str
    document: int = 0

    @property
    def status(self) -> str:
        """What staff wrote under 状态; empty when they wrote nothing."""
        return self.staff.get("状态", "")


def tasks(
    connection: sqlite3.Connection,
    question: TaskQuestion,
    limit: int | None = None,
    *,
    offset: int = 0,
    order: str = "place",
) -> list[TaskAnswer]:
    """The tasks that fit, in one of the ``ORDERS``; at most ``limit`` from ``offset`` on."""
    conditions = _conditions(question)
    # The keys are sorted alone: with the columns beside them, the records of all tasks would be read for one page.
    page = f"SELECT tasks.key {_FROM} {conditions.where} ORDER BY {ORDERS[order]} LIMIT ? OFFSET ?"
    statement = f"SELECT {_COLUMNS} {_FROM} WHERE tasks.key IN ({page}) ORDER BY {ORDERS[order]}"
    rows = connection.execute(statement, (*conditions.values, -1 if limit is None else limit, offset))
    return [_answer(*row) for row in rows]


def count(connection: sqlite3.Connection, question: TaskQuestion) -> int:
    """How many tasks fit."""
    conditions = _conditions(question)
    statement = f"SELECT count(*) {_FROM} {conditions.where}"
    return int(connection.execute(statement, conditions.values).fetchone()[0])


def _answer(record: str, staff: str, doubts: str, *rest: Any) -> TaskAnswer:  # noqa: ANN401 - a row of SQLite
    return TaskAnswer(json.loads(record), json.loads(staff), tuple(doubts.split()), *rest)


def _conditions(question: TaskQuestion) -> Conditions:
    conditions = Conditions()
    conditions.add("tasks.held")
    conditions.owned(question.department, question.role, question.home)
    if question.document:
        conditions.named(question.document)
    if question.words is not None:
        conditions.worded("tasks.passage", question.words)
    _add_plain(conditions, question)
    _add_times(conditions, question)
    return conditions


def _add_plain(conditions: Conditions, question: TaskQuestion) -> None:
    if question.kind:
        conditions.add("tasks.kind = ?", question.kind)
    if question.file is not None:
        conditions.add("documents.file = ?", question.file)
    if question.issuer is not None:
        conditions.add("instr(documents.issued_by, ?)", question.issuer)
    if question.doubtful:
        conditions.add("tasks.doubts <> ''")
    if question.status is not None:
        conditions.add("coalesce(state.value, '') = ?", question.status)
    if question.task is not None:
        # A range instead of LIKE, so that the index on ids serves.
        conditions.add("tasks.id >= ? AND tasks.id < ?", question.task, f"{question.task}\U0010ffff")


def _add_times(conditions: Conditions, question: TaskQuestion) -> None:
    """Days are compared as they are written; a task without a date is due neither before nor after any day."""
    if question.due_from:
        conditions.add("tasks.due >= ?", question.due_from.isoformat())
    if question.due_to:
        # The whole day counts: 2024-06-30T16:00 stands before 2024-06-30U.
        conditions.add("tasks.due < ?", f"{question.due_to.isoformat()}U")
    if question.overdue_on:
        conditions.add(f"tasks.due < ? AND {OPEN}", question.overdue_on.isoformat())
    if question.ongoing:
        conditions.add("tasks.ongoing")
    if question.recurring:
        conditions.add("tasks.recurring")
    if question.timed:
        conditions.add("tasks.time <> ''")
