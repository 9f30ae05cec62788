"""``extractor explain``: which rule read a place, and why the others did not."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from extractor.commands import options
from extractor.commands.screen.console import printable, tell
from extractor.commands.screen.tables import print_rows
from extractor.ledger.wording import ROLES, due_shown, names_of
from extractor.model.errors import UsageError
from extractor.store.database import reading
from extractor.store.questions.notices.records import record_named, task_numbered

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from extractor.commands.manner import Manner
    from extractor.messages import Language
    from extractor.model.record import Record, TaskRecord
    from extractor.review.contenders import Contender

_COLUMNS = ("结果", "规则", "原文", "位置", "说明")
_CONTEXT = 10
_HELP = """某处为什么读成这样。

\b
extractor explain 任务编号             这项任务和它的责任、时限由哪条规则读出
extractor explain 文件 --words 6月底前  这几个字（第一次出现处）有哪些规则竞争
extractor explain 文件 --at 120        第 120 个字符（从 0 数）处有哪些规则竞争

Which rule read a task, or won at a place of a file, and why the others lost.
"""


class NoSuchPlace(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """The words or the offset are not in the text."""

    code = "no-such-place"


class Asked(TypedDict):
    """What stands on the command line."""

    what: str
    at: int | None
    words: str | None
    patterns: tuple[Path, ...]
    out: Path


@click.command("explain", help=_HELP)
@click.argument("what", metavar="任务编号|文件")
@click.option("--at", type=click.IntRange(min=0), metavar="N", help="文中位置，从 0 数 (offset)。")
@click.option("--words", metavar="文字", help="文中的几个字 (words of the text)。")
@options.patterns
@options.out
@options.lang
@click.pass_obj
def command(manner: Manner, **asked: Unpack[Asked]) -> None:
    """Explain a task of the ledger, or a place of a file."""
    with reading(asked["out"]) as ledger:
        if asked["at"] is None and asked["words"] is None:
            click.echo(printable("\n".join(_task(*task_numbered(ledger, asked["what"])))))
            return
        record = record_named(ledger, names_of(asked["what"]))
    _explain(record, _offset(record, asked), asked["patterns"], manner.lang)


def _offset(record: Record, asked: Asked) -> int:
    words, text = asked["words"], record["text"]
    at = text.find(words) if words else asked["at"] or 0
    if not 0 <= at < len(text):
        raise NoSuchPlace(record["file"], what=f"“{words}”" if words else str(at))
    return at


def _explain(record: Record, at: int, patterns: tuple[Path, ...], lang: Language) -> None:
    from extractor.review.contenders import contenders  # noqa: PLC0415 - explaining a task needs no rules
    from extractor.rules.load import load  # noqa: PLC0415

    text = record["text"]
    before, after = text[max(0, at - _CONTEXT) : at], text[at + 1 : at + 1 + _CONTEXT]
    click.echo(printable(f"{record['file']} {at}：{before}【{text[at]}】{after}").replace("\n", "⏎"))
    found = contenders(record, load(patterns), at)
    if not found:
        click.echo(tell("no-rule-here", record["file"], {}, lang))
        return
    print_rows([_row(each, lang) for each in found], _COLUMNS, "table")


def _row(contender: Contender, lang: Language) -> dict[str, object]:
    details = {"winner": contender.winner}
    said = tell(contender.reason, contender.rule, details, lang) if contender.reason else contender.value
    return {
        "结果": "胜" if contender.won else "负",
        "规则": contender.rule,
        "原文": contender.words,
        "位置": f"{contender.span.start}–{contender.span.end}",
        "说明": said,
    }


def _task(record: Record, task: TaskRecord) -> Iterator[str]:
    """The task, then every value in it with its words and its rule."""
    yield f"{task['title']}（{record['file']}，位置 {task['span'][0]}–{task['span'][1]}）"
    yield f"  任务  {task['rule']}  {task['basis']}"
    for owner in task["owners"]:
        yield f"  {ROLES[owner['role']]}  {owner['rule']}  “{owner['text']}” → {owner['canonical']}"
    for time in filter(None, (task["deadline"], *task["milestones"])):
        reading = " ".join(filter(None, (time["kind"], due_shown(time), *time["assumptions"])))
        yield f"  时限  {time['rule']}  “{time['text']}” → {reading}"
