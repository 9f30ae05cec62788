"""``extractor run``: read notices, write the outputs, say what was found and what could not be read."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from extractor.commands import options, places
from extractor.commands.read.profile import show_profile
from extractor.commands.read.run_report import report
from extractor.commands.screen.console import tell
from extractor.commands.screen.progress import Progress
from extractor.model.errors import UsageError

if TYPE_CHECKING:
    from extractor.commands.manner import Manner
    from extractor.commands.read.asked import Asked
    from extractor.engine.local import Plan
    from extractor.engine.profile import Profile
    from extractor.engine.reading import NoticeReader

_INTERRUPTED = 130
_TWO_PLACES = "--engine ray 的 Parquet 写在 --out，不要再写 --parquet"
_NO_PROFILE = "--profile 只量本机的运行；--engine ray 的用时看 Ray 自己的面板"


_HELP = """解析公文，写出台账；不写路径时读 corpus/。

\b
没有变化的文件不重新读取；读不了的文件逐个说明原因，不影响其他文件。
版头标有绝密、机密、秘密的文件不处理、不保存，除非写明 --allow-classified。
退出状态：0 全部读完；1 有文件读不了；2 用法或规则有误；130 中途停止。

Reads notices (default: corpus/) and writes the ledger to --out.
"""


class NotOnThisMachine(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """A URI, which only a run on a cluster reads and writes."""

    code = "needs-cluster"


@click.command("run", help=_HELP)
@click.argument("paths", nargs=-1, metavar="[文件或文件夹]…")
@places.out_or_uri
@click.option(
    "--engine", type=click.Choice(["local", "ray"]), default="local", show_default=True,
    help="在本机运行，或者在 Ray 集群上运行、只写 Parquet，见 docs/cluster.md (where to run)。",
)
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="同时用几个进程 (worker processes)。")
@options.patterns
@options.limits
@options.names_file
@click.option("--force", is_flag=True, help="没有变化的文件也重新读取 (read unchanged files too)。")
@options.reference_day
@options.allow_classified
@places.parquet("结果另外写成 Parquet，放在这里，可以是 s3:// (also as Parquet, to be queried)。")
@click.option("--no-bom", is_flag=True, help="CSV 开头不加 BOM (no byte order mark in CSV)。")
@click.option("--profile", is_flag=True, help="说明时间用在哪里 (where the time went)。")
@click.option("--profile-json", type=click.Path(path_type=Path), metavar="文件", help="同上，写成 JSON (as JSON)。")
@options.lang
@click.pass_obj
def command(manner: Manner, **asked: Unpack[Asked]) -> None:
    """Read notices and write the ledger; exit status 1 when a file could not be read."""
    from extractor.engine.profile import Profile  # noqa: PLC0415 - --help needs no engine
    from extractor.engine.reading import NoticeReader, Settings  # noqa: PLC0415
    from extractor.ingest.changing import changed  # noqa: PLC0415

    secrets = asked["allow_classified"]
    patterns = tuple(folder.resolve() for folder in asked["patterns"])  # a cluster stands in other folders
    profile = Profile() if asked["profile"] or asked["profile_json"] else None
    terms = Settings(patterns, asked["as_of"], manner.lang, manner.debug, secrets, bool(profile))
    reader = NoticeReader(terms)
    with changed(asked["limits"]):
        if asked["engine"] == "ray":
            if asked["parquet"]:
                raise click.UsageError(_TWO_PLACES)
            if profile:
                raise click.UsageError(_NO_PROFILE)
            from extractor.commands.read.on_cluster import run_on_cluster  # noqa: PLC0415 - only on a cluster

            sys.exit(run_on_cluster(reader, asked, manner.lang))
        _run_here(reader, asked, manner, profile)


def _run_here(reader: NoticeReader, asked: Asked, manner: Manner, profile: Profile | None) -> None:
    from extractor.engine.local import run  # noqa: PLC0415 - as above

    plan = replace(_plan(asked, manner), profile=profile)
    with Progress() as progress:
        try:
            summary = run(plan, reader, progress)
        except KeyboardInterrupt:
            progress.close()
            click.echo(tell("run-stopped", plan.out.as_posix(), {"done": progress.done}, manner.lang), err=True)
            sys.exit(_INTERRUPTED)
    report(summary, plan.out, manner.lang)
    if profile:
        show_profile(profile, asked["profile_json"], plan.out, manner.lang)
    sys.exit(1 if summary.unread else 0)


def _plan(asked: Asked, manner: Manner) -> Plan:
    """What the command line asks of a run on this machine."""
    from extractor.engine.local import Plan  # noqa: PLC0415 - as above
    from extractor.ledger.settings import OutputSettings  # noqa: PLC0415

    elsewhere = next((path for path in (*asked["paths"], asked["out"]) if "://" in path), None)
    if elsewhere:
        raise NotOnThisMachine(elsewhere)
    out, names = Path(asked["out"]), asked["names_file"]
    folders = tuple(str(folder.resolve()) for folder in asked["patterns"])
    settings = OutputSettings(not asked["no_bom"], folders, str(names.resolve()) if names else "")
    settings.departments(out)  # a mistake in a list of names is told before anything is read
    return Plan(
        tuple(map(Path, asked["paths"] or ("corpus",))), out, asked["jobs"], asked["force"], manner.lang, settings,
        dt.datetime.now(tz=dt.UTC).astimezone(), not manner.debug, parquet=asked["parquet"],
    )  # fmt: skip
