"""Single tasks of the index made anew when staff correct them, so that questions know it at once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from extractor.store.index import put, put_owners
from extractor.store.index_bodies import Bodies
from extractor.store.index_rows import task_row

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

    from extractor.model.record import Record, TaskRecord
    from extractor.store.index_bodies import AlsoCalled

_OF_FILE = """
SELECT tasks.key, tasks.held, task_records.record
FROM tasks JOIN documents ON documents.key = tasks.document JOIN task_records ON task_records.task = tasks.key
WHERE documents.file = ?
"""
_RENEWED = "UPDATE tasks SET kind = ?, due = ?, time = ?, ongoing = ?, recurring = ?, doubts = ? WHERE key = ?"


def renew_tasks(
    connection: sqlite3.Connection, record: Record, tasks: Collection[str], also_called: AlsoCalled
) -> None:
    """Renew these tasks of a file, which the index knows; the caller holds the transaction."""
    bodies = Bodies(connection)
    for document in record["documents"]:
        for task in document["tasks"]:
            if task["id"] in tasks:
                _renew(connection, record, task, bodies)
    bodies.write(connection, also_called)


def renew_file(connection: sqlite3.Connection, record: Record, also_called: AlsoCalled) -> None:
    """Renew a whole file of which every document counts; the caller holds the transaction."""
    bodies = Bodies(connection)
    for key, held, before in connection.execute(_OF_FILE, (record["file"],)).fetchall():
        _disown(connection, key, json.loads(before) if held else None, bodies)
        connection.execute("DELETE FROM tasks WHERE key = ?", (key,))
        connection.execute("DELETE FROM task_records WHERE task = ?", (key,))
    connection.execute("DELETE FROM documents WHERE file = ?", (record["file"],))
    put(connection, record, lambda _file, _document: True, bodies)
    bodies.write(connection, also_called)


def _renew(connection: sqlite3.Connection, record: Record, task: TaskRecord, bodies: Bodies) -> None:
    found = connection.execute(f"{_OF_FILE} AND tasks.id = ?", (record["file"], task["id"])).fetchall()
    for key, held, before in found:
        _disown(connection, key, json.loads(before) if held else None, bodies)
        connection.execute(_RENEWED, (*task_row(record, task), key))
        connection.execute("UPDATE task_records SET record = ? WHERE task = ?", (json.dumps(task), key))
        if held:
            put_owners(connection, key, task, bodies)


def _disown(connection: sqlite3.Connection, key: int, before: TaskRecord | None, bodies: Bodies) -> None:
    """Take the owners that a task had out of their table: by their numbers, which begin its key."""
    for number in {bodies.number(owner) for owner in before["owners"]} if before else ():
        connection.execute("DELETE FROM owners WHERE body = ? AND task = ?", (number, key))
        bodies.tasks[number] -= 1
