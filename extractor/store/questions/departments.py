"""Who has to do how much: tasks by role, the next deadline, what is overdue."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.store.questions.conditions import OPEN, Conditions

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3

_ROLES = """
SELECT owners.body, owners.role, count(*) FROM owners JOIN tasks ON tasks.key = owners.task
WHERE tasks.held GROUP BY owners.body, owners.role
"""
_TIMES = f"""
SELECT owners.body, count(DISTINCT owners.task),
       min(CASE WHEN owners.due >= :day AND {OPEN} THEN substr(owners.due, 1, 10) END),
       count(DISTINCT CASE WHEN owners.due < :day AND {OPEN} THEN owners.task END)
FROM owners JOIN tasks ON tasks.key = owners.task LEFT JOIN staff ON staff.task = tasks.id
WHERE tasks.held GROUP BY owners.body
"""  # noqa: S608 - clauses of our own


@dataclass(slots=True)
class DepartmentAnswer:
    """A body that owns tasks.

    Attributes:
        name: its canonical name.
        home: the organisation that it belongs to; empty when unknown.
        tasks: how many it has a part in, each once.
        roles: role → how many.
        next_due: the first deadline from the day asked about on, ISO; empty when there is none.
        overdue: how many deadlines have passed that day without the task being done.
    """

    name: str
    home: str
    tasks: int = 0
    roles: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    next_due: str = ""
    overdue: int = 0


def departments(
    connection: sqlite3.Connection, day: dt.date, name: str | None = None, home: str | None = None
) -> list[DepartmentAnswer]:
    """The bodies that own tasks, the busiest first.

    Args:
        connection: the ledger.
        day: the day from which deadlines are next or overdue.
        name: words of any name of the body; None: all.
        home: words of the organisation; None: all.
    """
    conditions = Conditions()
    if name is not None:
        conditions.add("key IN (SELECT body FROM body_names WHERE instr(name, ?))", name)
    if home is not None:
        conditions.add("instr(home, ?)", home)
    statement = f"SELECT key, name, home FROM bodies {conditions.where}"  # noqa: S608 - clauses of our own
    found = {key: DepartmentAnswer(*names) for key, *names in connection.execute(statement, conditions.values)}
    for body, role, number in connection.execute(_ROLES):
        if body in found:
            found[body].roles[role] = number
    for body, tasks, due, overdue in connection.execute(_TIMES, {"day": day.isoformat()}):
        if body in found:
            answer = found[body]
            answer.tasks, answer.next_due, answer.overdue = tasks, due or "", overdue
    return sorted((each for each in found.values() if each.tasks), key=_busiest)


def _busiest(answer: DepartmentAnswer) -> tuple[int, str, str]:
    return -answer.tasks, answer.name, answer.home
