"""``extractor review``: what a change of the rules did to the results."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.commands import options
from extractor.commands.screen.tables import print_rows
from extractor.model.errors import UnreadableFile
from extractor.model.record import Record, load_record

if TYPE_CHECKING:
    from extractor.review.compare import Change, Review
    from extractor.review.facts import Fact

_KINDS = {
    "task": "任务", "owner": "责任主体", "deadline": "时限", "milestone": "其他时间",
    "outline": "层次", "reference": "引用", "status": "状态",
    "title": "标题", "type": "文种", "issuers": "发文机关", "numbers": "发文字号", "date": "成文日期",
    "recipients": "主送机关", "cc": "抄送", "signatories": "签发人", "contacts": "联系人", "attachments": "附件",
    "classification": "密级",
}  # fmt: skip
_TURNS = {"gained": "多", "lost": "少", "changed": "变"}
_LONGEST = 40
_COLUMNS = ("变化", "种类", "规则", "文件", "原来", "现在", "上下文")
_SUMS = ("种类", "原来", "现在", "多", "少", "变")
_HELP = """比较两次运行的 analysis.jsonl：多了、少了、变了什么，按规则列出。

Gains, losses and changes between two analyses, by rule.
"""
_File = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("review", help=_HELP)
@click.argument("old", type=_File)
@click.argument("new", type=_File)
@options.shape
@options.lang
def command(old: Path, new: Path, shape: str) -> None:
    """Print every change, then the counts of each kind of fact."""
    from extractor.review.compare import review  # noqa: PLC0415 - --help needs no comparison

    found = review(_records(old), _records(new))
    print_rows([_row(change) for change in found.changes], _COLUMNS, shape)
    if shape == "table":
        click.echo()
        print_rows(_sums(found), _SUMS, shape)


def _records(path: Path) -> list[Record]:
    lines = path.read_bytes().removesuffix(b"\n").split(b"\n")
    return [_record(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line]


def _record(line: bytes, where: str) -> Record:
    try:
        return load_record(line.decode("utf-8"))
    except ValueError as error:
        raise NoRecord(where) from error


class NoRecord(UnreadableFile):
    """A line of a file is no result of an analysis; ``where`` is file and line."""

    code = "no-such-record"
    exit_status = 2


def _row(change: Change) -> dict[str, object]:
    fact = change.fact
    return {
        "变化": _TURNS[change.turn],
        "种类": _KINDS.get(fact.kind, fact.kind),
        "规则": fact.rule,
        "文件": fact.file,
        "原来": _side(change.old, change.new),
        "现在": _side(change.new, change.old),
        "上下文": fact.context,
    }


def _side(fact: Fact | None, other: Fact | None) -> str:
    """One side of a change; the words are left out where both sides have the same."""
    if fact is None:
        return ""
    same = other is not None and other.words == fact.words
    words = fact.words if len(fact.words) <= _LONGEST else fact.words[: _LONGEST - 1] + "…"
    return fact.value if same else f"{words} → {fact.value}"


def _sums(found: Review) -> list[dict[str, object]]:
    turns = Counter((change.fact.kind, _TURNS[change.turn]) for change in found.changes)
    kinds = sorted({*found.before, *found.after})
    return [
        {"种类": _KINDS.get(kind, kind), "原来": found.before.get(kind, 0), "现在": found.after.get(kind, 0)}
        | {turn: turns[kind, turn] for turn in _TURNS.values()}
        for kind in kinds
    ]
