"""A page of the list of notices: a row a file, with the documents in it, read or not."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from extractor.store.questions.conditions import Conditions

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3

ORDERS = MappingProxyType({
    "place": "file",
    "newest": "date DESC, file",
    "title": "title, file",
    "tasks": "tasks DESC, file",
})  # fmt: skip
"""How the list may be sorted: by file, by date (the newest first), by title, by number of tasks."""
# Tasks written in by hand stand in no file.
_READ = (
    "SELECT file, min(title) AS title, sum(tasks) AS tasks, max(date) AS date FROM documents "
    "WHERE file IN (SELECT name FROM files) {and_where} GROUP BY file"
)
_UNREAD = (
    "SELECT name, name, 0, '' FROM files "
    "WHERE name NOT IN (SELECT file FROM documents) AND instr(name, ?) AND (? = '' OR status = ?)"
)
_DOCUMENTS = (
    "SELECT file, id, part, title, type, issued_by, numbers, date, tasks, held FROM documents "
    "WHERE file IN ({names}) ORDER BY key"
)


@dataclass(frozen=True, slots=True)
class NoticeQuestion:
    """The conditions, all of which must hold for one document of the file; empty or None: any.

    Attributes:
        document: names, one of which must fit: words of title, number or file.
        issuer: words of an issuer.
        words: words of the text, separated by blanks.
        date_from: issued on this day or later.
        date_to: issued on this day or before.
        status: ok, partial, failed or skipped.
    """

    document: tuple[str, ...] = ()
    issuer: str | None = None
    words: str | None = None
    date_from: dt.date | None = None
    date_to: dt.date | None = None
    status: str = ""

    @property
    def asks_text(self) -> bool:
        """Whether only files that were read can fit."""
        return any(each is not None for each in (self.issuer, self.words, self.date_from, self.date_to))


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document of a file; ``held`` is False where another file has the version that counts."""

    id: str
    part: str
    title: str
    type: str
    issuers: str
    numbers: str
    date: str
    tasks: int
    held: bool


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file and its documents, none where it could not be read."""

    file: str
    status: str
    documents: tuple[DocumentLine, ...]


def notice_count(connection: sqlite3.Connection, question: NoticeQuestion) -> int:
    """How many files fit."""
    listed, values = _listed(question)
    return int(connection.execute(f"SELECT count(*) FROM ({listed})", values).fetchone()[0])  # noqa: S608 - our own


def notice_list(
    connection: sqlite3.Connection, question: NoticeQuestion, limit: int, *, offset: int = 0, order: str = "place"
) -> list[FileLine]:
    """The files that fit, in one of the ``ORDERS``; at most ``limit`` from ``offset`` on."""
    listed, given = _listed(question)
    statement = f"SELECT file FROM ({listed}) ORDER BY {ORDERS[order]} LIMIT ? OFFSET ?"  # noqa: S608 - our own
    names = [name for (name,) in connection.execute(statement, (*given, limit, offset))]
    marks = ", ".join("?" * len(names))
    documents: dict[str, list[DocumentLine]] = {name: [] for name in names}
    for name, *values in connection.execute(_DOCUMENTS.format(names=marks), names):
        documents[name].append(DocumentLine(*values))
    states = dict(connection.execute(f"SELECT name, status FROM files WHERE name IN ({marks})", names).fetchall())  # noqa: S608 - marks only
    return [FileLine(name, states[name], tuple(lines)) for name, lines in documents.items()]


def _listed(question: NoticeQuestion) -> tuple[str, tuple[object, ...]]:
    """The statement for the files that fit, and its values."""
    conditions = Conditions()
    if question.document:
        conditions.named(question.document)
    if question.issuer is not None:
        conditions.add("instr(issued_by, ?)", question.issuer)
    if question.words is not None:
        conditions.worded("passage", question.words)
    if question.date_from:
        conditions.add("date >= ?", question.date_from.isoformat())
    if question.date_to:
        conditions.add("date <> '' AND date <= ?", question.date_to.isoformat())
    if question.status:
        conditions.add("status = ?", question.status)
    read = _READ.format(and_where=conditions.where.replace("WHERE", "AND", 1))
    if question.asks_text:
        return read, conditions.values
    name = question.document[0] if question.document else ""
    return f"{read} UNION ALL {_UNREAD}", (*conditions.values, name, question.status, question.status)
