"""``extractor diff``: what the last run changed in the ledger, and what staff did since."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from extractor.commands import options
from extractor.commands.ask import history
from extractor.commands.screen.tables import print_rows, tell_more
from extractor.store.database import reading
from extractor.store.questions.ledger.changes import ChangeAnswer, changes, last_change

if TYPE_CHECKING:
    from pathlib import Path

_COLUMNS = {"run": "运行", "task": "任务编号", "title": "任务事项", **history.COLUMNS, "file": "文件"}
_HELP = """台账变了什么：哪些任务新增、删去，哪些责任、时限、原文改了，谁改的。

默认看最近一次有变化的运行；--run 指定第几次。一项任务的全部变化见 extractor history。

What changed in the ledger, task by task: by default in the last run that changed anything.
"""


class Asked(TypedDict):
    """What stands on the command line; None: any."""

    run: int | None
    file: str | None
    limit: int | None
    out: Path
    shape: str


@click.command("diff", help=_HELP)
@click.option("--run", type=click.IntRange(min=1), metavar="N", help="第几次运行 (number of the run)。")
@click.option("--file", metavar="文字", help="文件名包含这几个字 (words of the file's name)。")
@options.limit
@options.out
@options.shape
@options.lang
def command(**asked: Unpack[Asked]) -> None:
    """Print the changes."""
    shape = asked["shape"]
    with reading(asked["out"]) as ledger:
        found = changes(ledger, asked["run"] or last_change(ledger), file=asked["file"])
    most = found[: options.most_rows(asked["limit"], shape)]
    rows = [_json(change) if shape == "json" else _row(change) for change in most]
    print_rows(rows, tuple(_COLUMNS.values()), shape)
    tell_more(len(rows), len(found))


def _json(change: ChangeAnswer) -> dict[str, object]:
    return {
        "run": change.run, "at": change.at, "what": change.field, "task": change.task, "title": change.title,
        "before": change.before, "after": change.after, "file": change.file, "origin": change.origin,
    }  # fmt: skip


def _row(change: ChangeAnswer) -> dict[str, object]:
    about = {"run": change.run, "task": change.task, "title": change.title, "file": change.file}
    row = {_COLUMNS[key]: value for key, value in about.items()} | history.shown(change)
    return {column: row[column] for column in _COLUMNS.values()}
