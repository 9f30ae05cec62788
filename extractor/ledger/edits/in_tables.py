"""What staff did to the ledger since it was last written: taken over, noted as changes, conflicts told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.export.columns import FIXED
from extractor.export.edit_problems import LONGEST
from extractor.ledger.edits.applying import apply, as_found, ledger_rows
from extractor.ledger.edits.waiting import take_waiting
from extractor.store import staff
from extractor.store.atomic import copied
from extractor.store.database import transaction
from extractor.store.edit import Merge
from extractor.store.merge import NO_TASK, UNKNOWN_TASK, merge
from extractor.store.shown import is_as_shown, last_shown
from extractor.store.staff import KEPT, LEDGER

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path

    from extractor.store.cells import Row
    from extractor.store.edit import Conflict


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the edits in ``tasks.csv`` and ``staff-notes.csv``.

    Attributes:
        conflicts: cells of ``tasks.csv`` left as the ledger has them.
        waiting: the same of ``staff-notes.csv``.
        ignored: columns that were changed although the program alone fills them.
        set_aside: names of copies of files that were not understood.
        copies: names of copies of files of which a part was not taken.
    """

    conflicts: tuple[Conflict, ...] = ()
    waiting: tuple[Conflict, ...] = ()
    ignored: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()

    @property
    def told(self) -> bool:
        """Whether there is anything to tell of them, which is told once."""
        return bool(self.conflicts or self.waiting or self.ignored or self.set_aside or self.copies)


def take_edits(connection: sqlite3.Connection, out: Path, run: int) -> Taken:
    """Take over what staff wrote into ``tasks.csv`` and ``staff-notes.csv``.

    Raises:
        OutputInUse: one of them may not be read.
    """
    kept = staff.read_table(out / KEPT)
    untouched = is_as_shown(connection, out / LEDGER)
    theirs = staff.Table(understood=True) if untouched else staff.read_table(out / LEDGER)
    with transaction(connection):
        merged = Merge() if untouched else _merged(connection, run, theirs.rows)
        waiting = take_waiting(connection, run, kept)
    copies = [copied(out / LEDGER, theirs.data)] if _half_told(merged.conflicts) else []
    copies += [copied(out / KEPT, kept.data)] if _half_told(waiting) else []
    return Taken(
        merged.conflicts, waiting, merged.ignored, (*kept.set_aside, *theirs.set_aside), tuple(copies)
    )


def _merged(connection: sqlite3.Connection, run: int, rows: Sequence[Row]) -> Merge:
    base = last_shown(connection, rows) or _restored(connection, rows)
    merged = merge(rows, base, ledger_rows(connection, base), FIXED)
    apply(connection, run, merged, LEDGER, base)
    return merged


def _half_told(conflicts: Sequence[Conflict]) -> bool:
    """Whether more was left out than the messages show: whole rows, or long cells."""
    return any(each.reason in {UNKNOWN_TASK, NO_TASK} or len(each.theirs) > LONGEST for each in conflicts)


def _restored(connection: sqlite3.Connection, rows: Sequence[Row]) -> dict[str, Row]:
    """What a ledger showed whose database is lost; its rows are remembered until their notices are read again."""
    base = as_found(rows)
    staff.set_gone(connection, {**base, **staff.gone(connection)})
    return base
