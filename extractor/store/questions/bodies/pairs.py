"""Two bodies beside each other: what becomes of their tasks when they are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from extractor.store.questions.bodies.owning import Body

_TOGETHER = "SELECT count(DISTINCT task) FROM owners WHERE body IN (?, ?)"
_OF_HOME = "SELECT name FROM bodies WHERE tasks > 0 AND home = ? AND key <> ? ORDER BY tasks DESC, name LIMIT ?"
_TITLES = """
SELECT tasks.id, passages.text FROM owners JOIN tasks ON tasks.key = owners.task
JOIN passages ON passages.key = tasks.passage WHERE owners.body = ? AND NOT owners.again ORDER BY owners.task LIMIT ?
"""


def tasks_together(connection: sqlite3.Connection, one: Body, other: Body) -> int:
    """How many tasks either has a part in, each once."""
    return int(connection.execute(_TOGETHER, (one.key, other.key)).fetchone()[0])


def neighbours(connection: sqlite3.Connection, body: Body, limit: int) -> list[str]:
    """The names of other bodies of the same organisation, the busiest first."""
    return [name for (name,) in connection.execute(_OF_HOME, (body.home, body.key, limit))]


def some_tasks(connection: sqlite3.Connection, body: Body, limit: int) -> list[tuple[str, str]]:
    """Id and words of the first tasks of a body."""
    return [(task, " ".join(text.split())) for task, text in connection.execute(_TITLES, (body.key, limit))]
