"""An analysis -> the line of ``analysis.jsonl`` that says the same in plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.export.deadline_record import deadline_record
from extractor.export.problem_record import problem_record
from extractor.model.notice import Analysis
from extractor.model.problem import Problem
from extractor.model.record import load_record, to_json
from extractor.model.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.messages import Language
    from extractor.model.errors import ExtractorError
    from extractor.model.found import Found
    from extractor.model.notice import Document, Frame, Owner, Reference, Section, Task
    from extractor.model.record import (
        DocumentRecord,
        EvidenceRecord,
        OwnerRecord,
        Record,
        ReferenceRecord,
        SectionRecord,
        Stretch,
        TaskRecord,
    )
    from extractor.model.span import Span

__all__ = ["FRAME_FIELDS", "failed_record", "load_record", "problem_record", "record", "to_json"]

FRAME_FIELDS = (
    "title", "type", "issuers", "numbers", "date",
    "recipients", "cc", "signatories", "contacts", "attachments", "classification",
)  # fmt: skip


def record(analysis: Analysis, lang: Language = "zh", digest: str = "") -> Record:
    """The record of one analysed file.

    Args:
        analysis: what was found.
        lang: the language of messages and advice, ``zh`` or ``en``.
        digest: names the rules and the program that found it; while it stays the same, so does the record.
    """
    source = analysis.source
    problems = sorted(set(source.problems + analysis.problems), key=_position)
    return {
        "file": source.name,
        "status": analysis.status,
        "reader": source.reader,
        "sha256": source.sha256,
        "text": source.text,
        "documents": [_document(source, document) for document in analysis.documents],
        "problems": [problem_record(source, problem, lang) for problem in problems],
        "digest": digest,
    }


def failed_record(
    name: str, sha256: str, error: ExtractorError, lang: Language = "zh", digest: str = ""
) -> Record:
    """The record of a file that could not be read: no text, one problem that says why."""
    problem = Problem(error.code, None, "error", tuple(error.details.items()))
    source = Source(name, "", "", sha256)
    return record(Analysis(source, problems=(problem,), status="failed"), lang, digest)


def _document(source: Source, document: Document) -> DocumentRecord:
    frame = document.frame
    found: DocumentRecord = {
        "id": document.id,
        "part": document.part,
        "parent": document.parent,
        "span": _stretch(document.span),
        "title": frame.title.value if frame.title else None,
        "type": frame.type.value if frame.type else None,
        "issuers": _values(frame.issuers),
        "numbers": _values(frame.numbers),
        "date": frame.date.value.isoformat() if frame.date else None,
        "recipients": _values(frame.recipients),
        "cc": _values(frame.cc),
        "signatories": _values(frame.signatories),
        "contacts": _values(frame.contacts),
        "attachments": _values(frame.attachments),
        "outline": [_section(section) for section in _flat(document.outline)],
        "tasks": [_task(source, task) for task in sorted(document.tasks, key=_order)],
        "references": [_reference(source, found) for found in sorted(document.references, key=_order)],
        "evidence": _evidence(frame),
    }
    if frame.classification:
        found["classification"] = frame.classification.value
    return found


def _task(source: Source, task: Task) -> TaskRecord:
    return {
        "id": task.id,
        "rule": task.rule,
        "kind": task.kind,
        "section": list(task.section),
        "title": task.title,
        "text": source.quote(task.span),
        "span": _stretch(task.span),
        "page": source.page_at(task.span.start),
        "owners": [_owner(source, found) for found in task.owners],
        "deadline": deadline_record(source, task.deadline) if task.deadline else None,
        "milestones": [deadline_record(source, found) for found in task.milestones],
        "basis": task.basis,
    }


def _owner(source: Source, found: Found[Owner]) -> OwnerRecord:
    owner = found.value
    return {
        "name": owner.name,
        "role": owner.role,
        "canonical": owner.canonical,
        "text": source.quote(found.span),
        "span": _stretch(found.span),
        "rule": found.rule,
    }


def _reference(source: Source, found: Found[Reference]) -> ReferenceRecord:
    reference = found.value
    return {
        "title": reference.title,
        "numbers": list(reference.numbers),
        "relation": reference.relation,
        "text": source.quote(found.span),
        "span": _stretch(found.span),
        "rule": found.rule,
        "target": None,
    }


def _section(section: Section) -> SectionRecord:
    return {
        "label": section.label,
        "level": section.level,
        "title": section.title,
        "span": _stretch(section.span),
    }


def _flat(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _flat(section.children)


def _evidence(frame: Frame) -> dict[str, list[EvidenceRecord]]:
    found = ((name, getattr(frame, name)) for name in FRAME_FIELDS)
    return {name: _places(value if isinstance(value, tuple) else (value,)) for name, value in found if value}


def _places(found: Iterable[Found[str]]) -> list[EvidenceRecord]:
    return [{"span": _stretch(each.span), "rule": each.rule} for each in found]


def _values(found: Iterable[Found[str]]) -> list[str]:
    return [each.value for each in found]


def _order(fact: Task | Found[Reference]) -> tuple[Span, str]:
    return fact.span, fact.rule


def _position(problem: Problem) -> tuple[int, str, tuple[tuple[str, str], ...]]:
    return problem.span.start if problem.span else -1, problem.code, problem.details


def _stretch(span: Span) -> Stretch:
    return [span.start, span.end]
