"""All tasks that a question asks for, without their records: their ids, and single cells of staff's."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from extractor.store.questions.tasks.answers import ORDERS
from extractor.store.questions.tasks.question import FROM, conditions_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from extractor.store.questions.tasks.question import TaskQuestion


def task_ids(connection: sqlite3.Connection, question: TaskQuestion, order: str = "place") -> list[str]:
    """The ids of the tasks that fit, in one of the ``ORDERS``."""
    conditions = conditions_of(question)
    statement = f"SELECT tasks.id {FROM} {conditions.where} ORDER BY {ORDERS[order]}"
    return [task for (task,) in connection.execute(statement, conditions.values)]


def staff_cells(
    connection: sqlite3.Connection, question: TaskQuestion, columns: Sequence[str]
) -> dict[str, dict[str, str]]:
    """Task → what staff wrote in these columns, for all tasks that fit."""
    found: dict[str, dict[str, str]] = {task: {} for task in task_ids(connection, question)}
    rows = connection.execute(
        "SELECT task, field, value FROM cells WHERE field IN (SELECT value FROM json_each(?))", (json.dumps(columns),)
    )
    for task, field, value in rows:
        if task in found:
            found[task][field] = value
    return found
