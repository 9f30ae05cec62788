"""What ``extractor run`` says when it is done: the notices it read, what could not be read, the figures."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import click

from extractor.commands.screen.concerns import concerns
from extractor.commands.screen.console import joined, tell
from extractor.commands.screen.tables import print_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from extractor.engine.local import RunSummary
    from extractor.engine.told import Told
    from extractor.ledger.outputs.summary import Summary
    from extractor.messages import Language

_MOST_ROWS = 20
_COLUMNS = ("文件", "标题", "公文", "任务", "有时限", "引用", "待核")


def report(summary: RunSummary, out: Path, lang: Language) -> None:
    """Print what a run did: a row a notice, complaints, the closing line."""
    shown = ((file, told) for file, told in summary.read.items() if told.documents)
    rows = [_row(file, told) for file, told in islice(shown, _MOST_ROWS)]
    if rows:
        print_rows(rows, _COLUMNS, "table")
    if more := sum(1 for _ in shown):
        click.echo(tell("run-more-rows", out.as_posix(), {"count": more}, lang))
    for line in (*_complaints(summary), *concerns(summary.written)):
        click.echo(line, err=True)
    click.echo(tell("run-closed", out.as_posix(), _figures(summary), lang))
    doubts = _doubts(summary.written)
    if doubts:
        click.echo(tell("run-doubts", out.as_posix(), {"count": doubts}, lang))


def _row(file: str, told: Told) -> dict[str, str | int]:
    figures = (told.title, told.documents, told.tasks, told.dated, told.references, told.doubts)
    return dict(zip(_COLUMNS, (file, *figures), strict=True))


def _doubts(written: Summary) -> int:
    """How many places a person should look at; the files that could not be read are told one by one."""
    return written.doubts + sum(problem["severity"] != "info" for _, problem in written.ledger_problems)


def _complaints(summary: RunSummary) -> Iterator[str]:
    for problems in summary.unread.values():
        for problem in problems:
            yield joined(problem["message"], problem["advice"])


def _figures(summary: RunSummary) -> dict[str, int]:
    read = len(summary.read.keys() - summary.unread.keys())
    return {
        "files": summary.files,
        "read": read,
        "unchanged": summary.files - read - len(summary.unread),
        "unread": len(summary.unread),
        "documents": summary.written.documents,
        "tasks": summary.written.tasks,
        "links": summary.written.links,
    }
