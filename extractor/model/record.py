"""One line of ``analysis.jsonl``: an analysis as plain values, for queries, the graph, tables and scripts.

The layout is a published contract: fields are added at the end, never renamed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NotRequired, TypedDict, cast

if TYPE_CHECKING:
    from extractor.model.layout import LayoutRecord
    from extractor.model.notice import Basis, Part, Relation, Role, Status, TaskKind
    from extractor.model.problem import Severity

Stretch = list[int]
"""``[start, end]``: a half-open stretch of code points of the record's ``text``."""


class EvidenceRecord(TypedDict):
    """Where a value stands and which rule read it."""

    span: Stretch
    rule: str


class OwnerRecord(TypedDict):
    """Somebody who has to see to a task; ``canonical`` and ``home`` name the body once notices are linked."""

    name: str
    role: Role
    canonical: str
    text: str
    span: Stretch
    rule: str
    home: NotRequired[str]


class DeadlineRecord(TypedDict):
    """A time as printed and as read; which further fields there are depends on ``kind``.

    ``kind`` is ``date``, ``period``, ``recurring``, ``ongoing``, ``relative`` or ``vague``.
    """

    text: str
    kind: str
    due: NotRequired[str]
    start: NotRequired[str]
    every: NotRequired[str]
    on: NotRequired[str | None]
    after: NotRequired[str]
    within: NotRequired[str | None]
    ongoing: NotRequired[bool]
    span: Stretch
    rule: str
    assumptions: list[str]


class TaskRecord(TypedDict):
    """A row of the ledger."""

    id: str
    rule: str
    kind: TaskKind
    section: list[str]
    title: str
    text: str
    span: Stretch
    page: int | None
    owners: list[OwnerRecord]
    deadline: DeadlineRecord | None
    milestones: list[DeadlineRecord]
    basis: Basis


class ReferenceRecord(TypedDict):
    """Another document that this one names; ``target`` is its id when the corpus holds it."""

    title: str | None
    numbers: list[str]
    relation: Relation
    text: str
    span: Stretch
    rule: str
    target: str | None


class SectionRecord(TypedDict):
    """A numbered heading or paragraph, flat, in reading order."""

    label: str
    level: int
    title: str
    span: Stretch


class BodyRecord(TypedDict):
    """What a printed name means in a document: the body, the organisation it belongs to, and how that was found."""

    printed: str
    canonical: str
    home: str
    kind: str
    parent: str
    rule: str


class DocumentRecord(TypedDict):
    """One document inside a file; ``evidence`` lists, for every field of the frame, one entry a value.

    ``classification`` is there where a document is marked as a state secret: ``机密★1年``.
    """

    id: str
    part: Part
    parent: str | None
    span: Stretch
    title: str | None
    type: str | None
    issuers: list[str]
    numbers: list[str]
    date: str | None
    recipients: list[str]
    cc: list[str]
    signatories: list[str]
    contacts: list[str]
    attachments: list[str]
    outline: list[SectionRecord]
    tasks: list[TaskRecord]
    references: list[ReferenceRecord]
    evidence: dict[str, list[EvidenceRecord]]
    bodies: NotRequired[list[BodyRecord]]
    classification: NotRequired[str]


class ProblemRecord(TypedDict):
    """Something a person should look at; ``place`` is where, in words: 第3页第12行."""

    code: str
    severity: Severity
    message: str
    advice: str
    span: Stretch | None
    page: int | None
    place: str


class StoredRecord(TypedDict):
    """All that was found in one file; ``digest`` names the rules and program that found it."""

    file: str
    status: Status
    reader: str
    sha256: str
    text: str
    documents: list[DocumentRecord]
    problems: list[ProblemRecord]
    digest: str


class Record(StoredRecord, total=False):
    """From a worker: also where what stood; if measured, seconds by stage, its process and the most bytes it took."""

    layout: LayoutRecord
    spent: dict[str, float]
    memory: tuple[int, int]


def load_record(line: str) -> Record:
    """Read one line of ``analysis.jsonl``; a line that is no record is a ``ValueError``."""
    value = json.loads(line)
    if not (isinstance(value, dict) and StoredRecord.__required_keys__ <= value.keys()):
        message = f"no record of a file: {line[:80]}"
        raise ValueError(message)
    return cast("Record", value)


def to_json(record: Record) -> str:
    """``record`` as one line without its line break; the same record gives the same bytes."""
    return json.dumps(record, ensure_ascii=False, separators=(", ", ": "))
