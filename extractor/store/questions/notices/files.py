"""Which files the ledger holds: when each was read, and what was found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

_STAMPS = "SELECT name, status, run, began FROM files LEFT JOIN runs ON runs.id = files.run"
_LATEST = f"{_STAMPS} ORDER BY files.run DESC, name LIMIT ?"
_FIGURES = """
SELECT file, count(*), sum(tasks),
       sum((SELECT sum(doubts <> '') FROM tasks WHERE tasks.document = documents.key)),
       sum((SELECT sum(time <> '') FROM tasks WHERE tasks.document = documents.key))
FROM documents WHERE file IN ({names}) GROUP BY file
"""
_PROBLEMS = "SELECT file, count(*) FROM problems WHERE severity <> 'info' AND file IN ({names}) GROUP BY file"
_WITHIN = """
SELECT count(*), sum(EXISTS (SELECT 1 FROM cells WHERE cells.task = tasks.id))
FROM documents JOIN tasks ON tasks.document = documents.key WHERE file = ? OR (file >= ? AND file < ?)
"""  # what is packed in an archive begins with its name and "/", which "0" follows


@dataclass(frozen=True, slots=True)
class FileStamp:
    """A file that was read; ``at`` is when the run that read it began, local time, ``run`` its number."""

    name: str
    status: str
    run: int
    at: str


@dataclass(frozen=True, slots=True)
class FileFigures:
    """What was found in a file: notices and attachments, tasks, tasks in doubt and with a deadline, problems."""

    documents: int = 0
    tasks: int = 0
    doubtful: int = 0
    timed: int = 0
    problems: int = 0


NOTHING_FOUND = FileFigures()


def file_stamps(connection: sqlite3.Connection) -> list[FileStamp]:
    """All files, in no order."""
    return [_stamp(row) for row in connection.execute(_STAMPS)]


def latest_files(connection: sqlite3.Connection, limit: int) -> list[FileStamp]:
    """The files read last."""
    return [_stamp(row) for row in connection.execute(_LATEST, (limit,))]


def file_figures(connection: sqlite3.Connection, names: Sequence[str]) -> dict[str, FileFigures]:
    """What was found in these files (a page of them); those without a document count nothing but problems."""
    marks = ", ".join("?" * len(names))
    problems = dict(connection.execute(_PROBLEMS.format(names=marks), names).fetchall())
    found = {
        file: FileFigures(documents, tasks, doubtful or 0, timed or 0, problems.get(file, 0))
        for file, documents, tasks, doubtful, timed in connection.execute(_FIGURES.format(names=marks), names)
    }
    return {file: FileFigures(problems=number) for file, number in problems.items()} | found


def tasks_within(connection: sqlite3.Connection, name: str) -> tuple[int, int]:
    """How many tasks stand in a file, or in those packed in it, and beside how many of them staff have written."""
    row = connection.execute(_WITHIN, (name, f"{name}/", f"{name}0")).fetchone()
    return int(row[0]), int(row[1] or 0)


def _stamp(row: sqlite3.Row) -> FileStamp:
    return FileStamp(row["name"], row["status"], row["run"], row["began"] or "")
