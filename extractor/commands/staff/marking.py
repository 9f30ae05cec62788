"""``extractor done``, ``reopen``, ``assign``, ``note``: staff write beside tasks (销号)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from extractor import VERSION
from extractor.commands import options
from extractor.commands.screen.concerns import concerns
from extractor.commands.screen.console import joined, tell
from extractor.export.edit_problems import edit_problems
from extractor.ledger.edits.at_once import Entry, Wish, edit
from extractor.ledger.edits.in_tables import take_edits
from extractor.ledger.edits.task_row import notes
from extractor.ledger.edits.writing_in import Writing, write_in
from extractor.ledger.outputs.write import write_outputs
from extractor.store import runs
from extractor.store.database import entering, reading, writing
from extractor.store.questions.notices.records import full_ids

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from extractor.commands.manner import Manner

_TASKS = click.argument("tasks", nargs=-1, required=True, metavar="任务编号…")
_LATER = click.option(
    "--later", is_flag=True,
    help="只记入台账；tasks.csv 等文件到下次 extractor run 再更新，任务成千上万时快得多 (write the files later)。",
)  # fmt: skip


@click.command("done", help="""办结任务：状态改为“已完成”，加 --closed 为“已销号”。

编号写开头几位就行；一次可写多个。Tasks that are done; --closed strikes them off.
""")  # fmt: skip
@_TASKS
@click.option("--closed", is_flag=True, help="已销号 (struck off)。")
@_LATER
@options.out
@options.lang
@click.pass_obj
def done(manner: Manner, tasks: tuple[str, ...], out: Path, *, closed: bool, later: bool) -> None:
    """Set the state of tasks."""
    state = "已销号" if closed else "已完成"
    _write(manner, out, tasks, Writing("状态", lambda _: state, "done"), later=later)


@click.command("reopen", help="""重新打开办结的任务：状态改为“进行中”。

Tasks that are not done after all.
""")  # fmt: skip
@_TASKS
@_LATER
@options.out
@options.lang
@click.pass_obj
def reopen(manner: Manner, tasks: tuple[str, ...], out: Path, *, later: bool) -> None:
    """Set the state of tasks back."""
    _write(manner, out, tasks, Writing("状态", lambda _: "进行中", "reopen"), later=later)


@click.command("assign", help="""指定责任人。

Who sees to the tasks.
""")  # fmt: skip
@_TASKS
@click.option("--to", "person", required=True, metavar="姓名", help="责任人；写空引号为清除 (the person)。")
@_LATER
@options.out
@options.lang
@click.pass_obj
def assign(manner: Manner, tasks: tuple[str, ...], person: str, out: Path, *, later: bool) -> None:
    """Set the person of tasks."""
    _write(manner, out, tasks, Writing("责任人", lambda _: person.strip(), "assign"), later=later)


@click.command("note", help="""记一笔进展，接在已有的进展后面；--replace 重写。

What was done so far; added to what stands there.
""")  # fmt: skip
@_TASKS
@click.option("--text", required=True, metavar="文字", help="进展情况 (what to note)。")
@click.option("--replace", is_flag=True, help="代替原来的 (instead of what stands there)。")
@_LATER
@options.out
@options.lang
@click.pass_obj
def note(  # noqa: PLR0913 - one for each option
    manner: Manner, tasks: tuple[str, ...], text: str, out: Path, *, replace: bool, later: bool
) -> None:
    """Add to the progress of tasks."""
    words = text.strip()

    def noted(cell: str) -> str:
        return words if replace or not cell else f"{cell}\n{words}"

    _write(manner, out, tasks, Writing("进展情况", noted, "note"), later=later)


def _write(manner: Manner, out: Path, tasks: tuple[str, ...], what: Writing, *, later: bool) -> None:
    with reading(out) as ledger:
        ids = full_ids(ledger, tasks, counted=True)
    began = dt.datetime.now(tz=dt.UTC).astimezone()
    cells = _entered(manner, out, ids, what, began) if later else _written_out(manner, out, ids, what, began)
    code = "written-in-later" if later else "written-in"
    click.echo(tell(code, out.as_posix(), {"tasks": len(ids), "cells": cells}, manner.lang))


def _entered(manner: Manner, out: Path, ids: Sequence[str], what: Writing, began: dt.datetime) -> int:
    """Into the ledger alone; how many cells became another."""
    with entering(out) as ledger:
        now, _ = notes(ledger, ids)
        seen = {task: cells[what.column] for task, cells in now.items()}
        wishes = [Wish(task, what.column, cell, what.change(cell)) for task, cell in seen.items()]
        written = edit(ledger, wishes, Entry(out, what.origin, began))
    for _, problem in edit_problems(written.conflicts, (), written.rows, manner.lang, out.as_posix()):
        click.echo(joined(problem["message"], problem["advice"]), err=True)
    return len(written.edits)


def _written_out(manner: Manner, out: Path, ids: Sequence[str], what: Writing, began: dt.datetime) -> int:
    """Into the ledger and all files of the outputs, behind what staff wrote in those; how many cells became another."""
    with writing(out) as ledger:
        run = runs.begin(ledger, began, VERSION)
        take_edits(ledger, out, run)
        edits = write_in(ledger, run, ids, what)
        written = write_outputs(ledger, out, run, lang=manner.lang)
    for line in concerns(written):
        click.echo(line, err=True)
    return len(edits)
