"""``extractor progress``: how much is done, by department, notice or month."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from extractor.commands import options
from extractor.commands.tables import print_rows
from extractor.store.database import reading
from extractor.store.questions.progress import By, ProgressAnswer, progress

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

_GROUPS = {"department": "部门", "document": "文件", "month": "截止月份"}
_COLUMNS = {"tasks": "任务", "done": "已办结", "begun": "进行中", "overdue": "已过期", "rate": "办结率"}
_NO_DAY = "（无日期）"


@click.command("progress", help="""办结进度：任务数、已办结、进行中、已过期、办结率。

How much is done, by department, notice or month.
""")  # fmt: skip
@click.option(
    "--by", type=click.Choice(get_args(By)), default="department", show_default=True,
    help="按部门、文件或截止月份 (by what)。",
)  # fmt: skip
@options.as_of
@options.out
@options.shape
@options.lang
def command(by: By, as_of: dt.date | None, out: Path, shape: str) -> None:
    """Print a row a group."""
    with reading(out) as ledger:
        found = progress(ledger, by, options.day(as_of))
    rows = [_json(answer) if shape == "json" else _row(answer, _GROUPS[by]) for answer in found]
    print_rows(rows, (_GROUPS[by], *_COLUMNS.values()), shape)


def _json(answer: ProgressAnswer) -> dict[str, object]:
    counts = {"tasks": answer.tasks, "done": answer.done, "begun": answer.begun, "overdue": answer.overdue}
    return {"name": answer.name, **counts, "rate": round(answer.rate, 4)}


def _row(answer: ProgressAnswer, group: str) -> dict[str, object]:
    counts = (answer.tasks, answer.done, answer.begun, answer.overdue, f"{answer.rate:.0%}")
    return {group: answer.name or _NO_DAY, **dict(zip(_COLUMNS.values(), counts, strict=True))}
