"""The part of the ledger that a question asks for, as rows and as a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.export.csv_tables import notice_rows
from extractor.export.ledger_rows import task_rows
from extractor.ledger import workbook
from extractor.store import files
from extractor.store.notes import FIELDS
from extractor.store.questions.tasks import TaskQuestion, tasks
from extractor.store.staff import StaffNotes

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

    from extractor.export.workbook.contents import WorkbookContents
    from extractor.model.record import DocumentRecord, Record, TaskRecord
    from extractor.store.questions.tasks import TaskAnswer


def selected(connection: sqlite3.Connection, question: TaskQuestion) -> WorkbookContents:
    """What ``extractor tasks`` shows for the question, with the notices that these tasks stand in.

    Without any condition all notices are listed, also those without tasks.
    """
    answers = tasks(connection, question)
    wanted = {(answer.file, answer.task["id"]): answer.task for answer in answers}
    everything = question == TaskQuestion()
    stored = files.all_stored(connection) if everything else _stored(connection, answers)
    records = [_part(record, wanted) for record in stored]
    notes = StaffNotes({answer.task["id"]: _notes(answer) for answer in answers})
    listed = records if everything else [_with_tasks(record) for record in records]
    return workbook.contents(records, list(task_rows(records, notes)), list(notice_rows(listed)))


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


def _notes(answer: TaskAnswer) -> dict[str, str]:
    words: Mapping[str, str] = {
        "status": answer.status, "person": answer.person, "progress": answer.progress, "remark": answer.remark,
    }  # fmt: skip
    return {column: words[field] for column, field in FIELDS.items()}
