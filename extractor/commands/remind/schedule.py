"""``extractor schedule``: recurring and relative times as dated rows; the ledger stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from extractor.commands import options
from extractor.commands.ask.conditions import TaskConditions, conditions, question
from extractor.commands.remind.reminders import COLUMNS, json_of, row_of, tell_left_out
from extractor.commands.screen.tables import print_rows, tell_more
from extractor.export.schedule.reminders import left_out, schedule
from extractor.store.database import reading
from extractor.store.questions.tasks.duties import duties

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

_COLUMNS = tuple(column for column in COLUMNS if column not in ("剩余", "完成时限"))
_HELP = """从今天到某天，哪天有哪些任务到期：周期任务逐次列出，“印发之日起……”算成日期。

\b
例：extractor schedule --until 2024-12-31
    extractor schedule --until 2024-12-31 --department 组织部 --format csv
台账不变；已完成、已销号、中止的任务不列。

What comes on which day: recurring times turn by turn, relative ones counted. The ledger is not changed.
"""


class Asked(TaskConditions):
    """What stands on the command line."""

    until: dt.date
    as_of: dt.date | None
    limit: int | None
    out: Path
    shape: str


@click.command("schedule", help=_HELP)
@click.option("--until", type=options.Day(), required=True, help="列到这一天为止，含当天 (the last day)。")
@options.as_of
@conditions
@options.limit
@options.out
@options.shape
@options.lang
def command(**asked: Unpack[Asked]) -> None:
    """Print a row an occurrence, by day."""
    day, shape = options.day(asked["as_of"]), asked["shape"]
    with reading(asked["out"]) as ledger:
        found = duties(ledger, question(asked))
    reminders = schedule(found, day, asked["until"])
    shown = reminders[: options.most_rows(asked["limit"], shape)]
    print_rows([json_of(each, day) if shape == "json" else row_of(each, day) for each in shown], _COLUMNS, shape)
    tell_more(len(shown), len(reminders))
    tell_left_out(left_out(found, day))
