"""What staff write into the ledger: which columns are theirs, which they may correct, and the cells themselves."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.store.atomic import OutputInUse, copied
from extractor.store.cells import Row, table_rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from extractor.store.edit import Edit

LEDGER = "tasks.csv"
KEPT = "staff-notes.csv"
KEY = "任务编号"
COLUMNS = ("状态", "责任人", "进展情况", "备注")
"""Columns that only staff write."""
CORRECTABLE = ("任务事项", "任务类别", "牵头单位", "责任单位", "配合单位", "责任主体", "完成时限", "截止日期")
"""Columns that the program fills and staff may correct."""
OWNERS = ("牵头单位", "责任单位", "配合单位", "责任主体")
"""Those of them that hold names of bodies."""
KIND = "任务类别"
KINDS = ("任务", "要求", "报送", "会议")
"""What may stand in it."""
NEVER_EMPTY = ("任务事项", KIND)
"""Columns that say again what was found, or first written, when staff empty them."""
CORRECTED = "更正"
"""The column that names what was corrected, and what stood there."""
BY_HAND = "人工添加"
"""What stands under 规则 in a row that staff wrote in."""

_BREAKS = str.maketrans("，；,;\n", "、、、、、")

Cells = dict[str, dict[str, str]]
"""Task → column → what staff wrote."""


def names(cell: str) -> list[str]:
    """The names in a cell, however staff separated them."""
    return [name for part in cell.translate(_BREAKS).split("、") if (name := " ".join(part.split()))]


def cells(connection: sqlite3.Connection) -> Cells:
    """Everything that staff wrote, corrections included."""
    found: Cells = {}
    for task, field, value in connection.execute("SELECT task, field, value FROM cells ORDER BY task, field"):
        found.setdefault(task, {})[field] = value
    return found


def corrections(connection: sqlite3.Connection) -> Cells:
    """Task → corrected column → what the program had found there."""
    found: Cells = {}
    rows = connection.execute("SELECT task, field, extracted FROM cells WHERE extracted IS NOT NULL")
    for task, field, extracted in rows:
        found.setdefault(task, {})[field] = extracted
    return found


def take(connection: sqlite3.Connection, edits: Iterable[Edit]) -> None:
    """Keep edits. An emptied cell of staff's is no cell; a correction back to what was found is none.

    A task is never without title and kind: emptied, they are what was found.
    """
    for edit in edits:
        key = (edit.task, edit.field)
        row = connection.execute("SELECT extracted FROM cells WHERE task = ? AND field = ?", key).fetchone()
        extracted = row[0] if row else edit.before if edit.field in CORRECTABLE else None
        if edit.after == (extracted or "") or (not edit.after and edit.field in NEVER_EMPTY):
            connection.execute("DELETE FROM cells WHERE task = ? AND field = ?", key)
        else:
            connection.execute("INSERT OR REPLACE INTO cells VALUES (?, ?, ?, ?)", (*key, edit.after, extracted))


def added(connection: sqlite3.Connection) -> dict[str, Row]:
    """The tasks that staff wrote in by hand: id → column → words."""
    return {task: json.loads(row) for task, row in connection.execute("SELECT task, row FROM added ORDER BY rowid")}


def add(connection: sqlite3.Connection, rows: Mapping[str, Row]) -> None:
    """Keep tasks written in by hand; one that is there already stays as it is."""
    connection.executemany("INSERT OR IGNORE INTO added VALUES (?, ?)", _packed(rows))


def withdraw(connection: sqlite3.Connection, tasks: Iterable[str]) -> None:
    """Forget tasks that were written in by hand."""
    connection.executemany("DELETE FROM added WHERE task = ?", [(task,) for task in tasks])


def gone(connection: sqlite3.Connection) -> dict[str, Row]:
    """The last rows of tasks that left the ledger while staff had written beside them."""
    return {task: json.loads(row) for task, row in connection.execute("SELECT task, row FROM gone ORDER BY task")}


def set_gone(connection: sqlite3.Connection, rows: Mapping[str, Row]) -> None:
    """Replace what is kept of tasks that left."""
    connection.execute("DELETE FROM gone")
    connection.executemany("INSERT INTO gone VALUES (?, ?)", _packed(rows))


def move(connection: sqlite3.Connection, task: str, other: str) -> dict[str, str]:
    """Give what staff wrote beside a task to another one, where that has nothing of its own; returns what moved."""
    connection.execute(
        "DELETE FROM cells AS mine WHERE task = ? AND EXISTS "
        "(SELECT 1 FROM cells WHERE task = ? AND field = mine.field AND value = mine.value)",
        (task, other),
    )
    free = "task = ? AND field NOT IN (SELECT field FROM cells WHERE task = ?)"
    moved = dict(connection.execute(f"SELECT field, value FROM cells WHERE {free}", (task, other)).fetchall())  # noqa: S608 - our own
    connection.execute(f"UPDATE cells SET task = ? WHERE {free}", (other, task, other))  # noqa: S608 - our own
    return moved


def forget(connection: sqlite3.Connection, tasks: Iterable[str]) -> None:
    """Drop what staff wrote beside tasks, and the rows that waited for them."""
    keys = [(task,) for task in tasks]
    connection.executemany("DELETE FROM cells WHERE task = ?", keys)
    connection.executemany("DELETE FROM gone WHERE task = ?", keys)


@dataclass(frozen=True, slots=True)
class Table:
    """A ledger in a CSV file.

    Attributes:
        rows: what it holds.
        understood: whether there is such a file, and it is a ledger.
        set_aside: the name of the copy of a file that is none.
        data: the bytes of the file.
    """

    rows: tuple[Row, ...] = ()
    understood: bool = False
    set_aside: tuple[str, ...] = ()
    data: bytes = b""


def read_table(path: Path) -> Table:
    """The ledger in a CSV file; one that is not understood is copied to another name.

    Raises:
        OutputInUse: the file is there but may not be read.
    """
    try:
        data = path.read_bytes() if path.is_file() else b""
    except OSError as error:
        raise OutputInUse(str(path), reason=error.strerror or str(error)) from error
    rows = table_rows(data, KEY) if data else None
    if rows is not None:
        return Table(tuple(rows), understood=True, data=data)
    return Table(set_aside=(copied(path, data),)) if data else Table()


def _packed(rows: Mapping[str, Row]) -> list[tuple[str, str]]:
    return [(task, json.dumps(row, ensure_ascii=False)) for task, row in rows.items()]
