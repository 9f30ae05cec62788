"""The row of one task as the ledger has it now, from the tables that questions are answered from."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.export.ledger_rows import task_rows
from extractor.ledger.edits.staffed import bare_document, bare_record
from extractor.store import files
from extractor.store.staff import COLUMNS, CORRECTABLE, KEY

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable

    from extractor.model.record import Record, TaskRecord
    from extractor.store.cells import Row
    from extractor.store.staff import Cells

_STANDING = """
SELECT tasks.id, task_records.record, documents.id, documents.file
FROM json_each(?) AS wanted JOIN tasks ON tasks.id = wanted.value AND tasks.held
JOIN task_records ON task_records.task = tasks.key JOIN documents ON documents.key = tasks.document
"""
_CELLS = "SELECT task, field, value, extracted FROM cells WHERE task IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Standing:
    """A task that counts: as staff corrected it, the document and the file that it stands in."""

    task: TaskRecord
    document: str
    file: str

    @property
    def row(self) -> Row:
        """What a note of a change needs."""
        return {KEY: self.task["id"], "任务事项": self.task["title"], "来源文件": self.file}


def standing(connection: sqlite3.Connection, tasks: Collection[str]) -> dict[str, Standing]:
    """Those of the tasks with these ids that count, by id."""
    rows = connection.execute(_STANDING, (json.dumps(list(tasks)),))
    return {task: Standing(json.loads(record), document, file) for task, record, document, file in rows}


def full_rows(connection: sqlite3.Connection, tasks: Iterable[Standing]) -> dict[str, Row]:
    """Task → its whole row but for the columns of staff, as ``tasks.csv`` would show it."""
    records: dict[str, Record | None] = {}
    rows: dict[str, Row] = {}
    for each in tasks:
        if each.file not in records:
            records[each.file] = files.stored(connection, each.file)
        rows.update((row[KEY], row) for row in task_rows([_alone(each, records[each.file])]))
    return rows


def notes(connection: sqlite3.Connection, tasks: Collection[str]) -> tuple[Cells, Cells]:
    """What staff wrote beside these tasks, and what had been found in the cells that they corrected."""
    wrote: Cells = {task: dict.fromkeys(COLUMNS, "") for task in tasks}
    found: Cells = {task: {} for task in tasks}
    for task, field, value, extracted in connection.execute(_CELLS, (json.dumps(list(tasks)),)):
        wrote[task][field] = value
        if extracted is not None and field in CORRECTABLE:
            found[task][field] = extracted
    return wrote, found


def _alone(each: Standing, record: Record | None) -> Record:
    """The record that a task stands in, without all other tasks; a run that is going on may have a newer one."""
    known = record["documents"] if record else []
    if not record or all(document["id"] != each.document for document in known):
        return bare_record(each.file, bare_document(each.document, [each.task]))
    return {
        **record,
        "documents": [{**one, "tasks": [each.task] if one["id"] == each.document else []} for one in known],
    }
