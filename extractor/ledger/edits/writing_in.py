"""What staff write into the ledger by a command: states, persons, notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.ledger.edits.applying import apply, ledger_rows
from extractor.store.database import transaction
from extractor.store.edit import Edit, Merge
from extractor.store.shown import last_shown

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from extractor.store.cells import Row


@dataclass(frozen=True, slots=True)
class Writing:
    """What a command writes.

    Attributes:
        column: a column of staff's.
        change: what stands there → what shall stand there.
        origin: the command, as the history shows it.
    """

    column: str
    change: Callable[[str], str]
    origin: str


def write_in(connection: sqlite3.Connection, run: int, tasks: Sequence[str], writing: Writing) -> tuple[Edit, ...]:
    """Change one column of the tasks with these ids; returns the cells that became another.

    ``run`` is the number under which the change is noted.
    """
    with transaction(connection):
        rows = ledger_rows(connection, last_shown(connection, ()))
        edits = tuple(_edits(rows, tasks, writing))
        apply(connection, run, Merge(edits), writing.origin, rows)
    return edits


def _edits(rows: Mapping[str, Row], tasks: Sequence[str], writing: Writing) -> Iterator[Edit]:
    for task in dict.fromkeys(tasks):
        before = rows[task].get(writing.column, "")
        after = writing.change(before)
        if after != before:
            yield Edit(task, writing.column, before, after)
