"""The tables that questions are answered from, made anew from the records whenever these changed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.store import passages
from extractor.store.index_bodies import Bodies
from extractor.store.index_rows import document_row, passages_of, task_row

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from extractor.model.record import Record, TaskRecord
    from extractor.store.index_bodies import AlsoCalled

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
    also_called: AlsoCalled = lambda _home, _name: ()


def index(connection: sqlite3.Connection, contents: Contents) -> None:
    """Fill the tables; the caller holds the transaction, so that questions meet the old ones or the new."""
    for table in _REMADE:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own tables
    passages.keep_only(connection, (record["file"] for record in contents.records))
    bodies = Bodies(connection)
    for record in contents.records:
        put(connection, record, contents.held, bodies)
    bodies.write(connection, contents.also_called)
    connection.executemany("INSERT INTO nodes VALUES (?, ?, ?, ?)", contents.nodes)
    connection.executemany(_INTO_EDGES, ((None, *edge) for edge in contents.edges))
    connection.execute("ANALYZE")


def put(
    connection: sqlite3.Connection, record: Record, is_held: Callable[[str, str], bool], bodies: Bodies
) -> None:
    """Put the documents and tasks of a file into the tables, which hold nothing of it but its passages."""
    passages.index(connection, record["file"], list(passages_of(record)))
    texts = passages.keys(connection, record["file"])
    for document in record["documents"]:
        held = is_held(record["file"], document["id"])
        row = (None, *document_row(record, document), held, texts["document", document["id"]])
        number = connection.execute(_INTO_DOCUMENTS, row).lastrowid
        for task in sorted(document["tasks"], key=lambda task: (task["span"], task["id"])):
            values = (task["id"], number, *task_row(record, task), held, texts["task", task["id"]])
            key = int(connection.execute(_INTO_TASKS, (None, *values)).lastrowid or 0)
            connection.execute("INSERT INTO task_records VALUES (?, ?)", (key, json.dumps(task)))
            if held:
                put_owners(connection, key, task, bodies)


def put_owners(connection: sqlite3.Connection, key: int, task: TaskRecord, bodies: Bodies) -> None:
    """Put the owners of the task with this key into their table, which holds none of it."""
    due = task["deadline"].get("due") if task["deadline"] else None
    seen: set[int] = set()
    for body, role in dict.fromkeys((bodies.number(owner), owner["role"]) for owner in task["owners"]):
        connection.execute("INSERT INTO owners VALUES (?, ?, ?, ?, ?)", (body, role, key, due, body in seen))
        seen.add(body)
    bodies.tasks.update(seen)
