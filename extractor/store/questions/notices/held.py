"""Which notices the ledger holds, and which files could not be read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.store.questions.conditions import Conditions

if TYPE_CHECKING:
    import sqlite3

    from extractor.store.questions.asking import Ledger

_DOCUMENTS = (
    "SELECT key, id, file, part, title, type, issuers, numbers, date, tasks, refs, status, held FROM documents"
)
_UNREAD = """
SELECT 0, '', name, '', '', '', '', '', '', 0, 0, status, 1 FROM files WHERE name NOT IN (SELECT file FROM documents)
"""


@dataclass(frozen=True, slots=True)
class NoticeAnswer:
    """A document, or a file without any (``part`` is empty, ``status`` tells more).

    ``held`` is False for a version of a notice of which another file holds the one that counts.
    """

    id: str
    file: str
    part: str
    title: str
    type: str
    issuers: str
    numbers: str
    date: str
    tasks: int
    references: int
    status: str
    held: bool


def notices(
    connection: Ledger,
    document: tuple[str, ...] = (),
    issuer: str | None = None,
    words: str | None = None,
) -> list[NoticeAnswer]:
    """The documents that fit, by file and place; without any condition also the files that hold none.

    Args:
        connection: the ledger.
        document: names, one of which must fit: words of title, number or file.
        issuer: words of an issuer.
        words: words of the text, separated by blanks.
    """
    conditions = Conditions()
    if document:
        conditions.named(document)
    if issuer is not None:
        conditions.add("instr(issued_by, ?)", issuer)
    if words is not None:
        conditions.worded("passage", words)
    rows = connection.execute(f"{_DOCUMENTS} {conditions.where}", conditions.values).fetchall()
    rows += [] if conditions else connection.execute(_UNREAD).fetchall()
    return [_answer(row) for row in sorted(rows, key=lambda row: (row[2], row[0]))]


def _answer(row: sqlite3.Row) -> NoticeAnswer:
    return replace(NoticeAnswer(*row[1:]), held=bool(row[-1]))
