"""The part of the ledger that a question asks for, as rows and as a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.export.csv_tables import notice_rows
from extractor.export.ledger_rows import noted, task_rows
from extractor.graph.versions.found import versions_of
from extractor.ledger.edits.staffed import staffed
from extractor.ledger.outputs import workbook
from extractor.store import files, staff
from extractor.store.questions.tasks.answers import tasks
from extractor.store.questions.tasks.question import TaskQuestion

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

    from extractor.export.workbook.contents import WorkbookContents
    from extractor.model.record import DocumentRecord, Record, TaskRecord
    from extractor.store.questions.tasks.answers import TaskAnswer


def selected(connection: sqlite3.Connection, question: TaskQuestion) -> WorkbookContents:
    """What ``extractor tasks`` shows for the question, with the notices that these tasks stand in.

    Without any condition all notices are listed, also those without tasks.
    """
    answers = tasks(connection, question)
    wanted = {(answer.file, answer.task["id"]): answer.task for answer in answers}
    everything = question == TaskQuestion()
    stored = tuple(files.all_stored(connection) if everything else _stored(connection, answers))
    by_hand = tuple(staffed((), staff.cells(connection), staff.added(connection)))
    records = [_part(record, wanted) for record in (*stored, *by_hand)]
    cells = {answer.task["id"]: dict(answer.staff) for answer in answers}
    rows = list(noted(task_rows(records), cells, staff.corrections(connection)))
    listed = stored if everything else [_with_tasks(record) for record in records]
    return workbook.contents(records, rows, list(notice_rows(listed, versions_of(listed))))


def selected_notices(connection: sqlite3.Connection, question: TaskQuestion) -> tuple[Record, ...]:
    """The notices in which the tasks of the question stand, with these tasks only; without any condition all."""
    answers = tasks(connection, question)
    wanted = {(answer.file, answer.task["id"]): answer.task for answer in answers}
    stored = files.all_stored(connection) if question == TaskQuestion() else _stored(connection, answers)
    return tuple(_part(record, wanted) for record in stored)


def _stored(connection: sqlite3.Connection, answers: Sequence[TaskAnswer]) -> Iterator[Record]:
    """The records that the answers stand in, by name."""
    found = (files.stored(connection, name) for name in sorted({answer.file for answer in answers}))
    return (record for record in found if record)


def _part(record: Record, wanted: Mapping[tuple[str, str], TaskRecord]) -> Record:
    """The record with the wanted tasks only, as the question's answer knows them."""
    documents: list[DocumentRecord] = []
    for document in record["documents"]:
        known = (wanted.get((record["file"], task["id"])) for task in document["tasks"])
        documents.append({**document, "tasks": [task for task in known if task]})
    return {**record, "documents": documents}


def _with_tasks(record: Record) -> Record:
    return {**record, "documents": [document for document in record["documents"] if document["tasks"]]}
