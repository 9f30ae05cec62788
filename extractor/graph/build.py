"""Records of all files -> the graph: who issued what, who has to do what, what rests on what."""

from __future__ import annotations

from collections import defaultdict
from itertools import starmap
from typing import TYPE_CHECKING

from extractor.graph.bodies.naming import name_bodies
from extractor.graph.cited import Citations
from extractor.graph.document_edges import frame_edges, part_edges, reference_edges
from extractor.graph.elements import Graph, Node
from extractor.graph.nodes import body_nodes, cited_node, document_node, person_nodes, task_node
from extractor.graph.resolve import register
from extractor.graph.task_edges import task_edges

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.graph.elements import Edge
    from extractor.model.record import DocumentRecord, Record, ReferenceRecord
    from extractor.rules.departments import Departments


def resolve(records: Iterable[Record]) -> tuple[Record, ...]:
    """``records`` by file name, every reference with the id of the document it means as its ``target``.

    The records given stay as they are; targets of an earlier run do not count.
    """
    ordered = sorted(records, key=lambda record: record["file"])
    book = register(ordered)

    def found(reference: ReferenceRecord, file: str, document: str) -> ReferenceRecord:
        return {**reference, "target": book.find(reference, file, document)}

    def linked(document: DocumentRecord, file: str) -> DocumentRecord:
        references = [found(reference, file, document["id"]) for reference in document["references"]]
        return {**document, "references": references}

    return tuple(
        {**record, "documents": [linked(document, record["file"]) for document in record["documents"]]}
        for record in ordered
    )


def link(records: Iterable[Record], names: Departments) -> tuple[Record, ...]:
    """``records`` with their references resolved and every body under its one name."""
    return name_bodies(resolve(records), names)


def build(records: Sequence[Record]) -> Graph:
    """The graph of ``records``, which ``link`` has linked; the same whatever their order."""
    ordered = sorted(records, key=lambda record: record["file"])
    outside = list(_outside(ordered))
    citations = Citations(reference for reference, _ in outside)
    mentions: defaultdict[str, list[ReferenceRecord]] = defaultdict(list)
    for reference, document in outside:
        mentions[citations.key(reference, document)].append(reference)
    nodes: dict[str, Node] = {}
    for node in (*_nodes(ordered), *starmap(cited_node, mentions.items())):
        nodes.setdefault(node.id, node)
    edges = dict.fromkeys(_edges(ordered, citations))
    return Graph(tuple(nodes[key] for key in sorted(nodes)), tuple(edges))


def _outside(records: Iterable[Record]) -> Iterator[tuple[ReferenceRecord, str]]:
    """References to documents that the corpus lacks, each with the id of the document that makes it."""
    for record in records:
        for document in record["documents"]:
            outside = (reference for reference in document["references"] if not reference["target"])
            yield from ((reference, document["id"]) for reference in outside)


def _nodes(records: Sequence[Record]) -> Iterator[Node]:
    for record in records:
        for document in record["documents"]:
            yield document_node(document, record["file"])
            yield from person_nodes(document["tasks"])
            yield from (task_node(task, record["file"]) for task in document["tasks"])
    yield from body_nodes(document for record in records for document in record["documents"])


def _edges(records: Iterable[Record], citations: Citations) -> Iterator[Edge]:
    for record in records:
        for document in record["documents"]:
            yield from frame_edges(record, document)
            yield from part_edges(record, document)
            yield from reference_edges(record, document, citations)
            yield from task_edges(record, document)
