"""What was typed may be the name of one thing: a document number, the id of a task, the name of a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

_ID = own(r"[a-f][0-9a-f]{4,11}")
_TASKS = "SELECT DISTINCT id FROM tasks WHERE held AND id >= ? AND id < ? LIMIT 2"
_DOCUMENTS = "SELECT DISTINCT file, numbers FROM documents WHERE held AND part = 'notice' AND instr(numbers, ?) LIMIT 9"
_BODIES = """
SELECT name, home, tasks FROM bodies WHERE tasks > 0 AND key IN (SELECT body FROM body_names WHERE instr(name, ?))
ORDER BY name <> ?, tasks DESC, name LIMIT ?
"""


def task_meant(connection: sqlite3.Connection, words: str) -> str | None:
    """The id of the one task whose id begins with ``words``: ``bf2c51d0``; None when they are no such beginning."""
    if not _ID.fullmatch(words):
        return None
    found = connection.execute(_TASKS, (words, f"{words}\U0010ffff")).fetchall()
    return str(found[0][0]) if len(found) == 1 else None


def file_meant(connection: sqlite3.Connection, numbers: Sequence[str]) -> str | None:
    """The file of the one notice that has one of ``numbers``, in full; None when there is none, or several."""
    found = {
        file
        for number in numbers if "〔" in number
        for file, listed in connection.execute(_DOCUMENTS, (number,))
        if number in listed.split("、")
    }  # fmt: skip
    return found.pop() if len(found) == 1 else None


def bodies_meant(connection: sqlite3.Connection, words: str, limit: int) -> list[tuple[str, str, int]]:
    """Name, home and number of tasks of bodies that ``words`` stand in a name of, the busiest first."""
    return [tuple(row) for row in connection.execute(_BODIES, (words, words, limit))] if words else []
