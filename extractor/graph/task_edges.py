"""Edges of tasks: the document that contains them, and everybody who has a part in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.graph.document_edges import because
from extractor.graph.elements import Edge, EdgeKind
from extractor.graph.nodes import owner_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from extractor.model.notice import Role
    from extractor.model.record import DocumentRecord, Record

_BEGINNING = 40
_RELATIONS: Mapping[Role, EdgeKind] = {
    "lead": "leads",
    "support": "supports",
    "responsible": "responsible-for",
    "person": "responsible-for",
    "actor": "acts-on",
}


def task_edges(record: Record, document: DocumentRecord) -> Iterator[Edge]:
    """``contains`` to every task, and from every owner the edge of its role."""
    for task in document["tasks"]:
        this = f"task:{task['id']}"
        evidence = because(record, task["span"], task["rule"], _BEGINNING)
        yield Edge(f"document:{document['id']}", "contains", this, evidence)
        for owner in task["owners"]:
            words = because(record, owner["span"], owner["rule"])
            yield Edge(owner_id(owner), _RELATIONS[owner["role"]], this, words)
