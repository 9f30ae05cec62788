"""An edited table against the ledger: what staff changed in it is taken, what both sides changed is a conflict.

Three tables meet: *theirs* is the file that staff saved, *base* what that file showed before they began, *ours* what
the ledger says now. A cell counts as edited when theirs differs from base, layout aside; it is in conflict when ours
differs from base as well, and from theirs.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from extractor.store.comparing import DUE, TIME, hand_id, refusal, same, value
from extractor.store.edit import Conflict, Edit, Merge
from extractor.store.staff import BY_HAND, CORRECTABLE, CORRECTED, KEY

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from extractor.store.cells import Row

BOTH_EDITED, EDITED_TWICE = "edited-on-both-sides", "edited-in-two-rows"
UNKNOWN_TASK, NO_TASK = "unknown-task", "row-without-task"
_NUMBERED = frozenset({"序号", KEY, CORRECTED, "规则", "来源文件", "页码"})


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
    numbered, found = _numbered(theirs, base)
    found += [Conflict(NO_TASK, "", theirs=words) for row in theirs if (words := _stray(row))]
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


def _numbered(
    rows: Iterable[Row], base: Mapping[str, Row]
) -> tuple[dict[str, Row], list[Edit | Conflict]]:
    """Rows by id. A task listed twice has what was edited in either row; what both say is told, the first holds."""
    listed: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.get(KEY):
            listed[row[KEY]].append(row)
    found: dict[str, Row] = {}
    twice: list[Edit | Conflict] = []
    for task, several in listed.items():
        if len(several) == 1:
            found[task] = several[0]
            continue
        cells = {column: _edited(column, several, base.get(task, {})) for row in several for column in row}
        found[task] = {column: edited[0] for column, edited in cells.items()}
        twice += [
            Conflict(EDITED_TWICE, task, column, edited[0], other)
            for column, edited in cells.items() if column not in _NUMBERED
            for other in edited[1:]
        ]  # fmt: skip
    return found, twice


def _edited(column: str, rows: Iterable[Row], base: Row) -> list[str]:
    """The different cells of a column that are edits, empty ones only if all are; without edits the cell as it was."""
    cells = {same(row[column]): row[column] for row in reversed([*rows]) if column in row}
    if len(cells) > 1:
        cells.pop("", None)
    edits = {key: cell for key, cell in cells.items() if key != same(base.get(column, ""))}
    return list(reversed((edits or cells).values()))


def _cells(task: str, theirs: Row, base: Row, ours: Row) -> Iterator[Edit | Conflict]:
    for column, cell in theirs.items():
        before = base.get(column, "")
        found = None if column in _NUMBERED else judged(task, column, cell, before, ours.get(column, before))
        if found:
            yield found


def judged(task: str, column: str, cell: str, before: str, now: str) -> Edit | Conflict | None:
    """What becomes of a cell that was ``before`` when staff saw it and is ``now`` in the ledger; None: no edit."""
    new = value(column, cell)
    if new is None:
        return Conflict(refusal(column), task, column, now, cell)
    if same(new) == same(value(column, before) or before) or same(now) == same(new):
        return None
    return Edit(task, column, now, new) if same(now) == same(before) else Conflict(BOTH_EDITED, task, column, now, new)


def _by_hand(row: Row) -> tuple[str, Row]:
    """A row written in by hand with its id; words that should be a day and are none go to 完成时限."""
    values = {column: value(column, cell) for column, cell in row.items()}
    if values.get(DUE, "") is None:
        values[DUE] = ""
        values[TIME] = values.get(TIME) or row[DUE]
    return row.get(KEY) or hand_id(row), {column: cell or "" for column, cell in values.items()}


def _stray(row: Row) -> str:
    """The words of a row that has neither an id nor a task."""
    if row.get(KEY) or _words(row):
        return ""
    return "、".join(cell for column, cell in row.items() if cell and column not in _NUMBERED)


def _words(row: Row) -> bool:
    return any(cell for column, cell in row.items() if column in CORRECTABLE)
