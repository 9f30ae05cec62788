"""An edited table against the ledger: what staff changed in it is taken, what both sides changed is a conflict.

Three tables meet: *theirs* is the file that staff saved, *base* what that file showed before they began, *ours* what
the ledger says now. A cell counts as edited when theirs differs from base, layout aside; it is in conflict when ours
differs from base as well, and from theirs.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.model.fold import fold
from extractor.store.days import iso_day
from extractor.store.staff import BY_HAND, COLUMNS, CORRECTABLE, CORRECTED, KEY, OWNERS, names

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from extractor.store.cells import Row

BOTH_EDITED, INVALID_DATE, UNKNOWN_TASK = "edited-on-both-sides", "invalid-date", "unknown-task"
DUE, TIME = "截止日期", "完成时限"
_NUMBERED = frozenset({"序号", KEY, CORRECTED, "规则", "来源文件", "页码"})
_LAYOUT = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Edit:
    """A cell that staff changed: the column, what stood there, what stands there now."""

    task: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell that cannot be taken over; ``reason`` is a code of the catalogue."""

    reason: str
    task: str
    field: str = ""
    ours: str = ""
    theirs: str = ""


@dataclass(frozen=True, slots=True)
class Merge:
    """What is to be done.

    Attributes:
        edits: cells to take over.
        conflicts: cells left as the ledger has them.
        added: id → row of tasks that staff wrote in, here or in a ledger that is lost.
        ignored: columns that were changed although the program alone fills them.
        absent: ids of tasks that the file lacks; the ledger keeps them.
    """

    edits: tuple[Edit, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    added: tuple[tuple[str, Row], ...] = ()
    ignored: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


def merge(
    theirs: Sequence[Row], base: Mapping[str, Row], ours: Mapping[str, Row], fixed: Collection[str] = ()
) -> Merge:
    """Compare the rows of a file with those it showed and those of the ledger.

    Args:
        theirs: the rows that staff saved.
        base: id → row as the file showed it.
        ours: id → row as the ledger has it; of columns that a row lacks, base holds.
        fixed: columns that the program alone fills.
    """
    numbered = _numbered(theirs)
    found: list[Edit | Conflict] = []
    added = [row for row in theirs if not row.get(KEY) and _words(row)]
    for task, row in numbered.items():
        if task in ours or task in base:
            found += _cells(task, row, base.get(task, {}), ours.get(task, {}))
        elif _words(row) and row.get("规则") == BY_HAND:
            added.append(row)
        elif _words(row):
            found.append(Conflict(UNKNOWN_TASK, task, theirs=row.get("任务事项", "")))
    edits = tuple(each for each in found if isinstance(each, Edit))
    return Merge(
        edits=tuple(edit for edit in edits if edit.field not in fixed),
        conflicts=tuple(each for each in found if isinstance(each, Conflict)),
        added=tuple(_by_hand(row) for row in added),
        ignored=tuple(dict.fromkeys(edit.field for edit in edits if edit.field in fixed)),
        absent=tuple(task for task in base if task not in numbered),
    )


def hand_id(row: Row) -> str:
    """The id of a task written in by hand, from its words: adding the same row twice adds one task."""
    words = "\x1f".join(f"{column}\x1e{same(cell)}" for column, cell in sorted(row.items()) if column in CORRECTABLE)
    return "h" + hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:11]


def same(cell: str) -> str:
    """A cell as it is compared: spreadsheet programs change layout and width, and rewrite dates."""
    return _LAYOUT.sub("", fold(cell))


def _numbered(rows: Iterable[Row]) -> dict[str, Row]:
    """Rows by id; a task listed twice has the first words of each of staff's columns."""
    found: dict[str, Row] = {}
    for row in rows:
        if task := row.get(KEY):
            known = found.setdefault(task, dict(row))
            known.update({column: known.get(column) or row.get(column, "") for column in COLUMNS if column in row})
    return found


def _cells(task: str, theirs: Row, base: Row, ours: Row) -> Iterator[Edit | Conflict]:
    for column, cell in theirs.items():
        if column in _NUMBERED:
            continue
        value = _value(column, cell)
        before, now = base.get(column, ""), ours.get(column, base.get(column, ""))
        if value is None:
            yield Conflict(INVALID_DATE, task, column, now, cell)
        elif same(value) == same(_value(column, before) or before) or same(now) == same(value):
            continue
        elif same(now) != same(before):
            yield Conflict(BOTH_EDITED, task, column, now, value)
        else:
            yield Edit(task, column, now, value)


def _by_hand(row: Row) -> tuple[str, Row]:
    """A row written in by hand with its id; words that should be a day and are none go to 完成时限."""
    values = {column: _value(column, cell) for column, cell in row.items()}
    if values.get(DUE, "") is None:
        values[DUE] = ""
        values[TIME] = values.get(TIME) or row[DUE]
    return row.get(KEY) or hand_id(row), {column: value or "" for column, value in values.items()}


def _value(column: str, cell: str) -> str | None:
    """What a cell says; of 截止日期 the day in ISO form, None when it is none; names joined by 、."""
    if column == DUE and cell:
        return iso_day(cell)
    return "、".join(names(cell)) if column in OWNERS else cell


def _words(row: Row) -> bool:
    return any(cell for column, cell in row.items() if column in CORRECTABLE)
