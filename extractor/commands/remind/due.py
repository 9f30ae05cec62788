"""``extractor due``: what falls due soon, what is overdue, by day or by department, on request as a calendar."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from extractor.commands import options
from extractor.commands.ask.asking import opened, source
from extractor.commands.ask.conditions import TaskConditions, conditions, question
from extractor.commands.remind.reminders import COLUMNS, json_of, row_of, tell_left_out
from extractor.commands.remind.within import reached, within
from extractor.commands.screen.tables import print_rows, tell_more
from extractor.export.calendar.events import events
from extractor.export.calendar.file import NAME, calendar_bytes
from extractor.export.schedule.reminders import due, left_out, overdue
from extractor.export.schedule.words import owners
from extractor.store.atomic import replace
from extractor.store.questions.tasks.duties import duties

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from extractor.export.schedule.reminders import Reminder
    from extractor.store.questions.tasks.duties import Duty

_SOON = 14  # days, when nothing is said
_HELP = """快到期的、已超期的任务；周期任务列下一次。

\b
不写条件时，列已超期的和今后 14 天内到期的。
例：extractor due --within 1m --department 组织部
    extractor due --overdue --by department
    extractor due --all --department 组织部 --ics 组织部.ics
已完成、已销号、中止的任务不列。

What falls due soon and what is overdue; recurring tasks with their next turn.
"""


class Asked(TaskConditions):
    """What stands on the command line."""

    within: Callable[[dt.date], dt.date] | None
    overdue: bool
    everything: bool
    by: str
    ics: Path | None
    as_of: dt.date | None
    limit: int | None
    out: Path
    parquet: str
    shape: str


@click.command("due", help=_HELP)
@within
@click.option("--overdue", is_flag=True, help="已超期的 (past due, not done)。")
@click.option("--all", "everything", is_flag=True, help="已超期的和以后所有有日期的 (everything with a day)。")
@click.option(
    "--by", type=click.Choice(["day", "department"]), default="day", show_default=True,
    help="按日期排，或按部门分组 (order)。",
)  # fmt: skip
@click.option(
    "--ics", type=click.Path(dir_okay=False, path_type=Path), metavar="文件",
    help="同时把这些任务写成日历文件 (also as a calendar)。",
)  # fmt: skip
@conditions
@options.as_of
@options.limit
@source
@options.shape
@options.lang
def command(**asked: Unpack[Asked]) -> None:
    """Print a row a time that falls due."""
    day, shape = options.day(asked["as_of"]), asked["shape"]
    with opened(asked["out"], asked["parquet"]) as ledger:
        found = duties(ledger, question(asked))
    reminders = list(_asked_for(found, asked, day))
    rows = [json_of(each, day) if shape == "json" else row_of(each, day) for each in reminders]
    columns: tuple[str, ...] = COLUMNS
    if asked["by"] == "department":
        column = "department" if shape == "json" else "部门"
        rows = list(_by_department(reminders, rows, column, asked["department"]))
        columns = ("部门", *COLUMNS)
    shown = rows[: options.most_rows(asked["limit"], shape)]
    print_rows(shown, columns, shape)
    tell_more(len(shown), len(rows))
    tell_left_out(left_out(found, day))
    if asked["ics"]:
        _write_calendar(asked["ics"], reminders, asked["department"])


def _asked_for(found: list[Duty], asked: Asked, day: dt.date) -> Iterator[Reminder]:
    reach = asked["within"]
    default = not (reach or asked["overdue"] or asked["everything"])
    if asked["overdue"] or asked["everything"] or default:
        yield from overdue(found, day)
    if asked["everything"]:
        yield from due(found, day, dt.date.max)
    elif reach or default:
        yield from due(found, day, reach(day) if reach else reached(day, _SOON, "d"))


def _by_department(
    reminders: Iterable[Reminder], rows: Iterable[dict[str, object]], column: str, asked: str | None
) -> Iterator[dict[str, object]]:
    """Each row once for every body that owns its task, grouped by body; tasks of nobody come last."""
    named = [
        {column: body, **row}
        for reminder, row in zip(reminders, rows, strict=True)
        for body in _bodies(reminder.duty, asked)
    ]
    yield from sorted(named, key=lambda row: (row[column] == "", str(row[column])))


def _bodies(duty: Duty, asked: str | None) -> list[str]:
    """The bodies of a task that were asked for; all of them when nothing was asked, or by a name not shown here."""
    bodies = owners(duty)
    return [body for body in bodies if asked and asked in body] or bodies or [""]


def _write_calendar(path: Path, reminders: Iterable[Reminder], department: str | None) -> None:
    """The days of all tasks that were listed, each task whole: its milestones and turns too."""
    listed = {each.duty.answer.task["id"]: each.duty for each in reminders}
    name = f"{NAME}（{department}）" if department else NAME
    replace(path, calendar_bytes(events(listed.values()), name))
