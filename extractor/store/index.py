"""The tables that questions are answered from, made anew from the records whenever these changed."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.store import passages
from extractor.store.doubt import doubts
from extractor.store.passages import Passage

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

    from extractor.model.record import DocumentRecord, OwnerRecord, Record, TaskRecord

_REMADE = ("documents", "tasks", "task_records", "bodies", "body_names", "owners", "nodes", "edges")
_INTO_DOCUMENTS = "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_INTO_TASKS = "INSERT INTO tasks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

_INTO_EDGES = "INSERT INTO edges VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

NodeRow = tuple[str, str, str, str]
"""id, kind, label, attributes as a JSON object."""
EdgeRow = tuple[str, str, str, str, str, int, int, str, str]
"""subject, relation, object, words, file, start, end, rule, the other place as JSON or nothing."""


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

    records: Iterable[Record]
    nodes: Iterable[NodeRow] = ()
    edges: Iterable[EdgeRow] = ()
    held: Callable[[str, str], bool] = lambda _file, _document: True
    also_called: Callable[[str, str], Iterable[str]] = lambda _home, _name: ()


@dataclass(slots=True)
class _Bodies:
    """Numbers for the bodies that own tasks, all names of each, and how many tasks it has a part in."""

    numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    names: set[tuple[str, int]] = field(default_factory=set)
    tasks: Counter[int] = field(default_factory=Counter)

    def number(self, owner: OwnerRecord) -> int:
        """The number of the body that an owner is; its names are noted."""
        home, name = str(owner.get("home", "")), owner["canonical"] or owner["name"]
        number = self.numbers.setdefault((home, name), len(self.numbers) + 1)
        self.names.update({(_line(owner["name"]), number), (name, number)})
        return number


def index(connection: sqlite3.Connection, contents: Contents) -> None:
    """Fill the tables; the caller holds the transaction, so that questions meet the old ones or the new."""
    for table in _REMADE:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own tables
    passages.keep_only(connection, (record["file"] for record in contents.records))
    bodies = _Bodies()
    for record in contents.records:
        passages.index(connection, record["file"], list(_passages(record)))
        _documents(connection, record, contents, bodies)
    _write_bodies(connection, bodies, contents)
    connection.executemany("INSERT INTO nodes VALUES (?, ?, ?, ?)", contents.nodes)
    connection.executemany(_INTO_EDGES, ((None, *edge) for edge in contents.edges))
    connection.execute("ANALYZE")


def _documents(connection: sqlite3.Connection, record: Record, contents: Contents, bodies: _Bodies) -> None:
    texts = passages.keys(connection, record["file"])
    for document in record["documents"]:
        held = contents.held(record["file"], document["id"])
        row = (None, *_document(record, document), held, texts["document", document["id"]])
        number = connection.execute(_INTO_DOCUMENTS, row).lastrowid
        for task in sorted(document["tasks"], key=lambda task: (task["span"], task["id"])):
            values = (task["id"], number, *_task(record, task), held, texts["task", task["id"]])
            key = int(connection.execute(_INTO_TASKS, (None, *values)).lastrowid or 0)
            connection.execute("INSERT INTO task_records VALUES (?, ?)", (key, json.dumps(task)))
            if held:
                _owners(connection, key, task, bodies)


def _document(record: Record, document: DocumentRecord) -> tuple[str | int, ...]:
    return (
        document["id"],
        record["file"],
        document["part"],
        document["title"] or "",
        document["type"] or "",
        "、".join(document["issuers"]),
        "、".join(issued_by(document, record)),
        "、".join(document["numbers"]),
        document["date"] or "",
        len(document["tasks"]),
        len(document["references"]),
        record["status"],
    )


def issued_by(document: DocumentRecord, record: Record) -> list[str]:
    """The issuers of a document; of a part without any of its own, those of the notice around it."""
    known = {each["id"]: each for each in record["documents"]}
    seen = {document["id"]}
    while not document["issuers"] and (parent := known.get(document["parent"] or "")) and parent["id"] not in seen:
        document = parent
        seen.add(document["id"])
    return document["issuers"]


def _task(record: Record, task: TaskRecord) -> tuple[str | bool | None, ...]:
    deadline = task["deadline"]
    times = [time for time in (deadline, *task["milestones"]) if time]
    return (
        task["kind"],
        deadline.get("due") if deadline else None,
        deadline["kind"] if deadline else "",
        any(time["kind"] == "ongoing" or time.get("ongoing", False) for time in times),
        any(time["kind"] == "recurring" for time in times),
        " ".join(doubts(task, record["problems"])),
    )


def _owners(connection: sqlite3.Connection, key: int, task: TaskRecord, bodies: _Bodies) -> None:
    due = task["deadline"].get("due") if task["deadline"] else None
    seen: set[int] = set()
    for body, role in dict.fromkeys((bodies.number(owner), owner["role"]) for owner in task["owners"]):
        connection.execute("INSERT INTO owners VALUES (?, ?, ?, ?, ?)", (body, role, key, due, body in seen))
        seen.add(body)
    bodies.tasks.update(seen)


def _write_bodies(connection: sqlite3.Connection, bodies: _Bodies, contents: Contents) -> None:
    connection.executemany(
        "INSERT INTO bodies VALUES (?, ?, ?, ?)",
        ((number, name, home, bodies.tasks[number]) for (home, name), number in bodies.numbers.items()),
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
