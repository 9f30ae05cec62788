"""Which tasks: by department, time, kind, document, words, doubt."""

from __future__ import annotations

import json
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from extractor.store.questions.tasks.question import FROM, conditions_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from extractor.model.record import TaskRecord
    from extractor.store.questions.asking import Ledger
    from extractor.store.questions.tasks.question import TaskQuestion

_COLUMNS = (
    "(SELECT record FROM task_records WHERE task = tasks.key), "
    "(SELECT coalesce(json_group_object(field, value), '{}') FROM cells "
    "WHERE cells.task = tasks.id AND extracted IS NULL), "
    "tasks.doubts, documents.file, documents.title, documents.numbers, tasks.document"
)
_ALL = 1 << 62  # rows; more than there will ever be

ORDERS = MappingProxyType({
    "place": "tasks.key",
    "due": "tasks.due IS NULL, tasks.due, tasks.key",
    "due-last": "tasks.due IS NULL, tasks.due DESC, tasks.key",
    "status": "coalesce(state.value, ''), tasks.key",
    "newest": "documents.date DESC, tasks.key",
})  # fmt: skip
"""How answers may be sorted: by file and place, deadline (tasks without a day last), 状态, date of the notice."""


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
    document: int | str = 0

    @property
    def status(self) -> str:
        """What staff wrote under 状态; empty when they wrote nothing."""
        return self.staff.get("状态", "")


def tasks(
    connection: Ledger,
    question: TaskQuestion,
    limit: int | None = None,
    *,
    offset: int = 0,
    order: str = "place",
) -> list[TaskAnswer]:
    """The tasks that fit, in one of the ``ORDERS``; at most ``limit`` from ``offset`` on."""
    conditions = conditions_of(question)
    # The keys are sorted alone: with the columns beside them, the records of all tasks would be read for one page.
    page = f"SELECT tasks.key {FROM} {conditions.where} ORDER BY {ORDERS[order]} LIMIT ? OFFSET ?"
    statement = f"SELECT {_COLUMNS} {FROM} WHERE tasks.key IN ({page}) ORDER BY {ORDERS[order]}"
    rows = connection.execute(statement, (*conditions.values, _ALL if limit is None else limit, offset))
    return [_answer(*row) for row in rows]


def each_task(connection: Ledger, question: TaskQuestion) -> Iterator[TaskAnswer]:
    """All tasks that fit, by file and place, one after the other."""
    conditions = conditions_of(question)
    statement = f"SELECT {_COLUMNS} {FROM} {conditions.where} ORDER BY {ORDERS['place']}"
    return (_answer(*row) for row in connection.execute(statement, conditions.values))


def repeated(connection: Ledger, question: TaskQuestion) -> dict[str, int]:
    """The tasks that fit in several places, by id, and in how many."""
    conditions = conditions_of(question)
    statement = f"SELECT tasks.id, count(*) {FROM} {conditions.where} GROUP BY tasks.id HAVING count(*) > 1"
    return dict(connection.execute(statement, conditions.values).fetchall())


def count(connection: Ledger, question: TaskQuestion) -> int:
    """How many tasks fit."""
    conditions = conditions_of(question)
    statement = f"SELECT count(*) {FROM} {conditions.where}"
    return int(connection.execute(statement, conditions.values).fetchone()[0])


def _answer(record: str, staff: str, doubts: str, *rest: Any) -> TaskAnswer:  # noqa: ANN401 - a row of SQLite
    return TaskAnswer(json.loads(record), json.loads(staff), tuple(doubts.split()), *rest)
