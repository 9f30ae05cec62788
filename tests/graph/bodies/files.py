"""Small records for tests of names: who issued what, to whom, who has to do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.model.notice import Part, Role
    from extractor.model.record import BodyRecord, DocumentRecord, EvidenceRecord, OwnerRecord, Record, TaskRecord


def owner(name: str, start: int = 0, role: Role = "responsible") -> OwnerRecord:
    span = [start, start + len(name)]
    return {"name": name, "role": role, "canonical": name, "text": name, "span": span, "rule": "owner.test"}


def task(key: str, owners: list[OwnerRecord]) -> TaskRecord:
    return {
        "id": key, "rule": "task.test", "kind": "task", "section": [], "title": "办事", "text": "办事",
        "span": [0, 2], "page": None, "owners": owners, "deadline": None, "milestones": [], "basis": "marked",
    }  # fmt: skip


def document(  # noqa: PLR0913 - the parts of a notice
    issuers: list[str], *lists: list[str], recipients: list[str] | None = None, title: str | None = None,
    key: str = "d1", parent: str | None = None, part: Part = "notice",
) -> DocumentRecord:  # fmt: skip
    """A document; each of ``lists`` is the owners of one task."""
    tasks = [task(f"{key}-{number}", [owner(name) for name in names]) for number, names in enumerate(lists)]
    named = {"issuers": issuers, "recipients": recipients or []}
    evidence: dict[str, list[EvidenceRecord]] = {
        field: [{"span": [0, len(name)], "rule": "frame.test"} for name in names] for field, names in named.items()
    }
    return {
        "id": key, "part": part, "parent": parent, "span": [0, 500], "title": title, "type": None,
        "issuers": issuers, "numbers": [], "date": None, "recipients": recipients or [], "cc": [],
        "signatories": [], "contacts": [], "attachments": [], "outline": [], "tasks": tasks, "references": [],
        "evidence": evidence,
    }  # fmt: skip


def file(*documents: DocumentRecord, name: str = "甲.txt", text: str = "") -> Record:
    return {
        "file": name, "status": "ok", "reader": "txt", "sha256": name, "text": text.ljust(500),
        "documents": list(documents), "problems": [], "digest": "d",
    }  # fmt: skip


def bodies(record: Record, number: int = 0) -> dict[str, BodyRecord]:
    """The bodies of a document by their printed names."""
    return {body["printed"]: body for body in record["documents"][number]["bodies"]}


def short(body: BodyRecord) -> str:
    """``home|canonical``."""
    return f"{body['home']}|{body['canonical']}"
