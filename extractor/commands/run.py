"""``extractor run``: read notices, write the outputs, say what was found and what could not be read."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from extractor.commands import options
from extractor.commands.concerns import concerns
from extractor.commands.console import joined, tell
from extractor.commands.naming import names_file
from extractor.commands.profile import show_profile
from extractor.commands.progress import Progress
from extractor.commands.tables import print_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.commands.program import Manner
    from extractor.engine.local import RunSummary
    from extractor.engine.told import Told
    from extractor.ledger.outputs import Summary
    from extractor.messages import Language

_MOST_ROWS = 20
_INTERRUPTED = 130
_COLUMNS = ("文件", "标题", "公文", "任务", "有时限", "引用", "待核")


_HELP = """解析公文，写出台账；不写路径时读 corpus/。

\b
没有变化的文件不重新读取；读不了的文件逐个说明原因，不影响其他文件。
版头标有绝密、机密、秘密的文件不处理、不保存，除非写明 --allow-classified。
退出状态：0 全部读完；1 有文件读不了；2 用法或规则有误；130 中途停止。

Reads notices (default: corpus/) and writes the ledger to --out.
"""


class Asked(TypedDict):
    """What stands on the command line."""

    paths: tuple[Path, ...]
    out: Path
    jobs: int | None
    patterns: tuple[Path, ...]
    limits: dict[str, int]
    force: bool
    as_of: dt.date | None
    no_bom: bool
    names_file: Path | None
    allow_classified: bool
    parquet: str
    profile: bool
    profile_json: Path | None


@click.command("run", help=_HELP)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[文件或文件夹]…")
@options.out
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="同时用几个进程 (worker processes)。")
@options.patterns
@options.limits
@names_file
@click.option("--force", is_flag=True, help="没有变化的文件也重新读取 (read unchanged files too)。")
@options.reference_day
@options.allow_classified
@options.parquet("结果另外写成 Parquet，放在这里，可以是 s3:// (also as Parquet, to be queried)。")
@click.option("--no-bom", is_flag=True, help="CSV 开头不加 BOM (no byte order mark in CSV)。")
@click.option("--profile", is_flag=True, help="说明时间用在哪里 (where the time went)。")
@click.option("--profile-json", type=click.Path(path_type=Path), metavar="文件", help="同上，写成 JSON (as JSON)。")
@options.lang
@click.pass_obj
def command(manner: Manner, **asked: Unpack[Asked]) -> None:
    """Read notices and write the ledger; exit status 1 when a file could not be read."""
    from extractor.engine.local import Plan, run  # noqa: PLC0415 - --help needs no engine
    from extractor.engine.profile import Profile  # noqa: PLC0415
    from extractor.engine.reading import NoticeReader, Settings  # noqa: PLC0415
    from extractor.ingest.changing import changed  # noqa: PLC0415
    from extractor.ledger.settings import OutputSettings  # noqa: PLC0415

    out = asked["out"]
    secrets = asked["allow_classified"]
    profile = Profile() if asked["profile"] or asked["profile_json"] else None
    terms = Settings(asked["patterns"], asked["as_of"], manner.lang, manner.debug, secrets, bool(profile))
    reader = NoticeReader(terms)
    paths = asked["paths"] or (Path("corpus"),)
    began = dt.datetime.now(tz=dt.UTC).astimezone()
    names = asked["names_file"]
    folders = tuple(str(folder.resolve()) for folder in asked["patterns"])
    settings = OutputSettings(not asked["no_bom"], folders, str(names.resolve()) if names else "")
    settings.departments(out)  # a mistake in a list of names is told before anything is read
    plan = Plan(paths, out, asked["jobs"], asked["force"], manner.lang, settings, began, not manner.debug)
    plan = replace(plan, parquet=asked["parquet"], profile=profile)
    with changed(asked["limits"]), Progress() as progress:
        try:
            summary = run(plan, reader, progress)
        except KeyboardInterrupt:
            progress.close()
            click.echo(tell("run-stopped", out.as_posix(), {"done": progress.done}, manner.lang), err=True)
            sys.exit(_INTERRUPTED)
    _report(summary, out, manner.lang)
    if profile:
        show_profile(profile, asked["profile_json"], out, manner.lang)
    sys.exit(1 if summary.unread else 0)


def _report(summary: RunSummary, out: Path, lang: Language) -> None:
    rows = [_row(file, told) for file, told in summary.read.items() if told.documents]
    if rows:
        print_rows(rows[:_MOST_ROWS], _COLUMNS, "table")
    if len(rows) > _MOST_ROWS:
        click.echo(tell("run-more-rows", out.as_posix(), {"count": len(rows) - _MOST_ROWS}, lang))
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
