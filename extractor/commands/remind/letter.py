"""``extractor letter``: a reminder letter to one department, or to each of them, as DOCX."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from extractor.commands import options
from extractor.commands.remind.within import within
from extractor.commands.screen.console import tell
from extractor.commands.screen.tables import print_rows
from extractor.export.letter.content import Letter, letter
from extractor.export.letter.page import letter_bytes
from extractor.export.one_line import one_line
from extractor.model.errors import UsageError
from extractor.rules.pattern.own import own
from extractor.store.atomic import replace
from extractor.store.database import reading
from extractor.store.questions.bodies.owning import Body, bodies, body_called, roles_of
from extractor.store.questions.tasks.duties import Duty, duties
from extractor.store.questions.tasks.question import TaskQuestion

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3
    from collections.abc import Callable, Iterator

    from extractor.commands.manner import Manner

_COLUMNS = ("部门", "未办结", "已超期", "即将到期", "文件")
_FOLDER = "letters"
_FORBIDDEN = own(r'[\\/:*?"<>|]')
_LONGEST_NAME = 60
_HELP = """给部门写提醒函（DOCX，公文格式），列出它未办结的任务。

\b
例：extractor letter --department 组织部 --issuer 甲市委办公室
    extractor letter --department 组织部 --within 1m --out-file 提醒函.docx
    extractor letter --folder 提醒函        （有未办结任务的部门各一份）
内容来自台账，印发前请人工核对。文件已经存在且内容不同时不覆盖，加 --force 才覆盖。

A reminder letter per department, listing its open tasks. Check it before you send it.
"""


class NobodyNamed(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """Neither a department nor a folder for letters to all of them was named."""

    code = "letter-to-nobody"


class Asked(TypedDict):
    """What stands on the command line."""

    department: str | None
    home: str | None
    within: Callable[[dt.date], dt.date] | None
    issuer: str
    out_file: Path | None
    folder: Path | None
    force: bool
    as_of: dt.date | None
    out: Path


@click.command("letter", help=_HELP)
@options.department
@options.home
@within
@click.option("--issuer", default="", metavar="单位", help="落款单位，不写时留空号 (who signs)。")
@click.option(
    "--out-file", type=click.Path(dir_okay=False, path_type=Path), metavar="文件",
    help="写成这个文件，只用于一个部门 (the file, for one department)。",
)  # fmt: skip
@click.option(
    "--folder", type=click.Path(file_okay=False, path_type=Path), metavar="目录",
    help="写到这个文件夹；不写部门时每个部门一份 (the folder; without a department, one letter each)。",
)  # fmt: skip
@click.option("--force", is_flag=True, help="覆盖已有的文件 (overwrite)。")
@options.as_of
@options.out
@options.lang
@click.pass_obj
def command(manner: Manner, **asked: Unpack[Asked]) -> None:
    """Write the letters, and print a row each; exit status 1 when one was not written."""
    if not asked["department"] and (asked["out_file"] or not asked["folder"]):
        raise NobodyNamed("letter")
    with reading(asked["out"]) as ledger:
        letters = list(_letters(ledger, asked))
    rows, kept = [], []
    for path, each in letters:
        if _written(path, letter_bytes(each, asked["issuer"]), force=asked["force"]):
            rows.append(_row(path, each))
        else:
            kept.append(path)
    if rows or not kept:
        print_rows(rows, _COLUMNS, "table")
    for path in kept:
        click.echo(tell("letter-kept", path.as_posix(), {}, manner.lang), err=True)
    sys.exit(1 if kept else 0)


def _letters(ledger: sqlite3.Connection, asked: Asked) -> Iterator[tuple[Path, Letter]]:
    """The letters that have something to say, with their places."""
    name, home, day = asked["department"], asked["home"], options.day(asked["as_of"])
    recipients = bodies(ledger, home=home) if name is None else [body_called(ledger, name, home)]
    found = duties(ledger, TaskQuestion(department=name, home=home), timed=False)
    known = {duty.answer.task["id"]: duty for duty in found}
    folder = asked["folder"] or asked["out"] / _FOLDER
    names = [body.name for body in recipients]
    until = asked["within"](day) if asked["within"] else None
    for body in recipients:
        roles = roles_of(ledger, body)
        if name is None and all(role == "person" for each in roles.values() for role in each):
            continue  # a letter goes to a person only when somebody names him
        own: list[Duty] = [known[task] for task in roles if task in known]
        written = letter(body.name, own, roles, day, until)
        if written.total:
            yield asked["out_file"] or folder / _file(body, alone=names.count(body.name) == 1), written


def _file(body: Body, *, alone: bool) -> str:
    """``提醒函-组织部.docx``; with its organisation when another body is called the same."""
    name = one_line(body.name if alone else f"{body.home}{body.name}")
    return f"提醒函-{_FORBIDDEN.sub('_', name)[:_LONGEST_NAME].rstrip('. ')}.docx"


def _written(path: Path, data: bytes, *, force: bool) -> bool:
    """Write, unless a person may have changed what is there."""
    if path.exists() and not force and path.read_bytes() != data:
        return False
    replace(path, data)
    return True


def _row(path: Path, written: Letter) -> dict[str, object]:
    figures = written.total, len(written.overdue), len(written.due_soon)
    return dict(zip(_COLUMNS, (written.recipient, *figures, path.as_posix()), strict=True))
