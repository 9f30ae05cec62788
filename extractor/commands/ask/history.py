"""``extractor history``: everything that happened to a task, from its notice and by the hands of staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from extractor.commands import options
from extractor.commands.screen.tables import print_rows
from extractor.export.one_line import shortened
from extractor.ledger.wording import CHANGES, ORIGINS
from extractor.store.database import reading
from extractor.store.questions.ledger.changes import ChangeAnswer, changes
from extractor.store.questions.notices.records import full_ids

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = {"at": "时间", "what": "变化", "before": "原来", "after": "现在", "origin": "来自"}
_LONGEST = 40


@click.command("history", help="""一项任务的来历：何时列入，公文和填写的人各改过什么。

Everything that happened to a task, with its time and origin.
""")  # fmt: skip
@click.argument("task", metavar="任务编号")
@options.out
@options.shape
@options.lang
def command(task: str, out: Path, shape: str) -> None:
    """Print the changes of a task, the oldest first."""
    with reading(out) as ledger:
        (identifier,) = full_ids(ledger, (task,))
        found = changes(ledger, task=identifier)
    rows = [_json(change) if shape == "json" else shown(change) for change in found]
    print_rows(rows, tuple(COLUMNS.values()), shape)


def _json(change: ChangeAnswer) -> dict[str, object]:
    return {
        "at": change.at, "what": change.field, "before": change.before, "after": change.after,
        "origin": change.origin, "file": change.file,
    }  # fmt: skip


def shown(change: ChangeAnswer) -> dict[str, object]:
    """A change in the words of the ledger."""
    values = {
        "at": change.at.replace("T", " "),
        "what": CHANGES.get(change.field, change.field),
        "before": shortened(change.before, _LONGEST),
        "after": shortened(change.after, _LONGEST),
        "origin": ORIGINS.get(change.origin, change.origin),
    }
    return {COLUMNS[key]: value for key, value in values.items()}
