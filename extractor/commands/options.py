"""Options that several commands share."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, get_args

import click

from extractor.commands import manner
from extractor.graph.elements import EdgeKind

if TYPE_CHECKING:
    from extractor.commands.manner import Command

lang = manner.lang
OUT = "结果所在的文件夹 (folder of the outputs)。"


class Edges(TypedDict):
    """What ``edges`` hands to a command."""

    relation: tuple[EdgeKind, ...]
    body: str | None
    document: str | None


class Day(click.ParamType[dt.date]):
    """A calendar day, ``2024-06-30``."""

    name = "日期"

    def convert(
        self, value: str | dt.date, param: click.Parameter | None, ctx: click.Context | None
    ) -> dt.date:
        """Read the day, or say how it is written."""
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}”不是日期，请写成 2024-06-30 的样子", param, ctx)


def out(command: Command) -> Command:
    """``--out DIR``: the folder of the outputs."""
    option = click.option(
        "--out", type=click.Path(path_type=Path), default=Path("outputs"), show_default=True, metavar="目录",
        help=OUT,
    )  # fmt: skip
    return option(command)


def shape(command: Command) -> Command:
    """``--format table|csv|json``: how an answer is printed."""
    option = click.option(
        "--format", "shape", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True,
        help="表格、CSV 或 JSON (how to print)。",
    )  # fmt: skip
    return option(command)


def patterns(command: Command) -> Command:
    """``--patterns DIR …``: folders of rules beside the shipped ones."""
    option = click.option(
        "--patterns", type=click.Path(exists=True, file_okay=False, path_type=Path), multiple=True,
        metavar="目录", help="另加的规则文件夹，可写多次 (more rules; repeatable)。",
    )  # fmt: skip
    return option(command)


def names_file(command: Command) -> Command:
    """``--names FILE``: where decisions about names are kept."""
    option = click.option(
        "--names", "names_file", type=click.Path(dir_okay=False, path_type=Path), metavar="文件",
        help="记取舍的文件，默认是结果文件夹里的 names.toml (the names file)。",
    )  # fmt: skip
    return option(command)


def limits(command: Command) -> Command:
    """``--limits FILE``: other limits than those of ``docs/limits.md``; the command gets key → value."""
    option = click.option(
        "--limits", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="文件",
        callback=_limits, help="放宽或收紧读取的上限，见 docs/limits.md (other limits for reading)。",
    )  # fmt: skip
    return option(command)


def _limits(_ctx: click.Context, _option: click.Parameter, value: Path | None) -> dict[str, int]:
    from extractor.ingest.changing import load  # noqa: PLC0415 - questions read no files

    return load(value) if value else {}


def allow_classified(command: Command) -> Command:
    """``--allow-classified``: state secrets are processed, too."""
    return click.option(
        "--allow-classified", is_flag=True,
        help="标有绝密、机密、秘密的文件也处理；只可在涉密设备上用 (process state secrets too)。",
    )(command)  # fmt: skip


def reference_day(command: Command) -> Command:
    """``--as-of DATE``: the day that stands in for a missing date of issue."""
    option = click.option(
        "--as-of", type=Day(), help="公文没有成文日期时，从这一天推算时限 (for undated notices)。"
    )
    return option(command)


def as_of(command: Command) -> Command:
    """``--as-of DATE``: the day that stands in for today."""
    return click.option("--as-of", type=Day(), help="以这一天为今天，默认当天 (instead of today)。")(command)


def day(asked: dt.date | None) -> dt.date:
    """The day that an answer is for: the one asked for, else today. The only place where a question sees a clock."""
    return asked or dt.datetime.now(tz=dt.UTC).astimezone().date()


def department(command: Command) -> Command:
    """``--department NAME``: words of any name of a body."""
    return click.option(
        "--department", metavar="名称", help="部门：任何一种叫法里有这几个字，如 组织部 (owner, by any name)。"
    )(command)


def home(command: Command) -> Command:
    """``--home NAME``: the organisation that a body belongs to."""
    return click.option("--home", metavar="名称", help="部门所属的地方或学校 (the body's organisation)。")(command)


def document(command: Command) -> Command:
    """``--document WORDS``: words of title, number or file name."""
    return click.option(
        "--document", metavar="文字", help="文件标题、文号或文件名包含这几个字 (document)。"
    )(command)


def issuer(command: Command) -> Command:
    """``--issuer WORDS``: words of the name of an issuer."""
    return click.option("--issuer", metavar="文字", help="发文机关包含这几个字 (issuer)。")(command)


_MOST_ROWS = 100


def limit(command: Command) -> Command:
    """``--limit N``: how many rows are printed at most."""
    return click.option(
        "--limit", type=click.IntRange(min=0), metavar="N",
        help="最多列出几行，0 为全部；表格默认 100 行 (at most so many rows)。",
    )(command)  # fmt: skip


def most_rows(asked: int | None, shape: str) -> int | None:
    """How many rows to print; None: all. A table that nobody limited is cut at what a person still reads."""
    if asked is None:
        return _MOST_ROWS if shape == "table" else None
    return asked or None


def edges(command: Command) -> Command:
    """``--relation``, ``--body``, ``--document``: which edges of the graph."""
    for option in (
        click.option("--document", metavar="文字", help="一端的公文标题或文号包含这几个字 (a document at one end)。"),
        click.option("--body", metavar="名称", help="一端的单位名称包含这几个字 (a body at one end)。"),
        click.option(
            "--relation", type=click.Choice(get_args(EdgeKind)), multiple=True,
            help="关系，可写多次 (relation; repeatable)。",
        ),
    ):
        command = option(command)
    return command
