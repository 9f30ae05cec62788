"""``extractor progress``: how much is done, by department, notice or month."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, get_args

import click

from extractor.commands import options
from extractor.commands.screen.tables import print_rows
from extractor.graph.bodies.name import label
from extractor.store.database import reading
from extractor.store.questions.ledger.progress import By, ProgressAnswer, progress

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

_GROUPS = {"department": "部门", "document": "文件", "month": "截止月份"}
_COLUMNS = {
    "tasks": "任务", "done": "已办结", "begun": "进行中", "dropped": "中止", "overdue": "已过期", "rate": "办结率",
}  # fmt: skip
_NO_DAY = "（无日期）"


@click.command("progress", help="""办结进度：任务数、已办结、进行中、中止、已过期、办结率。

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
    names = _names(found, by)
    rows = [
        _json(answer, name) if shape == "json" else _row(answer, _GROUPS[by], name)
        for answer, name in zip(found, names, strict=True)
    ]
    print_rows(rows, (_GROUPS[by], *_COLUMNS.values()), shape)


def _names(found: Sequence[ProgressAnswer], by: By) -> list[str]:
    """What each group is called: departments as everywhere, notices of one title with their number."""
    if by == "department":
        return [label(answer.apart, answer.name) for answer in found]
    times = Counter(answer.name for answer in found)
    return [answer.name if times[answer.name] == 1 else f"{answer.name}（{answer.apart}）" for answer in found]


def _json(answer: ProgressAnswer, name: str) -> dict[str, object]:
    counts = {"tasks": answer.tasks, "done": answer.done, "begun": answer.begun}
    counts |= {"dropped": answer.dropped, "overdue": answer.overdue}
    return {"name": name, **counts, "rate": round(answer.rate, 4)}


def _row(answer: ProgressAnswer, group: str, name: str) -> dict[str, object]:
    counts = (answer.tasks, answer.done, answer.begun, answer.dropped, answer.overdue, f"{answer.rate:.0%}")
    return {group: name or _NO_DAY, **dict(zip(_COLUMNS.values(), counts, strict=True))}
