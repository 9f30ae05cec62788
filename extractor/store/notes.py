"""What staff wrote beside the tasks, in the ledger's database: edits in ``tasks.csv`` are taken over, none lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from extractor.store.changes import Change
from extractor.store.staff import COLUMNS, StaffNotes, read_notes

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from extractor.store.cells import Row

FIELDS = dict(zip(COLUMNS, ("status", "person", "progress", "remark"), strict=True))
"""Column of the ledger → column of the table ``staff``."""


def take_notes(connection: sqlite3.Connection, out: Path) -> tuple[StaffNotes, tuple[Change, ...]]:
    """All that staff wrote: what the database knows, and what was edited in ``tasks.csv`` since it was shown.

    The second value lists the edits. Rows whose words ``tasks.csv`` no longer holds (deleted, or the whole file
    is gone) keep what the database knows.

    Raises:
        OutputInUse: the CSV file is there but may not be read.
    """
    read = read_notes(out)
    known = {row["task"]: row for row in connection.execute("SELECT * FROM staff")}
    edits = tuple(_edits(read, known))
    _take(connection, edits)
    rows = {row["task"]: _row(row, read) for row in connection.execute("SELECT * FROM staff ORDER BY task")}
    return StaffNotes({**read.rows, **rows}, read.unnumbered, read.outside, read.set_aside), edits


def shown(connection: sqlite3.Connection, rows: Iterable[Row], key: str) -> None:
    """Remember how ``tasks.csv`` shows the noted tasks, so that later differences are known for edits."""
    noted = ((row, {column: row.get(column, "") for column in COLUMNS}) for row in rows)
    connection.execute("UPDATE staff SET shown = '{}'")
    connection.executemany(
        "INSERT INTO staff (task, status, person, progress, remark, shown, line) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (task) DO UPDATE SET shown = excluded.shown, line = excluded.line",
        (
            (row[key], *cells.values(), _json(cells), _json(row))
            for row, cells in noted
            if row.get(key) and any(cells.values())
        ),
    )


def _edits(read: StaffNotes, known: dict[str, sqlite3.Row]) -> Iterator[Change]:
    for task, row in sorted(read.rows.items()):
        before = known.get(task)
        shown: dict[str, str] = json.loads(before["shown"]) if before else {}
        for column, field in FIELDS.items():
            cell = row.get(column)
            if cell is not None and cell != shown.get(column, "") and cell != (before[field] if before else ""):
                title, file = row.get("任务事项", ""), row.get("来源文件", "")
                yield Change(task, file, title, column, before[field] if before else "", cell, "tasks.csv")


def _take(connection: sqlite3.Connection, edits: Iterable[Change]) -> None:
    for edit in edits:
        connection.execute("INSERT OR IGNORE INTO staff (task) VALUES (?)", (edit.task,))
        # The column's name is one of four written above, never a word from a file.
        statement = f"UPDATE staff SET {FIELDS[edit.field]} = ? WHERE task = ?"  # noqa: S608
        connection.execute(statement, (edit.after, edit.task))


def _row(row: sqlite3.Row, read: StaffNotes) -> Row:
    line: Row = read.rows.get(row["task"]) or json.loads(row["line"])
    return {**line, "任务编号": row["task"], **{column: row[field] for column, field in FIELDS.items()}}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
