"""``extractor departments``: who has to do how much, and what is due next."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, get_args

import click

from extractor.commands import options
from extractor.commands.ledger import ROLES, Entry, entries, ledger
from extractor.commands.tables import print_rows
from extractor.commands.tasks import due_day
from extractor.model.notice import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_COLUMNS = {"department": "部门", "tasks": "任务", **ROLES, "next_due": "最近时限"}
_HELP = """各部门的任务数（按角色）和最近时限。

Tasks per department and role, and the next deadline.
"""


@click.command("departments", help=_HELP)
@click.option("--as-of", type=options.Day(), help="从这一天起算最近时限，默认今天 (count from this day)。")
@options.out
@options.shape
@options.lang
def command(out: Path, shape: str, as_of: dt.date | None) -> None:
    """Print a row a department, the busiest first."""
    rows = _rows(entries(ledger(out)), as_of or dt.datetime.now(tz=dt.UTC).astimezone().date())
    if shape != "json":
        rows = [{_COLUMNS[key]: value for key, value in row.items()} for row in rows]
    print_rows(rows, tuple(_COLUMNS.values()), shape)


def _rows(found: Iterable[Entry], day: dt.date) -> list[Mapping[str, object]]:
    shares: defaultdict[str, list[tuple[Role, Entry]]] = defaultdict(list)
    for entry in found:
        for role, name in {(owner["role"], owner["canonical"]): None for owner in entry.task["owners"]}:
            shares[name].append((role, entry))
    rows = [_row(name, share, day) for name, share in shares.items()]
    return sorted(rows, key=lambda row: (-int(str(row["tasks"])), str(row["department"])))


def _row(name: str, share: list[tuple[Role, Entry]], day: dt.date) -> dict[str, object]:
    counts = {role: sum(one == role for one, _ in share) for role in get_args(Role)}
    days = [due for _, entry in share if (due := due_day(entry)) and due >= day]
    tasks = {(entry.record["file"], entry.task["id"]) for _, entry in share}
    row: dict[str, object] = {"department": name, "tasks": len(tasks), **counts}
    row["next_due"] = min(days).isoformat() if days else ""
    return {key: row[key] for key in _COLUMNS}
