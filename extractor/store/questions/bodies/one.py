"""One body: how many tasks in which role, what is left to do, its load over the months, the forms of its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.store.questions.bodies.owning import Body
from extractor.store.questions.conditions import OPEN, STATE

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3
    from collections.abc import Mapping, Sequence

_OWNED = f"FROM owners JOIN tasks ON tasks.key = owners.task {STATE} WHERE owners.body = ? AND NOT owners.again"
_FIGURES = f"""
SELECT count(*), coalesce(sum({OPEN}), 0), coalesce(sum(tasks.due < ? AND {OPEN}), 0),
       coalesce(min(CASE WHEN tasks.due >= ? AND {OPEN} THEN tasks.due END), '')
{_OWNED}
"""
_MONTHS = f"""
SELECT substr(tasks.due, 1, 7), sum(NOT {OPEN}), sum(tasks.due < ? AND {OPEN}), sum(tasks.due >= ? AND {OPEN})
{_OWNED} AND tasks.due IS NOT NULL GROUP BY 1 ORDER BY 1
"""
_SAID = """
SELECT words, count(*), file, min(key) FROM (
    SELECT words, file, key FROM edges WHERE subject IN ({ids})
    UNION ALL SELECT words, file, key FROM edges WHERE object IN ({ids}) AND relation IN ('addressed-to', 'copied-to')
) GROUP BY words ORDER BY 2 DESC, 1 LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a body has to do.

    Attributes:
        tasks: it has a part in, each once.
        open: of these not done, as far as staff wrote.
        overdue: deadlines passed on the day asked about, without the task being done.
        next_due: the first deadline from that day on, ISO; empty when there is none.
        roles: role → how many.
    """

    tasks: int
    open: int
    overdue: int
    next_due: str
    roles: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Load:
    """What is due in a month (``2024-06``): tasks done, passed and not done, still to come."""

    month: str
    done: int
    overdue: int
    open: int

    @property
    def tasks(self) -> int:
        """All of them."""
        return self.done + self.overdue + self.open


@dataclass(frozen=True, slots=True)
class Form:
    """A name as printed, how often, and a file that prints it."""

    words: str
    count: int
    file: str


def body_named(connection: sqlite3.Connection, name: str, home: str | None) -> list[Body]:
    """The bodies whose canonical name this is; without any such, those that are called so in print."""
    own = "SELECT key, name, home FROM bodies WHERE tasks > 0 AND name = ? AND home = coalesce(?, home) ORDER BY home"
    called = (
        "SELECT key, name, home FROM bodies WHERE tasks > 0 AND key IN (SELECT body FROM body_names WHERE name = ?) "
        "AND home = coalesce(?, home) ORDER BY home, name"
    )
    rows = connection.execute(own, (name, home)).fetchall() or connection.execute(called, (name, home)).fetchall()
    return [Body(*row) for row in rows]


def figures(connection: sqlite3.Connection, body: Body, day: dt.date) -> Figures:
    """The figures of a body; ``day`` decides what is overdue."""
    numbers = connection.execute(_FIGURES, (day.isoformat(), day.isoformat(), body.key)).fetchone()
    roles = connection.execute("SELECT role, count(*) FROM owners WHERE body = ? GROUP BY role", (body.key,))
    tasks, unfinished, overdue, due = numbers
    return Figures(tasks, unfinished, overdue, due, dict(roles.fetchall()))


def load(connection: sqlite3.Connection, body: Body, day: dt.date) -> list[Load]:
    """The months in which anything of a body's is due, in order."""
    rows = connection.execute(_MONTHS, (day.isoformat(), day.isoformat(), body.key))
    return [Load(*row) for row in rows]


def forms(connection: sqlite3.Connection, nodes: Sequence[str], limit: int) -> list[Form]:
    """How notices print the name of a body, the most frequent first; ``nodes`` are the ids it may have."""
    statement = _SAID.format(ids=", ".join("?" * len(nodes)))
    return [Form(*row[:3]) for row in connection.execute(statement, (*nodes, *nodes, limit))]


def other_names(connection: sqlite3.Connection, body: Body) -> list[str]:
    """All names under which the body is found."""
    return [row[0] for row in connection.execute("SELECT name FROM body_names WHERE body = ? ORDER BY 1", (body.key,))]
