"""``extractor diff``: what the last run changed in the ledger, and what staff did since."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from extractor.commands import options
from extractor.commands.tables import print_rows, tell_more
from extractor.store.database import reading
from extractor.store.questions.changes import ChangeAnswer, changes, last_change

if TYPE_CHECKING:
    from pathlib import Path

_COLUMNS = {
    "run": "运行", "at": "时间", "what": "变化", "task": "任务编号", "title": "任务事项",
    "before": "原来", "after": "现在", "file": "文件", "origin": "来自",
}  # fmt: skip
_FIELDS = {
    "added": "新增", "removed": "删去", "text": "原文", "kind": "类别", "section": "条款",
    "owners": "责任主体", "deadline": "时限", "milestones": "其他时间",
}  # fmt: skip
_ORIGINS = {"run": "公文"}
_LONGEST = 40
_HELP = """台账变了什么：哪些任务新增、删去，哪些责任、时限、原文改了。

默认看最近一次有变化的运行；--run 指定第几次，--task 看一项任务的全部变化。

What changed in the ledger, task by task: by default in the last run that changed anything.
"""


class Asked(TypedDict):
    """What stands on the command line; None: any."""

    run: int | None
    task: str | None
    file: str | None
    limit: int | None
    out: Path
    shape: str


@click.command("diff", help=_HELP)
@click.option("--run", type=click.IntRange(min=1), metavar="N", help="第几次运行 (number of the run)。")
@click.option("--task", metavar="编号", help="只看这项任务，不论哪次运行 (one task, all runs)。")
@click.option("--file", metavar="文字", help="文件名包含这几个字 (words of the file's name)。")
@options.limit
@options.out
@options.shape
@options.lang
def command(**asked: Unpack[Asked]) -> None:
    """Print the changes."""
    run, task, shape = asked["run"], asked["task"], asked["shape"]
    with reading(asked["out"]) as ledger:
        found = changes(ledger, run if run or task else last_change(ledger), task, asked["file"])
    shown = found[: options.most_rows(asked["limit"], shape)]
    rows = [_json(change) if shape == "json" else _row(change) for change in shown]
    print_rows(rows, tuple(_COLUMNS.values()), shape)
    tell_more(len(rows), len(found))


def _json(change: ChangeAnswer) -> dict[str, object]:
    return {
        "run": change.run, "at": change.at, "what": change.field, "task": change.task, "title": change.title,
        "before": change.before, "after": change.after, "file": change.file, "origin": change.origin,
    }  # fmt: skip


def _row(change: ChangeAnswer) -> dict[str, object]:
    row = _json(change) | {
        "at": change.at.replace("T", " "),
        "what": _FIELDS.get(change.field, change.field),
        "before": _short(change.before),
        "after": _short(change.after),
        "origin": _ORIGINS.get(change.origin, change.origin),
    }
    return {_COLUMNS[key]: row[key] for key in _COLUMNS}


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
