"""``extractor departments``: who has to do how much, what is overdue, and what is due next."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack, get_args

import click

from extractor.commands import options
from extractor.commands.ask.asking import opened, source
from extractor.commands.screen.tables import print_rows
from extractor.graph.bodies.name import label
from extractor.ledger.names.naming import names_of
from extractor.ledger.wording import ROLES
from extractor.model.notice import Role
from extractor.store.questions.bodies.departments import DepartmentAnswer, departments

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from extractor.commands.manner import Manner

_COLUMNS = {"department": "部门", "tasks": "任务", **ROLES, "next_due": "最近时限", "overdue": "已过期"}
_HELP = """各部门的任务数（按角色）、最近时限和已过期的项数。

\b
同一单位的几种写法算一个部门，前面带上所属单位。
--unknown 列出名录里没有的单位，--accept 认可它们；合并、分开见 extractor names。

Tasks per department and role, the next deadline, and how many are overdue.
"""


class Asked(TypedDict):
    """What stands on the command line."""

    department: str | None
    home: str | None
    unknown: bool
    accept: tuple[str, ...]
    names_file: Path | None
    patterns: tuple[Path, ...]
    as_of: dt.date | None
    out: Path
    parquet: str
    shape: str


@click.command("departments", help=_HELP)
@options.department
@options.home
@click.option("--unknown", is_flag=True, help="列出名录里没有的单位 (bodies that the list lacks)。")
@click.option("--accept", multiple=True, metavar="名称", help="认可这个单位，可写多次；all 为全部 (accept)。")
@options.names_file
@options.patterns
@options.as_of
@source
@options.shape
@options.lang
@click.pass_obj
def command(manner: Manner, **asked: Unpack[Asked]) -> None:
    """Print a row a department, the busiest first."""
    if asked["accept"] or asked["unknown"]:
        _names(manner, asked)
        return
    shape = asked["shape"]
    with opened(asked["out"], asked["parquet"]) as ledger:
        found = departments(ledger, options.day(asked["as_of"]), asked["department"], asked["home"])
    rows = sorted(map(_row, found), key=_busiest)
    if shape != "json":
        rows = [{_COLUMNS[key]: row[key] for key in _COLUMNS} for row in rows]
    print_rows(rows, tuple(_COLUMNS.values()), shape)


def _names(manner: Manner, asked: Asked) -> None:
    from extractor.commands.names.decided import accept_bodies  # noqa: PLC0415 - a question needs no list
    from extractor.commands.names.seen import print_unknown  # noqa: PLC0415

    names = names_of(asked["out"], asked["names_file"], asked["patterns"])
    if asked["accept"]:
        accept_bodies(names, asked["accept"], manner.lang, home=asked["home"])
    else:
        print_unknown(names, asked["shape"])


def _busiest(row: dict[str, object]) -> tuple[int, str]:
    return -int(str(row["tasks"])), str(row["department"])


def _row(answer: DepartmentAnswer) -> dict[str, object]:
    shares = {role: answer.roles.get(role, 0) for role in get_args(Role)}
    times = {"next_due": answer.next_due, "overdue": answer.overdue}
    name = label(answer.home, answer.name)
    return {"department": name, "home": answer.home, "tasks": answer.tasks, **shares, **times}
