"""What ``extractor run`` says when it is done: what was found, what could not be read, where the outputs are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from extractor.commands.concerns import concerns
from extractor.commands.console import joined, tell
from extractor.commands.tables import print_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from extractor.engine.local import RunSummary
    from extractor.messages import Language
    from extractor.model.record import ProblemRecord, Record

_MOST_ROWS = 20
_LONGEST_TITLE = 40
_COLUMNS = ("文件", "标题", "公文", "任务", "有时限", "引用", "待核")


def report(summary: RunSummary, out: Path, lang: Language) -> None:
    """Print a row a file that was read, what could not be read, and one closing line."""
    rows = [_row(record) for record in summary.records if record["file"] in summary.read and record["documents"]]
    if rows:
        print_rows(rows[:_MOST_ROWS], _COLUMNS, "table")
    if len(rows) > _MOST_ROWS:
        click.echo(tell("run-more-rows", out.as_posix(), {"count": len(rows) - _MOST_ROWS}, lang))
    for line in (*_complaints(summary), *concerns(summary.written)):
        click.echo(line, err=True)
    click.echo(tell("run-closed", out.as_posix(), _figures(summary), lang))
    doubts = _doubts(summary)
    if doubts:
        click.echo(tell("run-doubts", out.as_posix(), {"count": doubts}, lang))


def _row(record: Record) -> dict[str, str | int]:
    documents = record["documents"]
    tasks = [task for document in documents for task in document["tasks"]]
    return {
        "文件": record["file"],
        "标题": (documents[0]["title"] or "")[:_LONGEST_TITLE],
        "公文": len(documents),
        "任务": len(tasks),
        "有时限": sum(task["deadline"] is not None for task in tasks),
        "引用": sum(len(document["references"]) for document in documents),
        "待核": _graver(record["problems"]),
    }


def _graver(problems: Iterable[ProblemRecord]) -> int:
    return sum(problem["severity"] != "info" for problem in problems)


def _doubts(summary: RunSummary) -> int:
    """How many places a person should look at; the files that could not be read are told one by one."""
    unread = {record["file"] for record in summary.unread}
    read = (record for record in summary.records if record["file"] not in unread)
    ledger = _graver(problem for _, problem in summary.written.ledger_problems)
    return ledger + sum(_graver(record["problems"]) for record in read)


def _complaints(summary: RunSummary) -> Iterator[str]:
    for record in summary.unread:
        for problem in record["problems"]:
            yield joined(problem["message"], problem["advice"])


def _figures(summary: RunSummary) -> dict[str, int]:
    documents = [document for record in summary.records for document in record["documents"]]
    unread = {record["file"] for record in summary.unread}
    read = len(summary.read - unread)
    return {
        "files": len(summary.records),
        "read": read,
        "unchanged": len(summary.records) - read - len(unread),
        "unread": len(unread),
        "documents": len(documents),
        "tasks": summary.written.tasks,
        "links": summary.written.links,
    }
