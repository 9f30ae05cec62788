"""How the ledger stands as a whole: how many tasks are done, who is behind, what came last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.store.questions.conditions import DONE_LIST
from extractor.store.questions.tasks.question import PROGRESS

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3

    from extractor.store.questions.tasks.question import Progress

_HELD = "SELECT count(*) FROM tasks WHERE held"
# CROSS JOIN: staff wrote beside few tasks, and those are looked up.
_STATES = """
SELECT state.value, count(*) FROM cells AS state CROSS JOIN tasks ON tasks.id = state.task AND tasks.held
WHERE state.field = '状态' GROUP BY state.value
"""
_BEHIND = f"""
SELECT name, home, overdue, soon FROM
  (SELECT body, sum(due < :day) AS overdue, sum(due >= :day) AS soon FROM owners
   WHERE due IS NOT NULL AND due < :until AND NOT again AND task NOT IN
         (SELECT tasks.key FROM cells AS state CROSS JOIN tasks ON tasks.id = state.task
          WHERE state.field = '状态' AND state.value IN ({DONE_LIST}))
   GROUP BY body ORDER BY overdue DESC, soon DESC, body LIMIT :limit)
JOIN bodies ON bodies.key = body ORDER BY overdue DESC, soon DESC, name
"""  # noqa: S608 - clauses of our own


@dataclass(frozen=True, slots=True)
class BehindAnswer:
    """A body with unfinished tasks: how many are past due, and how many come due soon."""

    name: str
    home: str
    overdue: int
    soon: int


def states(connection: sqlite3.Connection) -> dict[Progress, int]:
    """How many tasks are how far."""
    total = int(connection.execute(_HELD).fetchone()[0])
    written: dict[str, int] = dict(connection.execute(_STATES).fetchall())
    found = {each: sum(written.get(state, 0) for state in shown) for each, shown in PROGRESS.items()}
    return {**found, "left": total - sum(found.values())}


def behind(connection: sqlite3.Connection, day: dt.date, until: dt.date, limit: int) -> list[BehindAnswer]:
    """The bodies with most tasks past due on ``day``, then with most due from then to ``until``, that day included."""
    values = {"day": day.isoformat(), "until": f"{until.isoformat()}U", "limit": limit}
    return [BehindAnswer(*row) for row in connection.execute(_BEHIND, values)]


def last_arrival(connection: sqlite3.Connection) -> int:
    """The number of the last run in which a task came into the ledger; 0 when none did."""
    row = connection.execute("SELECT run FROM changes WHERE field = 'added' ORDER BY run DESC LIMIT 1").fetchone()
    return int(row[0]) if row else 0


def last_run(connection: sqlite3.Connection) -> int:
    """The number of the last run; 0 before the first."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM runs").fetchone()[0])
