"""Corrections whose notice says something else now than when staff corrected it: told once, and remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.export.ledger_rows import task_rows
from extractor.graph.versions.merged import each_held
from extractor.store import staff
from extractor.store.comparing import DUE, TIME, same
from extractor.store.days import day_within
from extractor.store.edit import Conflict
from extractor.store.staff import KEY

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from extractor.graph.versions.found import Versions
    from extractor.model.record import Record
    from extractor.store.staff import Cells

OVERTAKEN = "correction-overtaken"
"""Code: the notice says something else now than what staff corrected."""


def overtake(
    connection: sqlite3.Connection, found: Iterable[Record], versions: Versions
) -> tuple[Conflict, ...]:
    """The corrected cells in which the notice itself says something else than when they were corrected.

    What it says now is remembered, so that it is told once; the caller holds the transaction.
    """
    overtaken = tuple(_overtaken(found, versions, staff.corrections(connection)))
    connection.executemany(
        "UPDATE cells SET extracted = ? WHERE task = ? AND field = ?",
        [(each.theirs, each.task, each.field) for each in overtaken],
    )
    cells = staff.cells(connection) if overtaken else {}
    return tuple(each for each in overtaken if not _by_the_words(each, cells))


def _overtaken(found: Iterable[Record], versions: Versions, corrections: Cells) -> Iterator[Conflict]:
    counted = each_held(found, versions) if corrections else ()
    touched = [record for record in counted if _has(record, corrections)]
    for row in task_rows(touched):
        for column, before in corrections.get(row[KEY], {}).items():
            if same(row[column]) != same(before):
                yield Conflict(OVERTAKEN, row[KEY], column, before, row[column])


def _by_the_words(overtaken: Conflict, cells: Cells) -> bool:
    """Whether the day that stood there was that of a corrected 完成时限, and no notice's."""
    words = cells.get(overtaken.task, {}).get(TIME, "")
    return overtaken.field == DUE and same(overtaken.ours) == same(day_within(words) or words)


def _has(record: Record, corrections: Cells) -> bool:
    return any(task["id"] in corrections for document in record["documents"] for task in document["tasks"])
