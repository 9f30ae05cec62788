"""What staff wrote beside a task stands beside the version of it that counts, and moves when another one does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from extractor.store import changes, staff
from extractor.store.changes import Change

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from extractor.graph.versions.copy import Place
    from extractor.graph.versions.found import Versions
    from extractor.model.record import Record

OTHER_VERSION = "version"
"""The origin of cells that came from another version of the task."""
_TWINS = "twins"
"""Entry of the table ``meta``: task → the tasks of other versions that were seen to be the same."""

Twins = dict[str, list[str]]


def follow(
    connection: sqlite3.Connection,
    run: int,
    records: Iterable[Record],
    versions: Versions,
    repeats: Mapping[Place, Place | None],
) -> None:
    """Move cells of tasks that do not count to the task that does; the caller holds the transaction.

    Which tasks are versions of one is remembered, so that the cells return when a version is taken away. A cell
    that is filled beside the other version stays where it is, and waits in ``staff-notes.csv``.

    Args:
        connection: the ledger.
        run: number of the run, under which the moves are noted.
        records: of all files.
        versions: which documents are versions of one.
        repeats: place of a task that does not count → that of the task that does, if there is one.
    """
    twins = _remembered(connection, repeats)
    cells = staff.cells(connection)
    counted = dict(_counted(records, versions)) if cells else {}
    for task in cells:
        other = next((twin for twin in twins.get(task, ()) if twin in counted), None)
        if task not in counted and other:
            moved = staff.move(connection, task, other)
            notes = (Change(other, *counted[other], field, "", cell, OTHER_VERSION) for field, cell in moved.items())
            changes.note(connection, run, notes)


def _counted(records: Iterable[Record], versions: Versions) -> Iterator[tuple[str, tuple[str, str]]]:
    """Id of every task that counts, with its file and title."""
    for record in records:
        for document in record["documents"]:
            if versions.is_counted(record["file"], document["id"]):
                yield from ((task["id"], (record["file"], task["title"])) for task in document["tasks"])


def _remembered(connection: sqlite3.Connection, repeats: Mapping[Place, Place | None]) -> Twins:
    """The versions of tasks seen now and earlier, each way; those seen now come first."""
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (_TWINS,)).fetchone()
    earlier: Twins = json.loads(row[0]) if row else {}
    pairs = [(other[1], held[1]) for other, held in repeats.items() if held and held[1] != other[1]]
    now: Twins = {}
    for one, another in (*pairs, *((held, other) for other, held in pairs)):
        now.setdefault(one, []).append(another)
    twins = {task: list(dict.fromkeys((*now.get(task, ()), *earlier.get(task, ())))) for task in {**earlier, **now}}
    if twins != earlier:
        connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_TWINS, json.dumps(twins)))
    return twins
