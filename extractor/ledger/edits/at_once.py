"""Single cells written at once: into the ledger and the answers to questions, not yet into the files of the outputs.

A run may be going on in another program. Whatever it does to cells and index, it does in transactions of its own: an
edit comes before one of them, and is in what it makes, or behind, and renews that. What the run has written into
``tasks.csv`` without the edit is written again, for the number of the edit is above ``runs.written``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor import VERSION
from extractor.ledger.edits.applying import apply
from extractor.ledger.edits.renewal import renew
from extractor.ledger.edits.task_row import full_rows, notes, standing
from extractor.store import runs
from extractor.store.cells import LONGEST, plain
from extractor.store.comparing import same, value
from extractor.store.edit import Conflict, Edit, Merge
from extractor.store.merge import UNKNOWN_TASK, judged
from extractor.store.staff import COLUMNS, CORRECTABLE, NEVER_EMPTY

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from extractor.store.cells import Row
    from extractor.store.staff import Cells

TOO_LONG = "cell-too-long"
"""Code: no cell of a spreadsheet holds so many characters."""


_ONE_LINE = ("任务事项", "完成时限")


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants a cell to say: one of staff's columns, or one that staff may correct.

    Attributes:
        task: id of the task.
        column: of ``tasks.csv``.
        seen: what the person saw there.
        after: what shall stand there; None: what the program found.
    """

    task: str
    column: str
    seen: str
    after: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """Whence edits come.

    Attributes:
        out: the folder of the outputs.
        origin: who edits, as the history shows it.
        at: local time.
    """

    out: Path
    origin: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Written:
    """What became of wishes: the cells that are another now, those that could not be taken, titles of the tasks.

    ``run`` is the number under which the changes are noted; 0 when nothing changed.
    """

    run: int
    edits: tuple[Edit, ...]
    conflicts: tuple[Conflict, ...]
    rows: tuple[Row, ...]


def edit(connection: sqlite3.Connection, wishes: Sequence[Wish], entry: Entry) -> Written:
    """Write the cells that nobody else has edited since they were seen; the caller holds the transaction."""
    tasks = list(dict.fromkeys(wish.task for wish in wishes))
    known = standing(connection, tasks)
    corrected = {wish.task for wish in wishes if wish.column in CORRECTABLE}
    wrote, found = notes(connection, tasks)
    full = full_rows(connection, (known[task] for task in tasks if task in known and task in corrected))
    now = {task: {**full.get(task, each.row), **wrote[task]} for task, each in known.items()}
    outcome = list(_outcome(wishes, now, found))
    edits = tuple(each for each in outcome if isinstance(each, Edit))
    conflicts = tuple(each for each in outcome if isinstance(each, Conflict))
    run = runs.begin(connection, entry.at, VERSION) if edits else 0
    if edits:
        apply(connection, run, Merge(edits), entry.origin, now)
        touched = {each.task for each in edits if each.field in CORRECTABLE}
        renew(connection, entry.out, [known[task] for task in tasks if task in touched])
    return Written(run, edits, conflicts, tuple(now.values()))


def _outcome(wishes: Iterable[Wish], now: Mapping[str, Row], found: Cells) -> Iterator[Edit | Conflict]:
    for wish in wishes:
        if wish.task not in now or wish.column not in {*COLUMNS, *CORRECTABLE}:
            yield Conflict(UNKNOWN_TASK, wish.task, wish.column, theirs=wish.after or "")
            continue
        each = _judged(wish, now[wish.task].get(wish.column, ""), found[wish.task].get(wish.column))
        if each:
            yield each


def _judged(wish: Wish, now: str, found: str | None) -> Edit | Conflict | None:
    after = wish.after
    if after is None or (not after.strip() and wish.column in NEVER_EMPTY):
        after = now if found is None else found
    if wish.column in _ONE_LINE:
        after = " ".join(after.split())
    if len(after) > LONGEST:
        return Conflict(TOO_LONG, wish.task, wish.column, now, after)
    if found is not None and same(value(wish.column, after) or after) == same(found):
        return _back(wish, now, found)
    return judged(wish.task, wish.column, plain(after), wish.seen, now) or _layout(wish, now, plain(after))


def _back(wish: Wish, now: str, found: str) -> Edit | Conflict | None:
    """A correction taken back: what the notice says stands again, and the next version of the notice is followed."""
    if same(now) != same(wish.seen):
        return judged(wish.task, wish.column, found, wish.seen, now)
    return Edit(wish.task, wish.column, now, found) if now != found else None


def _layout(wish: Wish, now: str, after: str) -> Edit | None:
    """Lines, blanks and widths are no edit in a file, which spreadsheet programs rewrite; here a person typed them."""
    own = wish.column in COLUMNS and same(wish.seen) == same(now)
    return Edit(wish.task, wish.column, now, after) if own and after != now else None
