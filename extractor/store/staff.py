"""What staff wrote into the ledger: read back before every run, so that no run takes it away.

Notes live in the last four columns of ``tasks.csv``, under the id of their task. When a task leaves the
ledger its whole row moves to ``staff-notes.csv`` and comes back with the task. Rows that staff added by hand,
without an id, are kept there too.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.store.atomic import OutputInUse, replace
from extractor.store.cells import Row, table_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

LEDGER = "tasks.csv"
KEPT = "staff-notes.csv"
KEY = "任务编号"
COLUMNS = ("状态", "责任人", "进展情况", "备注")


@dataclass(frozen=True, slots=True)
class StaffNotes:
    """The rows that staff wrote in: by task id, and those without one.

    ``outside`` names the tasks whose notes only ``staff-notes.csv`` holds, ``set_aside`` the copies of
    ledgers that were not understood.
    """

    rows: dict[str, Row]
    unnumbered: tuple[Row, ...] = ()
    outside: frozenset[str] = frozenset()
    set_aside: tuple[str, ...] = ()

    def of(self, task: str) -> Row:
        """The four staff columns of a task; empty words where staff wrote nothing."""
        row = self.rows.get(task, {})
        return {column: row.get(column, "") for column in COLUMNS}

    def without(self, tasks: Collection[str]) -> tuple[Row, ...]:
        """The rows to keep outside the ledger: their task is not among ``tasks``, or they have none."""
        gone = (row for task, row in sorted(self.rows.items()) if task not in tasks and noted(row))
        return (*gone, *self.unnumbered)


def noted(row: Row) -> bool:
    """Whether staff wrote anything into the row."""
    return any(row.get(column) for column in COLUMNS)


def read_notes(folder: Path) -> StaffNotes:
    """All notes below ``folder``; where the ledger and the kept notes both know a task, the ledger holds.

    A ledger that cannot be understood is copied to a file of its own, which ``set_aside`` names.

    Raises:
        OutputInUse: a ledger is there but may not be read.
    """
    read = {name: _read(folder / name) for name in (KEPT, LEDGER)}
    aside = tuple(_set_aside(folder / name) for name, rows in read.items() if rows is None)
    outside, ledger = read[KEPT] or [], read[LEDGER] or []
    kept, current = _merged(outside), _merged(ledger)
    only_kept = frozenset(kept.keys() - current.keys())
    return StaffNotes(kept | current, _unnumbered([*outside, *ledger]), only_kept, aside)


def _read(path: Path) -> list[Row] | None:
    try:
        return table_rows(path.read_bytes(), KEY) if path.is_file() else []
    except OSError as error:
        raise OutputInUse(str(path), reason=error.strerror or str(error)) from error


def _merged(rows: Iterable[Row]) -> dict[str, Row]:
    """Rows by id; a task listed twice (its notice lies in two files) has the first words of each column."""
    merged: dict[str, Row] = {}
    for row in rows:
        if task := row.get(KEY):
            known = merged.setdefault(task, dict(row))
            known.update({column: known.get(column) or row.get(column, "") for column in COLUMNS})
    return merged


def _unnumbered(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows without an id in which there is more than a running number, each once."""
    filled = (row for row in rows if not row.get(KEY) and _words(row))
    return tuple({_words(row): row for row in filled}.values())


def _words(row: Row) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((column, cell) for column, cell in row.items() if cell and column != "序号"))


def _set_aside(path: Path) -> str:
    data = path.read_bytes()
    name = f"{path.stem}-{hashlib.sha256(data).hexdigest()[:8]}{path.suffix}"
    replace(path.with_name(name), data)
    return name
