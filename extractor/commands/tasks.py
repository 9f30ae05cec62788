"""``extractor tasks``: which tasks a department has, by when, and which of them a person should look at."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypedDict, Unpack, get_args

import click

from extractor.commands import options
from extractor.commands.ledger import ROLES, Entry, due_shown, entries, is_in, is_of, ledger
from extractor.commands.tables import print_rows
from extractor.model.notice import Role, TaskKind

if TYPE_CHECKING:
    from pathlib import Path

# Years that a notice leaves out as a matter of course, and that its title, its date or the sentence give.
_PLAIN = frozenset({"year-from-before", "year-from-plan", "year-from-issue-date"})
_COLUMNS = ("任务编号", "任务事项", "责任主体", "完成时限", "截止日期", "文件")
_HELP = """查任务。各条件同时满足。

\b
例：extractor tasks --department 组织部 --due-before 2024-06-30

Tasks, filtered; all conditions must hold.
"""


class Wanted(TypedDict):
    """The conditions; None or False: any."""

    department: str | None
    role: Role | None
    kind: TaskKind | None
    document: str | None
    due_before: dt.date | None
    due_after: dt.date | None
    doubtful: bool


class Asked(Wanted):
    """The conditions, where the ledger is and how to print."""

    out: Path
    shape: str


@click.command("tasks", help=_HELP)
@click.option("--department", metavar="名称", help="部门：列出的名称或原文的写法里有这几个字，如 组织部 (owner)。")
@click.option("--role", type=click.Choice(get_args(Role)), help="部门在任务中的角色 (the owner's role)。")
@click.option("--kind", type=click.Choice(get_args(TaskKind)), help="任务类别 (kind of task)。")
@click.option("--document", metavar="文字", help="文件标题、文号或文件名包含这几个字 (document)。")
@click.option("--due-before", type=options.Day(), help="截止日期不晚于这一天 (due on or before)。")
@click.option("--due-after", type=options.Day(), help="截止日期不早于这一天 (due on or after)。")
@click.option("--doubtful", is_flag=True, help="只看需要核对的：推断不稳，或有疑点 (to be checked)。")
@options.out
@options.shape
@options.lang
def command(out: Path, shape: str, **wanted: Unpack[Wanted]) -> None:
    """Print the tasks that meet all conditions."""
    found = [entry for entry in entries(ledger(out)) if _meets(entry, wanted)]
    if shape == "json":
        print_rows([_json(entry) for entry in found], (), shape)
    else:
        print_rows([_row(entry) for entry in found], _COLUMNS, shape)


def _meets(entry: Entry, wanted: Wanted) -> bool:
    return (
        _owned(entry, wanted["department"], wanted["role"])
        and wanted["kind"] in {None, entry.task["kind"]}
        and is_in(entry.record, entry.document, wanted["document"] or "")
        and _due(entry, wanted["due_after"], wanted["due_before"])
        and (not wanted["doubtful"] or _doubtful(entry))
    )


def _owned(entry: Entry, department: str | None, role: Role | None) -> bool:
    if department is None and role is None:
        return True
    owners = entry.task["owners"]
    return any(is_of(owner, department or "") and role in {None, owner["role"]} for owner in owners)


def _due(entry: Entry, after: dt.date | None, before: dt.date | None) -> bool:
    """A task without a date is due neither before nor after any day."""
    if after is None and before is None:
        return True
    day = due_day(entry)
    return day is not None and (after or dt.date.min) <= day <= (before or dt.date.max)


def due_day(entry: Entry) -> dt.date | None:
    """The day by which a task is due; None when its deadline is no date."""
    deadline = entry.task["deadline"]
    due = deadline.get("due") if deadline else None
    return dt.date.fromisoformat(due[:10]) if due else None


def _doubtful(entry: Entry) -> bool:
    task = entry.task
    times = [time for time in (task["deadline"], *task["milestones"]) if time]
    return (
        task["basis"] == "assumed"
        or any(not _PLAIN.issuperset(time["assumptions"]) for time in times)
        or any(_inside(problem["span"], task["span"]) for problem in entry.record["problems"])
    )


def _inside(span: list[int] | None, outer: list[int]) -> bool:
    return span is not None and outer[0] <= span[0] and span[1] <= outer[1]


def _row(entry: Entry) -> dict[str, str | int]:
    task = entry.task
    deadline = task["deadline"]
    owners = (f"{owner['canonical']}（{ROLES[owner['role']]}）" for owner in task["owners"])
    return {
        "任务编号": task["id"],
        "任务事项": task["title"],
        "责任主体": "、".join(owners),
        "完成时限": deadline["text"] if deadline else "",
        "截止日期": due_shown(deadline) if deadline else "",
        "文件": entry.record["file"],
    }


def _json(entry: Entry) -> dict[str, object]:
    document = entry.document
    whence = {"file": entry.record["file"], "document": document["title"], "numbers": document["numbers"]}
    return {**whence, **entry.task}
