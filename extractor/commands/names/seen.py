"""What ``extractor names`` shows: unknown bodies, pairs that may be one, decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from extractor.commands import options
from extractor.commands.names.naming import on_names
from extractor.commands.screen.console import tell
from extractor.commands.screen.tables import print_rows
from extractor.ledger.names.deciding import decided

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extractor.commands.manner import Manner
    from extractor.ledger.names.naming import Names

_UNKNOWN = {
    "name": "名称", "home": "所属", "count": "次数", "kind": "估计类别", "where": "见于",
    "file": "首见文件", "words": "原文",
}  # fmt: skip
_WHERE = {"named": "单位", "running": "正文"}
_SUGGESTED = {
    "name": "名称", "count": "次数", "other": "另一名称", "other_count": "另一次数", "home": "所属", "reason": "理由",
}  # fmt: skip
_DECIDED = {"decision": "取舍", "names": "名称", "home": "所属"}
_DECISIONS = {"accepted": "认可", "same": "算一个", "apart": "不算一个"}


@click.command("unknown", help="公文里用到、名录里没有的单位。\n\nBodies that the notices use and the list lacks.")
@click.option("--quick", is_flag=True, help="不在正文里找，只看已读出的单位 (not in running text)。")
@options.shape
@on_names
def show_unknown(_manner: Manner, names: Names, shape: str, *, quick: bool) -> None:
    """Print a row an unknown body, those that notices name as such first."""
    print_unknown(names, shape, running=not quick)


def print_unknown(names: Names, shape: str, *, running: bool = True) -> None:
    """Print the unknown bodies of a ledger, with counts and the first place of each."""
    from extractor.graph.bodies.unknown import unknown  # noqa: PLC0415 - --help needs no names

    rows = []
    for each in unknown(names.records(), names.known(), running=running):
        where = each.where if shape == "json" else _WHERE[each.where]
        values = (each.name, each.home, each.count, each.kind, where, each.first.file, each.first.words)
        rows.append(dict(zip(_UNKNOWN, values, strict=True)))
    _print(rows, _UNKNOWN, shape)


@click.command("suggest", help="疑似同一单位的两个名称，和理由。\n\nPairs of names that may be one body.")
@options.shape
@on_names
def show_suggestions(manner: Manner, names: Names, shape: str) -> None:
    """Print a row a pair."""
    from extractor.graph.bodies.suggest import suggestions  # noqa: PLC0415 - --help needs no names

    rows = []
    for each in suggestions(names.records(), names.known().decisions):
        reason = each.reason if shape == "json" else tell(each.reason, "", {}, manner.lang)
        values = (each.names[0], each.counts[0], each.names[1], each.counts[1], each.home, reason)
        rows.append(dict(zip(_SUGGESTED, values, strict=True)))
    _print(rows, _SUGGESTED, shape)


@click.command("list", help="已经作出的取舍。\n\nThe decisions made so far.")
@options.shape
@on_names
def show_decisions(_manner: Manner, names: Names, shape: str) -> None:
    """Print a row a decision."""
    rows = [
        {"decision": decision if shape == "json" else _DECISIONS[decision], "names": said, "home": home}
        for decision, said, home in decided(names.known().decisions)
    ]
    _print(rows, _DECIDED, shape)


def _print(rows: Sequence[Mapping[str, object]], columns: Mapping[str, str], shape: str) -> None:
    named = [{key if shape == "json" else columns[key]: row[key] for key in columns} for row in rows]
    print_rows(named, tuple(columns.values()), shape)
