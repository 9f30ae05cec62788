"""Who has to do how much: tasks by role, the next deadline, what is overdue."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.store.questions.conditions import DONE_LIST, Conditions

if TYPE_CHECKING:
    import datetime as dt

    from extractor.store.questions.asking import Ledger

# CROSS JOIN: few tasks are done, and those are looked up; the other way round all tasks would be gone through.
_DONE = f"""
SELECT tasks.key FROM cells AS state CROSS JOIN tasks
WHERE tasks.id = state.task AND state.field = '状态' AND state.value IN ({DONE_LIST})
"""  # noqa: S608 - clauses of our own
_ROLES = f"SELECT body, role, count(*), sum(NOT again AND task NOT IN ({_DONE})) FROM owners GROUP BY body, role"  # noqa: S608
_TIMES = f"""
SELECT body, coalesce(min(CASE WHEN due >= :day THEN due END), ''), sum(due < :day) FROM owners
WHERE due IS NOT NULL AND NOT again AND task NOT IN ({_DONE})
GROUP BY body
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
        open: how many tasks are not done, as far as staff wrote.
    """

    name: str
    home: str
    tasks: int = 0
    roles: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    next_due: str = ""
    overdue: int = 0
    open: int = 0


def departments(
    connection: Ledger, day: dt.date, name: str | None = None, home: str | None = None
) -> list[DepartmentAnswer]:
    """The bodies that own tasks.

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
    statement = f"SELECT key, name, home, tasks FROM bodies {conditions.where}"  # noqa: S608 - clauses of our own
    found = {key: DepartmentAnswer(*values) for key, *values in connection.execute(statement, conditions.values)}
    for body, role, number, unfinished in connection.execute(_ROLES):
        if body in found:
            found[body].roles[role] = number
            found[body].open += unfinished
    for body, due, overdue in connection.execute(_TIMES, {"day": day.isoformat()}):
        if body in found:
            found[body].next_due, found[body].overdue = due[:10], overdue
    return [answer for answer in found.values() if answer.tasks]
