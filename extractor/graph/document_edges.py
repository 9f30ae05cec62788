"""Edges of documents: who issued and receives them, what they enclose, what they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.graph.elements import Because, Edge, EdgeKind
from extractor.graph.nodes import bodies_of, body_id, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.graph.cited import Citations
    from extractor.model.record import DocumentRecord, Record, Stretch

_BEGINNING = 40


def because(record: Record, span: Stretch, rule: str, longest: int | None = None) -> Because:
    """The evidence at ``span`` of a file; at most ``longest`` characters of it."""
    start, end = span[0], span[1] if longest is None else min(span[1], span[0] + longest)
    return Because(record["file"], start, end, one_line(record["text"][start:end]), rule)


def frame_edges(record: Record, document: DocumentRecord) -> Iterator[Edge]:
    """``issued`` from the issuers, ``addressed-to`` the recipients, ``copied-to`` who is under 抄送."""
    this = f"document:{document['id']}"
    for body, evidence in _frame(record, document, "issuers", document["issuers"]):
        yield Edge(body, "issued", this, evidence)
    for body, evidence in _frame(record, document, "recipients", document["recipients"]):
        yield Edge(this, "addressed-to", body, evidence)
    for body, evidence in _frame(record, document, "cc", document["cc"]):
        yield Edge(this, "copied-to", body, evidence)


def part_edges(record: Record, document: DocumentRecord) -> Iterator[Edge]:
    """``encloses`` or ``attaches`` from the document that holds this one; the evidence is its title."""
    if not document["parent"]:
        return
    relation: EdgeKind = "attaches" if document["part"] == "attachment" else "encloses"
    titles = document["evidence"].get("title", ())
    evidence = [because(record, title["span"], title["rule"]) for title in titles] or [
        because(record, document["span"], document["part"], _BEGINNING)
    ]
    yield Edge(f"document:{document['parent']}", relation, f"document:{document['id']}", evidence[0])


def reference_edges(
    record: Record, document: DocumentRecord, citations: Citations
) -> Iterator[Edge]:
    """An edge for every reference, to the document of the corpus or to the cited one."""
    for reference in document["references"]:
        target = reference["target"]
        there = f"document:{target}" if target else f"cited:{citations.key(reference, document['id'])}"
        evidence = because(record, reference["span"], reference["rule"])
        yield Edge(f"document:{document['id']}", reference["relation"], there, evidence)


def _frame(
    record: Record, document: DocumentRecord, field: str, names: list[str]
) -> Iterator[tuple[str, Because]]:
    """The ids of the bodies in a field of the frame, each with its evidence."""
    bodies = bodies_of(document)
    for name, place in zip(names, document["evidence"].get(field, ()), strict=True):
        body = bodies[name]
        yield body_id(body["home"], body["canonical"]), because(record, place["span"], place["rule"])
