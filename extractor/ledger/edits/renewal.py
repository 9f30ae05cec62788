"""The index follows edits at once: the tasks that were corrected are read as staff want them, and put in its tables."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from extractor.ledger.edits.staffed import FILE, bare_document, bare_record
from extractor.ledger.names.namers import known_names
from extractor.ledger.names.staff_names import as_staff_read
from extractor.store import files, staff
from extractor.store.renewing import renew_file, renew_tasks

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path

    from extractor.graph.bodies.naming import Namer
    from extractor.ledger.edits.task_row import Standing
    from extractor.model.record import Record


def renew(connection: sqlite3.Connection, out: Path, tasks: Sequence[Standing]) -> None:
    """Renew what questions know of these tasks; the caller holds the transaction, and has kept the edits."""
    if not tasks:
        return
    names, cells = known_names(connection, out), staff.cells(connection)
    by_file: defaultdict[str, list[Standing]] = defaultdict(list)
    for each in tasks:
        by_file[each.file].append(each)
    if by_file.pop(FILE, None):
        renew_by_hand(connection, out)
    for file, several in by_file.items():
        ids = {each.task["id"] for each in several}
        (record,) = as_staff_read((_found(connection, file, several, names.namer),), cells, {}, names.namer)
        renew_tasks(connection, record, ids, names.forms.of)


def renew_by_hand(connection: sqlite3.Connection, out: Path) -> None:
    """Renew what questions know of the tasks that staff wrote in by hand."""
    names = known_names(connection, out)
    nothing: Record = {**bare_record(FILE, bare_document("", [])), "documents": []}
    records = as_staff_read((), staff.cells(connection), staff.added(connection), names.namer)
    renew_file(connection, records[0] if records else nothing, names.forms.of)


def _found(connection: sqlite3.Connection, file: str, tasks: Sequence[Standing], namer: Namer) -> Record:
    """What the notice says; where a run that is going on has read another version of it, what the index knows."""
    record = files.stored(connection, file)
    there = {task["id"] for document in record["documents"] for task in document["tasks"]} if record else set()
    if record and all(each.task["id"] in there for each in tasks):
        return namer.named(record)
    return bare_record(file, bare_document(tasks[0].document, [each.task for each in tasks]))
