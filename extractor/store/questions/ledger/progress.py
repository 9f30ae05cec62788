"""How far the tasks are: counts and rates by department, notice or month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from extractor.store.questions.conditions import OPEN, STATE

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3
    from collections.abc import Mapping

By = Literal["department", "document", "month"]
_FILE = "documents.file"
_GROUPS: Mapping[By, tuple[str, str, str]] = {
    "department": (
        "bodies.key", "bodies.name, bodies.home",
        "JOIN owners ON owners.task = tasks.key AND NOT owners.again JOIN bodies ON bodies.key = owners.body",
    ),
    "document": (
        "documents.key",
        f"coalesce(nullif(documents.title, ''), {_FILE}), coalesce(nullif(documents.numbers, ''), {_FILE})",
        "",
    ),
    "month": ("substr(tasks.due, 1, 7)", "coalesce(substr(tasks.due, 1, 7), ''), ''", ""),
}  # fmt: skip
"""What makes a group, its name and what tells it from others of that name, and the tables it takes."""
_COUNTS = f"""
count(*), sum(coalesce(state.value, '') IN ('已完成', '已销号')), sum(coalesce(state.value, '') = '进行中'),
sum(coalesce(state.value, '') = '中止'), sum(tasks.due IS NOT NULL AND tasks.due < :day AND {OPEN})
"""


@dataclass(frozen=True, slots=True)
class ProgressAnswer:
    """How far the tasks of one department, notice or month are.

    Attributes:
        name: of the group; empty for tasks without a day, when months are asked for.
        apart: what tells it from others of that name: the organisation of a department, the number or
            file of a notice.
        tasks: how many.
        done: 已完成 or 已销号.
        begun: 进行中.
        dropped: 中止, which is neither done nor left to do.
        overdue: past due and not done.
    """

    name: str
    apart: str
    tasks: int
    done: int
    begun: int
    dropped: int
    overdue: int

    @property
    def rate(self) -> float:
        """The share that is done, 0 to 1, as the workbook counts it."""
        return self.done / self.tasks


def progress(connection: sqlite3.Connection, by: By, day: dt.date) -> list[ProgressAnswer]:
    """A row a group, by name; ``day`` decides what is overdue."""
    key, shown, join = _GROUPS[by]
    statement = f"""
        SELECT {shown}, {_COUNTS} FROM tasks JOIN documents ON documents.key = tasks.document {join} {STATE}
        WHERE tasks.held GROUP BY {key} ORDER BY 1, 2, {key}
    """  # noqa: S608 - clauses of our own
    return [ProgressAnswer(*row) for row in connection.execute(statement, {"day": day.isoformat()})]
