"""``extractor departments``: who has to do how much, what is overdue, and what is due next."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, TypedDict, Unpack, get_args

import click

from extractor.commands import options
from extractor.commands.ledger import ROLES, Entry, entries, ledger
from extractor.commands.naming import Names, names_file
from extractor.commands.tables import print_rows
from extractor.commands.tasks import due_day
from extractor.graph.bodies.name import label
from extractor.model.notice import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from extractor.commands.program import Manner
    from extractor.model.record import OwnerRecord

_COLUMNS = {"department": "部门", "tasks": "任务", **ROLES, "next_due": "最近时限", "overdue": "已过时限"}
_HELP = """各部门的任务数（按角色）、最近时限、时限已过的任务数。

\b
同一单位的几种写法算一个部门，前面带上所属单位。
--unknown 列出名录里没有的单位，--accept 认可它们；合并、分开见 extractor names。

Tasks per department and role, the next deadline, and how many are past theirs.
"""


class Asked(TypedDict):
    """What stands on the command line."""

    out: Path
    names_file: Path | None
    patterns: tuple[Path, ...]
    shape: str
    as_of: dt.date | None
    home: str | None
    unknown: bool
    accept: tuple[str, ...]


@click.command("departments", help=_HELP)
@click.option("--as-of", type=options.Day(), help="从这一天起算时限，默认今天 (count from this day)。")
@click.option("--home", metavar="单位", help="只看所属单位含这几个字的部门 (departments of an organisation)。")
@click.option("--unknown", is_flag=True, help="列出名录里没有的单位 (bodies that the list lacks)。")
@click.option("--accept", multiple=True, metavar="名称", help="认可这个单位，可写多次；all 为全部 (accept)。")
@names_file
@options.patterns
@options.out
@options.shape
@options.lang
@click.pass_obj
def command(manner: Manner, **asked: Unpack[Asked]) -> None:
    """Print a row a department, the busiest first."""
    if asked["accept"] or asked["unknown"]:
        _names(manner, asked)
        return
    day = asked["as_of"] or dt.datetime.now(tz=dt.UTC).astimezone().date()
    rows = _rows(entries(ledger(asked["out"])), day, asked["home"] or "")
    if asked["shape"] != "json":
        rows = [{_COLUMNS[key]: value for key, value in row.items()} for row in rows]
    print_rows(rows, tuple(_COLUMNS.values()), asked["shape"])


def _names(manner: Manner, asked: Asked) -> None:
    from extractor.commands.names_decided import accept_bodies  # noqa: PLC0415 - a question needs no list
    from extractor.commands.names_seen import print_unknown  # noqa: PLC0415

    names = Names(asked["out"], asked["names_file"], asked["patterns"])
    if asked["accept"]:
        accept_bodies(names, asked["accept"], manner.lang, home=asked["home"])
    else:
        print_unknown(names, asked["shape"])


def _rows(found: Iterable[Entry], day: dt.date, home: str) -> list[Mapping[str, object]]:
    shares: defaultdict[str, list[tuple[Role, Entry]]] = defaultdict(list)
    for entry in found:
        owners = (owner for owner in entry.task["owners"] if home in owner.get("home", ""))
        for role, name in {(owner["role"], _named(owner)): None for owner in owners}:
            shares[name].append((role, entry))
    rows = [_row(name, share, day) for name, share in shares.items()]
    return sorted(rows, key=lambda row: (-int(str(row["tasks"])), str(row["department"])))


def _named(owner: OwnerRecord) -> str:
    """The department under its one name, with its organisation in front."""
    return label(owner.get("home", ""), owner["canonical"])


def _row(name: str, share: list[tuple[Role, Entry]], day: dt.date) -> dict[str, object]:
    counts = {role: sum(one == role for one, _ in share) for role in get_args(Role)}
    tasks = {(entry.record["file"], entry.task["id"]): due_day(entry) for _, entry in share}
    days = [due for due in tasks.values() if due]
    coming = [due for due in days if due >= day]
    row: dict[str, object] = {"department": name, "tasks": len(tasks), **counts, "overdue": len(days) - len(coming)}
    row["next_due"] = min(coming).isoformat() if coming else ""
    return {key: row[key] for key in _COLUMNS}
