"""The tables that questions are answered from, made anew from the records whenever these changed."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.store import passages
from extractor.store.doubt import doubts
from extractor.store.passages import Passage

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from extractor.model.record import DocumentRecord, OwnerRecord, Record, TaskRecord

_REMADE = ("documents", "tasks", "bodies", "body_names", "owners", "nodes", "edges")
_INTO_DOCUMENTS = "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_INTO_TASKS = "INSERT INTO tasks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

NodeRow = tuple[str, str, str, str]
"""id, kind, label, attributes as a JSON object."""
EdgeRow = tuple[str, str, str, str, str, int, int, str]
"""subject, relation, object, words, file, start, end, rule."""


@dataclass(frozen=True, slots=True)
class Contents:
    """All that the ledger holds, linked.

    Attributes:
        records: those of all files.
        nodes: of the graph.
        edges: of the graph.
        held: whether a document (file, id) is the version that counts.
        also_called: further names of a body (home, canonical name), beside those that notices print.
    """

    records: Sequence[Record]
    nodes: Iterable[NodeRow] = ()
    edges: Iterable[EdgeRow] = ()
    held: Callable[[str, str], bool] = lambda _file, _document: True
    also_called: Callable[[str, str], Iterable[str]] = lambda _home, _name: ()


@dataclass(slots=True)
class _Bodies:
    """Numbers for the bodies that own tasks, and all names of each."""

    numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    names: set[tuple[str, int]] = field(default_factory=set)

    def number(self, owner: OwnerRecord) -> int:
        """The number of the body that an owner is; its names are noted."""
        home, name = str(owner.get("home", "")), owner["canonical"] or owner["name"]
        number = self.numbers.setdefault((home, name), len(self.numbers) + 1)
        self.names.update({(_line(owner["name"]), number), (name, number), (home + name, number)})
        return number


def index(connection: sqlite3.Connection, contents: Contents) -> None:
    """Fill the tables; the caller holds the transaction, so that questions meet the old ones or the new."""
    for table in _REMADE:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own tables
    bodies = _Bodies()
    for record in contents.records:
        _documents(connection, record, contents, bodies)
        passages.index(connection, record["file"], list(_passages(record)))
    passages.keep_only(connection, (record["file"] for record in contents.records))
    _write_bodies(connection, bodies, contents)
    connection.executemany("INSERT INTO nodes VALUES (?, ?, ?, ?)", contents.nodes)
    connection.executemany(
        "INSERT INTO edges (subject, relation, object, words, file, start, stop, rule) VALUES (?,?,?,?,?,?,?,?)",
        contents.edges,
    )
    connection.execute("ANALYZE")


def _documents(connection: sqlite3.Connection, record: Record, contents: Contents, bodies: _Bodies) -> None:
    for document in record["documents"]:
        held = contents.held(record["file"], document["id"])
        cursor = connection.execute(_INTO_DOCUMENTS, (None, *_document(record, document), held))
        for task in sorted(document["tasks"], key=lambda task: (task["span"], task["id"])):
            _task(connection, int(cursor.lastrowid or 0), (record, task), bodies, held=held)


def _document(record: Record, document: DocumentRecord) -> tuple[str | int, ...]:
    return (
        document["id"],
        record["file"],
        document["part"],
        document["title"] or "",
        document["type"] or "",
        "、".join(document["issuers"]),
        "、".join(document["numbers"]),
        document["date"] or "",
        len(document["tasks"]),
        len(document["references"]),
        record["status"],
    )


def _task(
    connection: sqlite3.Connection, document: int, found: tuple[Record, TaskRecord], bodies: _Bodies, *, held: bool
) -> None:
    record, task = found
    deadline = task["deadline"]
    times = [time for time in (deadline, *task["milestones"]) if time]
    row = (
        task["kind"],
        deadline.get("due") if deadline else None,
        deadline["kind"] if deadline else "",
        any(time["kind"] == "ongoing" or time.get("ongoing", False) for time in times),
        any(time["kind"] == "recurring" for time in times),
        " ".join(doubts(task, record["problems"])),
        held,
        json.dumps(task),
    )
    number = connection.execute(_INTO_TASKS, (None, task["id"], document, *row)).lastrowid
    owners = {(bodies.number(owner), owner["role"]) for owner in task["owners"]}
    connection.executemany("INSERT INTO owners VALUES (?, ?, ?, ?)", ((*each, number, row[1]) for each in owners))


def _write_bodies(connection: sqlite3.Connection, bodies: _Bodies, contents: Contents) -> None:
    connection.executemany(
        "INSERT INTO bodies VALUES (?, ?, ?, '')",
        ((number, name, home) for (home, name), number in bodies.numbers.items()),
    )
    for (home, name), number in bodies.numbers.items():
        bodies.names.update((each, number) for each in contents.also_called(home, name))
    connection.executemany("INSERT INTO body_names VALUES (?, ?)", sorted(bodies.names))


def _passages(record: Record) -> Iterator[Passage]:
    for document in record["documents"]:
        start, end = document["span"]
        yield Passage("document", document["id"], record["text"][start:end])
        yield from (Passage("task", task["id"], task["text"]) for task in document["tasks"])


def _line(words: str) -> str:
    return " ".join(words.split())
