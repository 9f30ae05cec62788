"""``extractor explain``: which rule read a place, and why the others did not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from extractor.commands import options
from extractor.commands.console import printable, tell
from extractor.commands.ledger import ROLES, Entry, ledger, task_numbered
from extractor.commands.tables import print_rows
from extractor.engine.incoming import collect
from extractor.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.commands.program import Manner
    from extractor.messages import Language
    from extractor.model.contender import Contender

_COLUMNS = ("结果", "规则", "原文", "位置", "说明")
_HELP = """某处为什么读成这样。

\b
extractor explain 任务编号          这项任务和它的责任、时限由哪条规则读出
extractor explain 文件 --at 120     第 120 个字符（从 0 数）处有哪些规则竞争

Which rule read a task, or won at a place of a file, and why the others lost.
"""


class Asked(TypedDict):
    """What stands on the command line."""

    what: str
    at: int | None
    source: tuple[Path, ...]
    patterns: tuple[Path, ...]
    out: Path


@click.command("explain", help=_HELP)
@click.argument("what", metavar="任务编号|文件")
@click.option("--at", type=click.IntRange(min=0), metavar="N", help="文中位置，从 0 数 (offset)。")
@click.option(
    "--source", type=click.Path(path_type=Path), multiple=True, default=(Path("corpus"),),
    metavar="路径", help="公文所在的文件或文件夹，默认 corpus (where the notices are)。",
)  # fmt: skip
@options.patterns
@options.out
@options.lang
@click.pass_obj
def command(manner: Manner, **asked: Unpack[Asked]) -> None:
    """Explain a task of the ledger, or a place of a file."""
    if asked["at"] is None:
        found = ledger(asked["out"])
        click.echo(printable("\n".join(_task(task_numbered(found, asked["what"])))))
    else:
        _place(asked, asked["at"], manner.lang)


def _task(entry: Entry) -> Iterator[str]:
    """The task, then every value in it with its words, its place and its rule."""
    task = entry.task
    yield f"{task['title']}（{entry.record['file']}，第 {task['span'][0]} 字起）"
    yield f"  任务  {task['rule']}  {task['basis']}"
    for owner in task["owners"]:
        yield f"  {ROLES[owner['role']]}  {owner['rule']}  “{owner['text']}” → {owner['canonical']}"
    for time in filter(None, (task["deadline"], *task["milestones"])):
        reading = " ".join((time["kind"], time.get("due") or "", *time["assumptions"]))
        yield f"  时限  {time['rule']}  “{time['text']}” → {reading}"


def _place(asked: Asked, at: int, lang: Language) -> None:
    contenders = _contenders(asked, at)
    if not contenders:
        where = f"{asked['what']} {at}"
        raise UsageError(where, what="任何规则的痕迹")
    print_rows([_row(each, lang) for each in contenders], _COLUMNS, "table")


def _contenders(asked: Asked, at: int) -> tuple[Contender, ...]:
    from extractor.ingest.read import read  # noqa: PLC0415 - explaining a task reads no notice
    from extractor.pipeline import explain  # noqa: PLC0415
    from extractor.rules.load import load  # noqa: PLC0415

    book = load(asked["patterns"])
    path = _path(asked["what"], asked["source"])
    return explain(read(path, asked["what"], book), book, at)


def _path(name: str, sources: Sequence[Path]) -> Path:
    """The file as a path, or the one that a run over ``sources`` calls so."""
    if Path(name).is_file():
        return Path(name)
    named = {incoming.name: incoming.path for incoming in collect(sources)}
    if name not in named:
        raise UsageError(name, what="这个文件")
    return named[name]


def _row(contender: Contender, lang: Language) -> dict[str, object]:
    return {
        "结果": "胜" if contender.won else "负",
        "规则": contender.rule,
        "原文": contender.words,
        "位置": f"{contender.span.start}–{contender.span.end}",
        "说明": tell(contender.reason, "", dict(contender.details), lang) if contender.reason else "",
    }
