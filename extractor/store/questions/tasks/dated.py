"""Tasks and their days, without their records: a month of a big ledger is some thousand short rows."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.store.questions.conditions import OPEN, STATE
from extractor.store.questions.tasks.question import FROM, conditions_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from extractor.model.record import TaskRecord
    from extractor.store.questions.tasks.question import TaskQuestion

_AT_ONCE = 5000  # values in one statement
# Everything but an empty list is looked into.
_UNWRITTEN = f"""
SELECT task_records.record, tasks.document FROM tasks JOIN task_records ON task_records.task = tasks.key {STATE}
WHERE tasks.held AND {OPEN} AND (
    tasks.recurring OR tasks.time IN ('relative', 'period') OR NOT instr(task_records.record, '"milestones": []')
) ORDER BY tasks.key
"""  # noqa: S608 - clauses of our own


def dated(connection: sqlite3.Connection, question: TaskQuestion) -> list[tuple[str, str]]:
    """Id and deadline (``2024-06-30T16:00``) of the tasks that fit and have one, by deadline and place."""
    conditions = conditions_of(question)
    conditions.add("tasks.due IS NOT NULL")
    statement = f"SELECT tasks.id, tasks.due {FROM} {conditions.where} ORDER BY tasks.due, tasks.key"
    return [(task, due) for task, due in connection.execute(statement, conditions.values)]


def fitting(connection: sqlite3.Connection, question: TaskQuestion, tasks: Iterable[str]) -> set[str]:
    """Those of ``tasks`` (ids) that fit."""
    several = sorted(set(tasks))
    found: set[str] = set()
    for start in range(0, len(several), _AT_ONCE):
        conditions = conditions_of(replace(question, ids=tuple(several[start : start + _AT_ONCE])))
        rows = connection.execute(f"SELECT tasks.id {FROM} {conditions.where}", conditions.values)
        found.update(row[0] for row in rows)
    return found


def with_unwritten_days(connection: sqlite3.Connection) -> Iterator[tuple[TaskRecord, int]]:
    """The tasks, not done, with a day that no column holds, with the key of their document.

    These are recurring times, times counted from an event, beginnings of periods, and milestones.
    """
    for record, document in connection.execute(_UNWRITTEN):
        yield json.loads(record), document


def state(connection: sqlite3.Connection) -> tuple[int, str]:
    """What becomes another whenever the ledger does: what was reckoned from the same state still holds."""
    run = connection.execute("SELECT coalesce(max(id), 0) FROM runs").fetchone()[0]
    row = connection.execute("SELECT value FROM meta WHERE name = 'written'").fetchone()
    return int(run), row[0] if row else ""
