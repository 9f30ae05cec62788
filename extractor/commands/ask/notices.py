"""``extractor notices``: which notices the ledger holds, and which files could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from extractor.commands import options
from extractor.commands.ask.asking import opened, source
from extractor.commands.screen.tables import print_rows, tell_more
from extractor.export.columns import PARTS, STATUSES
from extractor.ledger.wording import names_of
from extractor.store.questions.notices.held import NoticeAnswer, notices

if TYPE_CHECKING:
    from pathlib import Path

_COLUMNS = {
    "file": "文件", "part": "部分", "title": "标题", "number": "发文字号", "date": "成文日期",
    "tasks": "任务", "references": "引用", "status": "状态",
}  # fmt: skip
_OTHER_VERSION = "另有版本"
_HELP = """读过哪些公文；不加条件时，读不了的文件也列出来。

The documents in the ledger, and the files that could not be read.
"""


class Asked(TypedDict):
    """What stands on the command line; None: any."""

    document: str | None
    issuer: str | None
    words: str | None
    limit: int | None
    out: Path
    parquet: str
    shape: str


@click.command("notices", help=_HELP)
@options.document
@options.issuer
@click.option("--words", metavar="文字", help="全文里有这些字，空格隔开几处 (words of the text)。")
@options.limit
@source
@options.shape
@options.lang
def command(**asked: Unpack[Asked]) -> None:
    """Print a row a document."""
    shape = asked["shape"]
    with opened(asked["out"], asked["parquet"]) as ledger:
        found = notices(ledger, names_of(asked["document"]), asked["issuer"], asked["words"])
    rows = [_row(answer) for answer in found[: options.most_rows(asked["limit"], shape)]]
    if shape != "json":
        rows = [_shown(row) for row in rows]
    print_rows(rows, tuple(_COLUMNS.values()), shape)
    tell_more(len(rows), len(found))


def _row(answer: NoticeAnswer) -> dict[str, object]:
    return {
        "file": answer.file,
        "id": answer.id,
        "part": answer.part,
        "title": answer.title,
        "issuers": answer.issuers,
        "number": answer.numbers,
        "date": answer.date,
        "tasks": answer.tasks,
        "references": answer.references,
        "status": answer.status,
        "held": answer.held,
    }


def _shown(row: dict[str, object]) -> dict[str, object]:
    status = STATUSES[str(row["status"])] if row["held"] else _OTHER_VERSION
    words = row | {"part": PARTS.get(str(row["part"]), ""), "status": status}
    return {_COLUMNS[key]: words[key] for key in _COLUMNS}
