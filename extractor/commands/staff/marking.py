"""``extractor done``, ``reopen``, ``assign``, ``note``: staff write beside tasks (销号)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from extractor import VERSION
from extractor.commands import options
from extractor.commands.screen.concerns import concerns
from extractor.commands.screen.console import tell
from extractor.ledger.edits.in_tables import take_edits
from extractor.ledger.edits.writing_in import Writing, write_in
from extractor.ledger.outputs.write import write_outputs
from extractor.store import runs
from extractor.store.database import reading, writing
from extractor.store.questions.notices.records import full_ids

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.commands.manner import Manner

_TASKS = click.argument("tasks", nargs=-1, required=True, metavar="任务编号…")


@click.command("done", help="""办结任务：状态改为“已完成”，加 --closed 为“已销号”。

编号写开头几位就行；一次可写多个。Tasks that are done; --closed strikes them off.
""")  # fmt: skip
@_TASKS
@click.option("--closed", is_flag=True, help="已销号 (struck off)。")
@options.out
@options.lang
@click.pass_obj
def done(manner: Manner, tasks: tuple[str, ...], out: Path, *, closed: bool) -> None:
    """Set the state of tasks."""
    state = "已销号" if closed else "已完成"
    _write(manner, out, tasks, Writing("状态", lambda _: state, "done"))


@click.command("reopen", help="""重新打开办结的任务：状态改为“进行中”。

Tasks that are not done after all.
""")  # fmt: skip
@_TASKS
@options.out
@options.lang
@click.pass_obj
def reopen(manner: Manner, tasks: tuple[str, ...], out: Path) -> None:
    """Set the state of tasks back."""
    _write(manner, out, tasks, Writing("状态", lambda _: "进行中", "reopen"))


@click.command("assign", help="""指定责任人。

Who sees to the tasks.
""")  # fmt: skip
@_TASKS
@click.option("--to", "person", required=True, metavar="姓名", help="责任人；写空引号为清除 (the person)。")
@options.out
@options.lang
@click.pass_obj
def assign(manner: Manner, tasks: tuple[str, ...], person: str, out: Path) -> None:
    """Set the person of tasks."""
    _write(manner, out, tasks, Writing("责任人", lambda _: person.strip(), "assign"))


@click.command("note", help="""记一笔进展，接在已有的进展后面；--replace 重写。

What was done so far; added to what stands there.
""")  # fmt: skip
@_TASKS
@click.option("--text", required=True, metavar="文字", help="进展情况 (what to note)。")
@click.option("--replace", is_flag=True, help="代替原来的 (instead of what stands there)。")
@options.out
@options.lang
@click.pass_obj
def note(manner: Manner, tasks: tuple[str, ...], text: str, out: Path, *, replace: bool) -> None:
    """Add to the progress of tasks."""
    words = text.strip()

    def noted(cell: str) -> str:
        return words if replace or not cell else f"{cell}\n{words}"

    _write(manner, out, tasks, Writing("进展情况", noted, "note"))


def _write(manner: Manner, out: Path, tasks: tuple[str, ...], what: Writing) -> None:
    with reading(out) as ledger:
        ids = full_ids(ledger, tasks, counted=True)
    with writing(out) as ledger:
        run = runs.begin(ledger, dt.datetime.now(tz=dt.UTC).astimezone(), VERSION)
        take_edits(ledger, out, run)
        edits = write_in(ledger, run, ids, what)
        written = write_outputs(ledger, out, run, lang=manner.lang)
    for line in concerns(written):
        click.echo(line, err=True)
    click.echo(tell("written-in", out.as_posix(), {"tasks": len(ids), "cells": len(edits)}, manner.lang))
