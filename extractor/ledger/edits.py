"""What staff did to the ledger since it was last written: taken over, noted as changes, conflicts told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.export.columns import FIXED, TASKS
from extractor.export.corrected import found_before
from extractor.store import changes, staff
from extractor.store.changes import ADDED, Change
from extractor.store.database import transaction
from extractor.store.merge import Edit, Merge, merge
from extractor.store.shown import last_shown
from extractor.store.staff import BY_HAND, COLUMNS, CORRECTED, KEPT, KEY, LEDGER

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from extractor.store.cells import Row
    from extractor.store.merge import Conflict


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the edits in ``tasks.csv``.

    Attributes:
        conflicts: cells left as the ledger has them.
        ignored: columns that were changed although the program alone fills them.
        set_aside: names of copies of files that were not understood.
    """

    conflicts: tuple[Conflict, ...] = ()
    ignored: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()


def take_edits(connection: sqlite3.Connection, out: Path, run: int) -> Taken:
    """Take over what staff wrote into ``tasks.csv`` and, from before there was a database, ``staff-notes.csv``.

    Raises:
        OutputInUse: one of them may not be read.
    """
    kept, kept_aside = staff.read_table(out / KEPT)
    theirs, aside = staff.read_table(out / LEDGER)
    with transaction(connection):
        base = last_shown(connection, theirs) or _restored(connection, theirs)
        merged = merge(theirs, base, ledger_rows(connection, base), FIXED)
        apply(connection, run, merged, LEDGER, base)
        _take_kept(connection, run, kept)
    return Taken(merged.conflicts, merged.ignored, (*kept_aside, *aside))


def ledger_rows(connection: sqlite3.Connection, shown: Mapping[str, Row]) -> dict[str, Row]:
    """Task → row as the ledger has it now: as it was shown, with what staff wrote since."""
    cells = staff.cells(connection)
    return {task: {**row, **cells.get(task, {})} for task, row in {**staff.added(connection), **shown}.items()}


def apply(
    connection: sqlite3.Connection, run: int, merged: Merge, origin: str, shown: Mapping[str, Row]
) -> None:
    """Keep edits and added tasks, and note them as changes of the run; the caller holds the transaction."""
    hand = dict(merged.added)
    known = staff.added(connection)
    new = {task: row for task, row in hand.items() if task not in known}
    staff.add(connection, new)
    own = [Edit(task, column, "", cell) for task, row in new.items() for column, cell in _own(row) if cell]
    staff.take(connection, (*merged.edits, *own))
    titles = {**shown, **new}
    notes = [Change(task, "", row.get("任务事项", ""), ADDED, origin=origin) for task, row in new.items()]
    edits = (_change(edit, titles.get(edit.task, {}), origin) for edit in merged.edits)
    changes.note(connection, run, (*notes, *edits))


def _own(row: Row) -> Iterable[tuple[str, str]]:
    """The cells of a hand-written row that are no part of the task itself: staff's columns, and the office's own."""
    return ((column, cell) for column, cell in row.items() if column not in FIXED | set(staff.CORRECTABLE))


def _change(edit: Edit, row: Row, origin: str) -> Change:
    return Change(
        edit.task, row.get("来源文件", ""), row.get("任务事项", ""), edit.field, edit.before, edit.after, origin
    )


def as_found(rows: Iterable[Row]) -> dict[str, Row]:
    """What the program had written into a ledger that it does not remember, by task.

    Staff's columns were empty, the office's own were not there, and 更正 says what had stood in corrected ones.
    Tasks that staff wrote in are not among them.
    """
    return {row[KEY]: _as_written(row) for row in rows if row.get(KEY) and row.get("规则") != BY_HAND}


def _as_written(row: Row) -> Row:
    ours = {column: cell for column, cell in row.items() if column in TASKS}
    return {**ours, **dict.fromkeys(COLUMNS, ""), CORRECTED: "", **found_before(row.get(CORRECTED, ""))}


def _restored(connection: sqlite3.Connection, rows: Sequence[Row]) -> dict[str, Row]:
    """What a ledger showed whose database is lost; its rows are remembered until their notices are read again."""
    base = as_found(rows)
    staff.set_gone(connection, {**base, **staff.gone(connection)})
    return base


def _take_kept(connection: sqlite3.Connection, run: int, kept: Sequence[Row]) -> None:
    """Notes of tasks that left before there was a database."""
    known = {*staff.cells(connection), *staff.gone(connection)}
    rows = [row for row in kept if row.get(KEY) not in known]
    if rows:
        base = as_found(rows)
        apply(connection, run, merge(rows, base, base, FIXED), KEPT, base)
        staff.set_gone(connection, {**base, **staff.gone(connection)})
