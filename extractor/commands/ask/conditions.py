"""Conditions that questions for tasks share: whose tasks, of which kind, from which documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, get_args

import click

from extractor.commands import options
from extractor.ledger.wording import names_of
from extractor.model.notice import Role, TaskKind
from extractor.store.questions.tasks.question import TaskQuestion

if TYPE_CHECKING:
    from extractor.commands.manner import Command


class TaskConditions(TypedDict):
    """What stands on the command line; None: any."""

    department: str | None
    home: str | None
    role: Role | None
    kind: TaskKind | None
    document: str | None
    issuer: str | None
    words: str | None
    status: str | None


def conditions(command: Command) -> Command:
    """``--department --home --role --kind --document --issuer --words --status``, all of which must hold."""
    several = (
        options.department,
        options.home,
        click.option("--role", type=click.Choice(get_args(Role)), help="部门在任务中的角色 (the owner's role)。"),
        click.option("--kind", type=click.Choice(get_args(TaskKind)), help="任务类别 (kind of task)。"),
        options.document,
        options.issuer,
        click.option("--words", metavar="文字", help="任务原文里有这些字，空格隔开几处 (words of its text)。"),
        click.option("--status", metavar="状态", help="台账里填写的状态，如 进行中 (what staff wrote)。"),
    )
    for option in reversed(several):
        command = option(command)
    return command


def question(asked: TaskConditions) -> TaskQuestion:
    """The conditions as a question to the ledger."""
    return TaskQuestion(
        department=asked["department"],
        home=asked["home"],
        role=asked["role"],
        kind=asked["kind"],
        document=names_of(asked["document"]),
        issuer=asked["issuer"],
        words=asked["words"],
        status=asked["status"],
    )
