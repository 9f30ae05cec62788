"""A linked record -> the rows of its file, its documents, and all that these hold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from extractor.export.parquet.task_rows import task_rows
from extractor.store.index_rows import issued_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from extractor.export.parquet.standing import Standing
    from extractor.model.record import DocumentRecord, ProblemRecord, Record, ReferenceRecord
    from extractor.store.parquet.columns import Row

TableRow: TypeAlias = "tuple[str, Row]"
"""A table and a row of it."""
_FRAME = (
    "part", "parent", "title", "type", "date", "issuers", "numbers", "recipients", "cc", "signatories", "contacts",
    "attachments",
)  # fmt: skip


def file_rows(record: Record, standings: Mapping[str, Standing]) -> Iterator[TableRow]:
    """All rows of one file, by table and place; ``standings`` by the ids of its documents."""
    yield "files", _file(record)
    for position, document in enumerate(record["documents"]):
        yield from _of_document(record, document, position, standings[document["id"]])
    for position, problem in enumerate(record["problems"]):
        yield "problems", {"file": record["file"], "position": position, **_problem(problem)}


def _file(record: Record) -> Row:
    return {
        "file": record["file"],
        "status": record["status"],
        "reader": record["reader"],
        "sha256": record["sha256"],
        "digest": record["digest"],
        "characters": len(record["text"]),
        "documents": len(record["documents"]),
        "tasks": sum(len(document["tasks"]) for document in record["documents"]),
        "problems": len(record["problems"]),
    }


def _of_document(record: Record, document: DocumentRecord, position: int, standing: Standing) -> Iterator[TableRow]:
    key = f"{record['file']}\t{position:05d}"  # a tab sorts before all that names of files hold
    ends: Row = {"file": record["file"], "document": document["id"], "document_key": key, "held": standing.held}
    yield "documents", {**ends, "position": position, "node": standing.node, **_document(record, document)}
    yield from task_rows(record, document, ends)
    for place, reference in enumerate(document["references"]):
        yield "references", {**ends, "position": place, **_reference(reference)}


def _document(record: Record, document: DocumentRecord) -> Row:
    start, stop = document["span"]
    return {
        **{name: document[name] for name in _FRAME},  # type: ignore[literal-required]  # names of its own keys
        "issued_by": issued_by(document, record),
        "classification": document.get("classification"),
        "evidence": json.dumps(document["evidence"], ensure_ascii=False),
        "outline": json.dumps(document["outline"], ensure_ascii=False),
        "text": record["text"][start:stop],
        "start": start,
        "stop": stop,
        "tasks": len(document["tasks"]),
        "references": len(document["references"]),
        "status": record["status"],
    }


def _reference(reference: ReferenceRecord) -> Row:
    start, stop = reference["span"]
    return {
        "title": reference["title"],
        "numbers": reference["numbers"],
        "relation": reference["relation"],
        "text": reference["text"],
        "start": start,
        "stop": stop,
        "rule": reference["rule"],
        "target": reference["target"],
    }


def _problem(problem: ProblemRecord) -> Row:
    start, stop = problem["span"] or (None, None)
    return {
        "code": problem["code"],
        "severity": problem["severity"],
        "message": problem["message"],
        "advice": problem["advice"],
        "place": problem["place"],
        "page": problem["page"],
        "start": start,
        "stop": stop,
    }
