"""``extractor search``: where words stand in notices and tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from extractor.commands import options
from extractor.commands.ask.asking import opened, source
from extractor.commands.screen.console import tell
from extractor.commands.screen.tables import print_rows
from extractor.store.questions.words.search import Hit, counts, search

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.commands.manner import Manner

_COLUMNS = {"part": "在", "id": "编号", "snippet": "上下文", "file": "文件"}
_PARTS = {"document": "公文", "task": "任务"}
_MOST = 20
_HELP = """在公文全文和任务里找字，一个字也能找；几处用空格隔开，要同时都有。

\b
例：extractor search 支部
    extractor search "隐患 排查" --format csv

Words in the text of notices and tasks, with what stands around them.
"""


class Asked(TypedDict):
    """What stands on the command line."""

    words: tuple[str, ...]
    limit: int | None
    out: Path
    parquet: str
    shape: str


@click.command("search", help=_HELP)
@click.argument("words", nargs=-1, required=True, metavar="文字…")
@options.limit
@source
@options.shape
@options.lang
@click.pass_obj
def command(manner: Manner, **asked: Unpack[Asked]) -> None:
    """Print the notices, then the tasks, in whose text all words stand."""
    words, limit, shape = " ".join(asked["words"]), asked["limit"], asked["shape"]
    most = _MOST if limit is None else limit or None
    with opened(asked["out"], asked["parquet"]) as ledger:
        found = [hit for part in _PARTS for hit in search(ledger, words, part, most)]
        numbers = counts(ledger, words)
    rows = [_json(hit) if shape == "json" else _row(hit) for hit in found]
    print_rows(rows, tuple(_COLUMNS.values()), shape)
    if found and shape == "table":
        click.echo(tell("search-closed", "", numbers, manner.lang), err=True)


def _json(hit: Hit) -> dict[str, object]:
    return {
        "part": hit.part, "id": hit.id, "file": hit.file,
        "before": hit.before, "words": hit.words, "after": hit.after,
    }  # fmt: skip


def _row(hit: Hit) -> dict[str, object]:
    snippet = f"{hit.before}【{hit.words}】{hit.after}"
    values = {"part": _PARTS[hit.part], "id": hit.id, "snippet": snippet, "file": hit.file}
    return {_COLUMNS[key]: value for key, value in values.items()}
