"""``extractor tasks``: which tasks a department has, by when, and which of them a person should look at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

import click

from extractor.commands import options
from extractor.commands.ask.asking import opened, source
from extractor.commands.ask.conditions import TaskConditions, conditions, question
from extractor.commands.screen.tables import print_rows, tell_more
from extractor.ledger.wording import ROLES, due_shown
from extractor.store.questions.tasks.answers import TaskAnswer, count, tasks

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from extractor.store.questions.tasks.question import TaskQuestion

_COLUMNS = ("任务编号", "任务事项", "责任主体", "完成时限", "截止日期", "文件")
_HELP = """查任务。各条件同时满足。

\b
例：extractor tasks --department 组织部 --role lead --due-before 2024-06-30
    extractor tasks --overdue --as-of 2024-07-01
    extractor tasks --words "隐患 排查"

Tasks, filtered; all conditions must hold.
"""


class Conditions(TaskConditions):
    """Which tasks are asked for; None or False: any."""

    due_before: dt.date | None
    due_after: dt.date | None
    overdue: bool
    ongoing: bool
    recurring: bool
    doubtful: bool
    as_of: dt.date | None


class Asked(Conditions):
    """What stands on the command line."""

    limit: int | None
    out: Path
    parquet: str
    shape: str


@click.command("tasks", help=_HELP)
@conditions
@click.option("--due-before", type=options.Day(), help="截止日期不晚于这一天 (due on or before)。")
@click.option("--due-after", type=options.Day(), help="截止日期不早于这一天 (due on or after)。")
@click.option("--overdue", is_flag=True, help="已过时限而没有办结 (past due, not done)。")
@click.option("--ongoing", is_flag=True, help="长期坚持的 (to be carried on)。")
@click.option("--recurring", is_flag=True, help="定期重复的 (due again and again)。")
@click.option("--doubtful", is_flag=True, help="只看需要核对的：推断不稳，或有疑点 (to be checked)。")
@options.as_of
@options.limit
@source
@options.shape
@options.lang
def command(**asked: Unpack[Asked]) -> None:
    """Print the tasks that meet all conditions."""
    wanted, shape = question_of(asked), asked["shape"]
    limit = options.most_rows(asked["limit"], shape)
    with opened(asked["out"], asked["parquet"]) as ledger:
        found = tasks(ledger, wanted, limit)
        total = len(found) if limit is None or len(found) < limit else count(ledger, wanted)
    if shape == "json":
        print_rows([_json(answer) for answer in found], (), shape)
    else:
        print_rows([_row(answer) for answer in found], _COLUMNS, shape)
    tell_more(len(found), total)


def question_of(asked: Conditions) -> TaskQuestion:
    """What the conditions on a command line ask for."""
    return replace(
        question(asked),
        due_from=asked["due_after"],
        due_to=asked["due_before"],
        overdue_on=options.day(asked["as_of"]) if asked["overdue"] else None,
        ongoing=asked["ongoing"],
        recurring=asked["recurring"],
        doubtful=asked["doubtful"],
    )


def _row(answer: TaskAnswer) -> dict[str, str | int]:
    task = answer.task
    deadline = task["deadline"]
    owners = (f"{owner['name']}（{ROLES[owner['role']]}）" for owner in task["owners"])
    return {
        "任务编号": task["id"],
        "任务事项": task["title"],
        "责任主体": "、".join(owners),
        "完成时限": deadline["text"] if deadline else "",
        "截止日期": due_shown(deadline) if deadline else "",
        "文件": answer.file,
    }


def _json(answer: TaskAnswer) -> dict[str, object]:
    numbers = answer.numbers.split("、") if answer.numbers else []
    whence = {"file": answer.file, "document": answer.title or None, "numbers": numbers}
    return {**whence, **answer.task, "doubts": list(answer.doubts), "staff": dict(answer.staff)}
