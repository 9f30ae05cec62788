"""Rows of the tables that questions are answered from: what a record says of a document and of a task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.store.doubt import doubts
from extractor.store.passages import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.model.record import DocumentRecord, Record, TaskRecord


def document_row(record: Record, document: DocumentRecord) -> tuple[str | int, ...]:
    """Columns ``id`` to ``status`` of the table ``documents``."""
    return (
        document["id"],
        record["file"],
        document["part"],
        document["title"] or "",
        document["type"] or "",
        "、".join(document["issuers"]),
        "、".join(issued_by(document, record)),
        "、".join(document["numbers"]),
        document["date"] or "",
        len(document["tasks"]),
        len(document["references"]),
        record["status"],
    )


def issued_by(document: DocumentRecord, record: Record) -> list[str]:
    """The issuers of a document; of a part without any of its own, those of the notice around it."""
    known = {each["id"]: each for each in record["documents"]}
    seen = {document["id"]}
    while not document["issuers"] and (parent := known.get(document["parent"] or "")) and parent["id"] not in seen:
        document = parent
        seen.add(document["id"])
    return document["issuers"]


def task_row(record: Record, task: TaskRecord) -> tuple[str | bool | None, ...]:
    """Columns ``kind`` to ``doubts`` of the table ``tasks``."""
    deadline = task["deadline"]
    times = [time for time in (deadline, *task["milestones"]) if time]
    return (
        task["kind"],
        deadline.get("due") if deadline else None,
        deadline["kind"] if deadline else "",
        any(time["kind"] == "ongoing" or time.get("ongoing", False) for time in times),
        any(time["kind"] == "recurring" for time in times),
        " ".join(doubts(task, record["problems"])),
    )


def passages_of(record: Record) -> Iterator[Passage]:
    """The texts by which the documents and tasks of a record are found."""
    for document in record["documents"]:
        start, end = document["span"]
        yield Passage("document", document["id"], record["text"][start:end])
        yield from (Passage("task", task["id"], task["text"]) for task in document["tasks"])
