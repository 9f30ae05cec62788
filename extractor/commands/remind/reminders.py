"""How reminders are printed: as rows of a table, as objects for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from extractor.commands.manner import Manner
from extractor.commands.screen.console import tell
from extractor.export.one_line import one_line
from extractor.export.schedule.words import left, owners, turn, weekday

if TYPE_CHECKING:
    import datetime as dt

    from extractor.export.schedule.reminders import LeftOut, Reminder

COLUMNS = ("日期", "星期", "剩余", "任务编号", "任务事项", "责任主体", "次序", "完成时限", "文件")


def row_of(reminder: Reminder, day: dt.date) -> dict[str, object]:
    """A row of the columns ``COLUMNS``; ``day`` is the one that days are counted from."""
    task, occurrence = reminder.duty.answer.task, reminder.occurrence
    return {
        "日期": occurrence.moment,
        "星期": weekday(occurrence.day),
        "剩余": left(reminder.days_left(day)),
        "任务编号": task["id"],
        "任务事项": one_line(task["title"]),
        "责任主体": "、".join(owners(reminder.duty)),
        "次序": turn(reminder),
        "完成时限": one_line(reminder.time["text"]),
        "文件": reminder.duty.answer.file,
    }


def json_of(reminder: Reminder, day: dt.date) -> dict[str, object]:
    """The same for programs; ``date`` is ISO, with the hour when there is one."""
    task, occurrence, answer = reminder.duty.answer.task, reminder.occurrence, reminder.duty.answer
    return {
        "date": occurrence.moment.replace(" ", "T"),
        "days_left": reminder.days_left(day),
        "task": task["id"],
        "title": task["title"],
        "kind": task["kind"],
        "owners": [
            {"name": owner["name"], "role": owner["role"], "canonical": owner["canonical"]} for owner in task["owners"]
        ],
        "what": occurrence.role,
        "milestone": reminder.milestone,
        "every": occurrence.every,
        "number": occurrence.number,
        "text": reminder.time["text"],
        "assumptions": list(occurrence.assumptions),
        "status": answer.status,
        "document": answer.title or None,
        "numbers": reminder.duty.issue.numbers.split("、") if reminder.duty.issue.numbers else [],
        "file": answer.file,
    }


def tell_left_out(left_out: LeftOut) -> None:
    """Say on the error stream which times no list of days shows, so that none is forgotten."""
    lang = click.get_current_context().ensure_object(Manner).lang
    if left_out.undated:
        click.echo(tell("times-without-day", "", {"count": left_out.undated}, lang), err=True)
    if left_out.ended:
        click.echo(tell("times-of-ended-plans", "", {"count": left_out.ended}, lang), err=True)
