"""What changed in the ledger, by run and by task."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.store.questions.conditions import Conditions

if TYPE_CHECKING:
    import sqlite3

_CHANGES = (
    "SELECT run, runs.began, field, task, title, before, after, file, origin "
    "FROM changes JOIN runs ON runs.id = changes.run"
)


@dataclass(frozen=True, slots=True)
class ChangeAnswer:
    """One change; ``at`` is when its run began, local time, ``field`` ``added``, ``removed`` or what changed."""

    run: int
    at: str
    field: str
    task: str
    title: str
    before: str
    after: str
    file: str
    origin: str


def last_change(connection: sqlite3.Connection) -> int:
    """The number of the last run that changed anything; 0 when none did."""
    return int(connection.execute("SELECT coalesce(max(run), 0) FROM changes").fetchone()[0])


def changes(
    connection: sqlite3.Connection, run: int | None = None, task: str | None = None, file: str | None = None
) -> list[ChangeAnswer]:
    """The changes of one run (None: of all), of the task whose id begins so, in files whose name has these words."""
    conditions = Conditions()
    if run is not None:
        conditions.add("run = ?", run)
    if task is not None:
        conditions.add("task >= ? AND task < ?", task, f"{task}\U0010ffff")
    if file is not None:
        conditions.add("instr(file, ?)", file)
    rows = connection.execute(f"{_CHANGES} {conditions.where} ORDER BY changes.id", conditions.values)
    return [ChangeAnswer(*row) for row in rows]
