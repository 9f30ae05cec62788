"""How far the tasks are: counts and rates by department, notice or month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from extractor.store.questions.conditions import DONE_LIST, OPEN, STATE

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3
    from collections.abc import Mapping

By = Literal["department", "document", "month"]
_GROUPS: Mapping[By, tuple[str, str]] = {
    "department": (
        "bodies.name",
        "JOIN owners ON owners.task = tasks.key AND NOT owners.again JOIN bodies ON bodies.key = owners.body",
    ),
    "document": (
        (
            "coalesce(nullif(documents.title, ''), documents.file) || "
            "CASE WHEN documents.numbers = '' THEN '' ELSE '（' || documents.numbers || '）' END"
        ),
        "",
    ),
    "month": ("coalesce(substr(tasks.due, 1, 7), '')", ""),
}
_COUNTS = f"""
count(*), sum(coalesce(state.value, '') IN ({DONE_LIST})), sum(coalesce(state.value, '') = '进行中'),
sum(tasks.due IS NOT NULL AND tasks.due < :day AND {OPEN})
"""


@dataclass(frozen=True, slots=True)
class ProgressAnswer:
    """How far the tasks of one department, notice or month are.

    Attributes:
        name: of the group; empty for tasks without a day, when months are asked for.
        tasks: how many.
        done: 已完成, 已销号 or 中止.
        begun: 进行中.
        overdue: past due and not done.
    """

    name: str
    tasks: int
    done: int
    begun: int
    overdue: int

    @property
    def rate(self) -> float:
        """The share that is done, 0 to 1."""
        return self.done / self.tasks


def progress(connection: sqlite3.Connection, by: By, day: dt.date) -> list[ProgressAnswer]:
    """A row a group, by name; ``day`` decides what is overdue."""
    name, join = _GROUPS[by]
    group = "documents.id" if by == "document" else "1"
    statement = f"""
        SELECT {name}, {_COUNTS} FROM tasks JOIN documents ON documents.key = tasks.document {join} {STATE}
        WHERE tasks.held GROUP BY {group} ORDER BY 1
    """  # noqa: S608 - clauses of our own
    return [ProgressAnswer(*row) for row in connection.execute(statement, {"day": day.isoformat()})]
