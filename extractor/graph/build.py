"""Records of all files -> the graph: who issued what, who has to do what, what rests on what."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from extractor.graph.bodies.naming import name_bodies
from extractor.graph.cited import Citations
from extractor.graph.document_edges import frame_edges, part_edges, reference_edges
from extractor.graph.elements import Graph
from extractor.graph.keeping import IN_MEMORY
from extractor.graph.nodes import body_nodes, cited_node, person_nodes, said_of, task_node
from extractor.graph.order import by_file
from extractor.graph.resolve import targets
from extractor.graph.restates.edges import restated_edges
from extractor.graph.task_edges import task_edges
from extractor.graph.versions.found import versions_of
from extractor.graph.versions.merged import printings
from extractor.graph.versions.node import version_node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.graph.elements import Edge, Node
    from extractor.graph.keeping import Keeping
    from extractor.graph.versions.found import Versions
    from extractor.graph.versions.merged import Printing, Printings
    from extractor.model.record import DocumentRecord, Record, ReferenceRecord
    from extractor.rules.bodies.departments import Departments


def resolve(records: Iterable[Record], versions: Versions | None = None) -> tuple[Record, ...]:
    """``records`` by file name, every reference with the id of the document it means as its ``target``.

    The records given stay as they are; targets of an earlier run do not count. ``versions`` are found here when
    they are not known yet.
    """
    return tuple(resolved(by_file(records), versions))


def resolved(
    ordered: Sequence[Record], versions: Versions | None = None, keeping: Keeping = IN_MEMORY
) -> Iterator[Record]:
    """The same for records in the order of their files, one after the other."""
    meant = targets(ordered, versions or versions_of(ordered), keeping)
    for record, ids in zip(ordered, meant, strict=True):
        yield {**record, "documents": [_linked(*each) for each in zip(record["documents"], ids, strict=True)]}


def _linked(document: DocumentRecord, ids: Sequence[str | None]) -> DocumentRecord:
    references: list[ReferenceRecord] = [
        {**reference, "target": meant} for reference, meant in zip(document["references"], ids, strict=True)
    ]
    return {**document, "references": references}


def link(records: Iterable[Record], names: Departments, versions: Versions | None = None) -> tuple[Record, ...]:
    """``records`` with their references resolved and every body under its one name."""
    return name_bodies(resolve(records, versions), names)


def build(records: Sequence[Record], versions: Versions | None = None, keeping: Keeping = IN_MEMORY) -> Graph:
    """The graph of ``records``, which ``link`` has linked; the same whatever their order.

    All versions of a document are one node. Its edges are those of the version that holds, and those that only
    other versions show; its tasks are those of the version that holds.
    """
    known = versions or versions_of(records)
    documents = printings(records, known)
    outside = keeping.plain(_outside(documents))
    citations = Citations(_References(outside), keeping=keeping)
    nodes = keeping.nodes(chain(_nodes(documents, known), _cited(outside, citations, keeping)))
    plain = keeping.edges(_once(documents, citations, known))
    return Graph(nodes, keeping.edges(chain(plain, restated_edges(documents, plain, keeping))))


def _outside(documents: Iterable[Printing]) -> Iterator[tuple[ReferenceRecord, str]]:
    """References to documents that the corpus lacks, each with the key of the document that makes it."""
    for each in documents:
        outside = (reference for reference in each.document["references"] if not reference["target"])
        yield from ((reference, each.document["id"]) for reference in outside)


class _References:
    """The references alone, as often as somebody goes through them."""

    def __init__(self, outside: Sequence[tuple[ReferenceRecord, str]]) -> None:
        self._outside = outside

    def __iter__(self) -> Iterator[ReferenceRecord]:
        return (reference for reference, _ in self._outside)


def _cited(
    outside: Iterable[tuple[ReferenceRecord, str]], citations: Citations, keeping: Keeping
) -> Iterator[Node]:
    mentions = keeping.lists()
    for reference, document in outside:
        mentions.add(citations.key(reference, document), said_of(reference))
    yield from (cited_node(key, mentions.of(key)) for key in mentions.words())


def _nodes(documents: Printings, versions: Versions) -> Iterator[Node]:
    for each in documents:
        yield version_node(each, versions)
        yield from person_nodes(each.document["tasks"])
        yield from (task_node(task, each.record["file"]) for task in each.document["tasks"])
    yield from body_nodes(each.document for each in documents)


def _once(documents: Iterable[Printing], citations: Citations, versions: Versions) -> Iterator[Edge]:
    """The edges of all documents; what one version shows already is not taken from another."""
    shown: dict[tuple[str, str, str], int] = {}
    for number, each in enumerate(documents):
        edges = dict.fromkeys(_edges(each, citations))
        if not versions.is_shared(each.document["id"]):  # no other printing has edges of this document
            yield from edges
            continue
        for edge in edges:
            if shown.setdefault((edge.subject, edge.relation, edge.object), number) == number:
                yield edge


def _edges(printing: Printing, citations: Citations) -> Iterator[Edge]:
    record, document = printing.record, printing.document
    yield from frame_edges(record, document)
    yield from part_edges(record, document)
    yield from reference_edges(record, document, citations)
    yield from task_edges(record, document)
