"""``extractor export``: the tasks that a question asks for, as a workbook, CSV file or report for others."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from extractor.commands.ask import tasks
from extractor.commands.screen.console import tell
from extractor.export.workbook.contents import SOON
from extractor.model.errors import UsageError
from extractor.store.atomic import replace
from extractor.store.database import reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.commands.manner import Manner
    from extractor.export.workbook.contents import WorkbookContents
    from extractor.model.problem import Problem

_HELP = """把任务导出成 Excel 工作簿、CSV 或带原文的网页；条件与 extractor tasks 相同，导出的就是它查到的。

\b
例：extractor export --xlsx 组织部.xlsx --department 组织部
    extractor export --xlsx 台账.xlsx --template 本单位台账.xlsx
    extractor export --csv 逾期.csv --overdue
    extractor export --report 组织部.html --department 组织部

Tasks as a workbook, CSV or report; the conditions are those of `extractor tasks`.
"""
_FILE = click.Path(dir_okay=False, path_type=Path)


class ExportExists(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """The file is there already; somebody may have filled it in."""

    code = "export-exists"


class NothingAsked(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """No file was asked for."""

    code = "export-nothing-asked"


class Asked(tasks.Conditions):
    """What stands on the command line."""

    xlsx: Path | None
    csv: Path | None
    report: Path | None
    template: Path | None
    soon: int
    force: bool
    out: Path


# The very options of ``tasks``, so that both commands always understand the same conditions.
_CONDITIONS = [option for option in tasks.command.params if option.name not in {"limit", "shape"}]


@click.command("export", help=_HELP, params=_CONDITIONS)
@click.option("--xlsx", type=_FILE, metavar="文件", help="写成 Excel 工作簿 (a workbook)。")
@click.option("--csv", type=_FILE, metavar="文件", help="写成 CSV，列同 tasks.csv (a CSV file)。")
@click.option(
    "--report", type=_FILE, metavar="文件",
    help="写成一个网页：公文原文，任务、责任、时限标在上面 (the notices with their tasks marked)。",
)  # fmt: skip
@click.option(
    "--template", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="文件",
    help="本单位的台账（.xlsx），按它的表头和样式填写 (fill in this workbook)。",
)  # fmt: skip
@click.option(
    "--soon", type=click.IntRange(min=0, max=3650), default=SOON, show_default=True, metavar="天数",
    help="截止前多少天变黄 (days before the day on which a task turns yellow)。",
)  # fmt: skip
@click.option("--force", is_flag=True, help="已有的文件也替换 (replace existing files)。")
@click.pass_obj
def command(manner: Manner, **asked: Unpack[Asked]) -> None:
    """Write the files asked for; those that exist are left alone unless ``--force`` is given."""
    targets = [path for path in (asked["xlsx"], asked["csv"], asked["report"]) if path]
    if not targets:
        raise NothingAsked("")
    for path in targets:
        if path.exists() and not asked["force"]:
            raise ExportExists(str(path))
    contents = _contents(asked)
    files = dict(_files(asked, contents, manner))
    for path, data in files.items():
        replace(path, data)
        count = {"count": len(contents.tasks)}
        click.echo(tell("export-closed", path.as_posix(), count, manner.lang))


def _contents(asked: Asked) -> WorkbookContents:
    from dataclasses import replace as with_values  # noqa: PLC0415 - beside the replace of files

    from extractor.ledger.selection import selected  # noqa: PLC0415 - --help needs no ledger

    with reading(asked["out"]) as ledger:
        found = selected(ledger, tasks.question_of(asked))
    return with_values(found, template=asked["template"], soon=asked["soon"])


def _files(asked: Asked, contents: WorkbookContents, manner: Manner) -> Iterator[tuple[Path, bytes]]:
    """Path and bytes of each file; all are made before any is written."""
    if asked["xlsx"]:
        from extractor.export.workbook.write import write_workbook  # noqa: PLC0415 - loads XlsxWriter

        stream = io.BytesIO()
        _tell(write_workbook(stream, contents), asked["template"] or asked["xlsx"], manner)
        yield asked["xlsx"], stream.getvalue()
    if asked["csv"]:
        from extractor.export.columns import TASKS  # noqa: PLC0415
        from extractor.store.cells import table_bytes  # noqa: PLC0415

        yield asked["csv"], table_bytes(TASKS, contents.tasks)
    if asked["report"]:
        yield asked["report"], _report(asked["report"], asked, contents, manner)


def _report(path: Path, asked: Asked, contents: WorkbookContents, manner: Manner) -> bytes:
    from extractor.ledger.outputs.report import report  # noqa: PLC0415
    from extractor.ledger.selection import selected_notices  # noqa: PLC0415

    with reading(asked["out"]) as ledger:
        found = report(ledger, selected_notices(ledger, tasks.question_of(asked)), contents.tasks)
    if not found.is_whole:
        click.echo(tell("report-shortened", path.as_posix(), found.left_out, manner.lang), err=True)
    return found.data


def _tell(problems: tuple[Problem, ...], path: Path, manner: Manner) -> None:
    for problem in problems:
        click.echo(tell(problem.code, path.as_posix(), dict(problem.details), manner.lang), err=True)
