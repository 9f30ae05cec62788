"""``extractor notices``: which notices the ledger holds, and which files could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from extractor.commands import options
from extractor.commands.ledger import ledger
from extractor.commands.tables import print_rows
from extractor.export.columns import PARTS, STATUSES

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.model.record import DocumentRecord, Record

_COLUMNS = {
    "file": "文件", "part": "部分", "title": "标题", "number": "发文字号", "date": "成文日期",
    "tasks": "任务", "references": "引用", "status": "状态",
}  # fmt: skip
_HELP = """读过哪些公文；读不了的文件也列出来。

The documents in the ledger, and the files that could not be read.
"""


@click.command("notices", help=_HELP)
@options.out
@options.shape
@options.lang
def command(out: Path, shape: str) -> None:
    """Print a row a document."""
    rows = [row for record in ledger(out) for row in _rows(record)]
    if shape != "json":
        rows = [_shown(row) for row in rows]
    print_rows(rows, tuple(_COLUMNS.values()), shape)


def _rows(record: Record) -> list[dict[str, object]]:
    nothing = {"part": "", "title": "", "number": "", "date": "", "tasks": 0, "references": 0}
    found = [_document(document) for document in record["documents"]] or [nothing]
    return [{"file": record["file"], **row, "status": record["status"]} for row in found]


def _document(document: DocumentRecord) -> dict[str, object]:
    return {
        "part": document["part"],
        "title": document["title"] or "",
        "number": "、".join(document["numbers"]),
        "date": document["date"] or "",
        "tasks": len(document["tasks"]),
        "references": len(document["references"]),
    }


def _shown(row: dict[str, object]) -> dict[str, object]:
    words = row | {"part": PARTS.get(str(row["part"]), ""), "status": STATUSES[str(row["status"])]}
    return {_COLUMNS[key]: value for key, value in words.items()}
