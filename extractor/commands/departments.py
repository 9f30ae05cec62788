"""``extractor departments``: who has to do how much, and what is due next."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from extractor.commands import options
from extractor.commands.ledger import ROLES
from extractor.commands.tables import print_rows
from extractor.model.notice import Role
from extractor.store.database import reading
from extractor.store.questions.departments import DepartmentAnswer, departments

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

_COLUMNS = {"department": "部门", "tasks": "任务", **ROLES, "next_due": "最近时限", "overdue": "已过期"}
_HELP = """各部门的任务数（按角色）、最近时限和已过期的项数。

Tasks per department and role, the next deadline, and how many are overdue.
"""


@click.command("departments", help=_HELP)
@options.department
@options.home
@options.as_of
@options.out
@options.shape
@options.lang
def command(department: str | None, home: str | None, as_of: dt.date | None, out: Path, shape: str) -> None:
    """Print a row a department, the busiest first."""
    with reading(out) as ledger:
        rows = [_row(answer) for answer in departments(ledger, options.day(as_of), department, home)]
    if shape != "json":
        rows = [{_COLUMNS[key]: row[key] for key in _COLUMNS} for row in rows]
    print_rows(rows, tuple(_COLUMNS.values()), shape)


def _row(answer: DepartmentAnswer) -> dict[str, object]:
    shares = {role: answer.roles.get(role, 0) for role in get_args(Role)}
    times = {"next_due": answer.next_due, "overdue": answer.overdue}
    return {"department": answer.name, "home": answer.home, "tasks": answer.tasks, **shares, **times}
