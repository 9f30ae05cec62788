"""``extractor watch``: keep the ledger up to date while notices come and go; one line of log for each file."""

from __future__ import annotations

import dataclasses
import signal
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from extractor.commands import options
from extractor.commands.read.watch_log import Log, now
from extractor.commands.screen.console import tell
from extractor.commands.screen.progress import Progress

if TYPE_CHECKING:
    import datetime as dt

    from extractor.commands.manner import Manner
    from extractor.engine.watch.turns import Orders

_HELP = """看着文件夹，公文有变化就更新台账；不写路径时看 corpus/。

\b
启动时先读一遍，以后新增、改动、删除、改名的文件随到随处理，每个文件一行记录。
还在复制或下载的文件，等它停下来再读。按 Ctrl-C 结束。
网络文件夹（共享盘、NAS、虚拟机共享）请加 --poll；怎样判断见 docs/watch.md。

Keeps the ledger up to date while notices come and go.
"""


class Asked(TypedDict):
    """What stands on the command line."""

    paths: tuple[Path, ...]
    out: Path
    poll: bool
    quiet_time: float
    jobs: int | None
    patterns: tuple[Path, ...]
    limits: dict[str, int]
    as_of: dt.date | None
    allow_classified: bool
    no_bom: bool
    names_file: Path | None


@click.command("watch", help=_HELP)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[文件或文件夹]…")
@options.out
@click.option("--poll", is_flag=True, help="定时查看，用于网络文件夹 (look again and again; network folders)。")
@click.option(
    "--quiet-time", type=click.FloatRange(min=0.1, max=3600), default=2.0, show_default=True, metavar="秒",
    help="文件多少秒不再变化才读 (how long a file must be at rest)。",
)  # fmt: skip
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="同时用几个进程 (worker processes)。")
@options.patterns
@options.names_file
@options.limits
@options.reference_day
@options.allow_classified
@click.option("--no-bom", is_flag=True, help="CSV 开头不加 BOM (no byte order mark in CSV)。")
@options.lang
@click.pass_obj
def command(manner: Manner, **asked: Unpack[Asked]) -> None:
    """Watch until interrupted; exit status 0 then, 1 when another watch is there already."""
    from extractor.engine.watch.watch import watch  # noqa: PLC0415 - --help needs no engine
    from extractor.ingest.changing import changed  # noqa: PLC0415

    orders = _orders(manner, asked)
    out = asked["out"]
    log = Log(out, manner.lang)
    _end_on_signals()
    with changed(asked["limits"]), Progress() as progress:
        try:
            for event in watch(orders, progress):
                progress.close()
                for line in log.lines(event):
                    click.echo(f"{now():%Y-%m-%d %H:%M:%S} {line}")
        except KeyboardInterrupt:
            progress.close()
            line = tell("watch-stopped", out.as_posix(), {}, manner.lang)
            click.echo(f"{now():%Y-%m-%d %H:%M:%S} {line}")


def _orders(manner: Manner, asked: Asked) -> Orders:
    from extractor.engine.local import Plan  # noqa: PLC0415 - --help needs no engine
    from extractor.engine.reading import NoticeReader, Settings  # noqa: PLC0415
    from extractor.engine.watch.turns import Orders  # noqa: PLC0415
    from extractor.ledger.settings import OutputSettings  # noqa: PLC0415

    secrets = asked["allow_classified"]
    settings = Settings(asked["patterns"], asked["as_of"], manner.lang, manner.debug, allow_classified=secrets)
    names = asked["names_file"]
    folders = tuple(str(folder.resolve()) for folder in asked["patterns"])
    outputs = OutputSettings(not asked["no_bom"], folders, str(names.resolve()) if names else "")
    paths = asked["paths"] or (Path("corpus"),)
    return Orders(
        Plan(
            paths, asked["out"], asked["jobs"], lang=manner.lang, settings=outputs, isolated=not manner.debug
        ),
        lambda: NoticeReader(settings),
        asked["patterns"],
        asked["quiet_time"],
        poll=asked["poll"],
        begun=lambda plan: dataclasses.replace(plan, began=now()),
        debug=manner.debug,
    )


def _end_on_signals() -> None:
    """Whoever asks the watch to end, a person or the system, gets the same clean end."""
    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        # Who started it with nohup wants it to outlive the terminal.
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler)
