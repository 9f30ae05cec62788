"""Nodes and edges found apart: what several files say of one node or edge meets, and is said once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.graph.apart.cited import Outside
from extractor.graph.cited import Citations
from extractor.graph.document_edges import because, frame_edges, part_edges, reference_edges
from extractor.graph.nodes import bodies_of, body_id, body_node, cited_node, person_nodes, said_of, task_node
from extractor.graph.task_edges import task_edges
from extractor.graph.versions.node import version_node

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.graph.apart.cited import Order
    from extractor.graph.apart.flow import Message
    from extractor.graph.elements import Edge, Node
    from extractor.graph.versions.found import Versions
    from extractor.graph.versions.merged import Printing


def said(printing: Printing, order: Order, versions: Versions) -> Iterator[Message]:
    """What a document says of nodes and edges; references to documents outside go under ``outside``."""
    record, document = printing.record, printing.document
    for node in (*_own(printing, order, versions), *person_nodes(document["tasks"])):
        yield f"node {node.id}", (order, node)
    for task in document["tasks"]:
        node = task_node(task, record["file"])
        yield f"node {node.id}", (order, node)
    for at, body in enumerate(bodies_of(document).values()):
        yield f"body {body_id(body['home'], body['canonical'])}", ((order, at), body)
    for edge in dict.fromkeys(_edges(printing)):
        yield f"edge {edge.subject} {edge.relation} {edge.object}", (order, edge)
    for at, reference in enumerate(document["references"]):
        if not reference["target"]:
            why = because(record, reference["span"], reference["rule"])
            yield "outside", Outside(reference, document["id"], order, at, why)


def _own(printing: Printing, order: Order, versions: Versions) -> Iterator[Node]:
    """The node of the document, said by the version that holds."""
    if not order[0]:
        yield version_node(printing, versions)


def _edges(printing: Printing) -> Iterator[Edge]:
    record, document = printing.record, printing.document
    inside = [reference for reference in document["references"] if reference["target"]]
    yield from frame_edges(record, document)
    yield from part_edges(record, document)
    yield from reference_edges(record, {**document, "references": inside}, Citations(()))
    yield from task_edges(record, document)


def cited_edges(key: str, values: list[Outside]) -> Iterator[Message]:
    """The node of a cited document, and the edges to it."""
    ordered = sorted(values, key=lambda each: (each.order, each.at))
    node = cited_node(key, [said_of(each.reference) for each in ordered])
    yield f"node {node.id}", (ordered[0].order, node)
    for each in ordered:
        edge = each.edge(key)
        yield f"edge {edge.subject} {edge.relation} {edge.object}", (each.order, edge)


def once(key: str, values: list[Any]) -> Iterator[Message]:
    """A node as the first document has it, a body with all its forms, an edge as the first document shows it."""
    kind, _, name = key.partition(" ")
    if kind == "edge":
        first = min(order for order, _ in values)
        edges = dict.fromkeys(edge for order, edge in values if order == first)
        yield from ((name, edge) for edge in edges)
    elif kind == "node":
        yield name, min(values, key=lambda value: (value[0], str(value[1])))[1]
    elif kind == "body":
        yield name, body_node(name, [body for _, body in sorted(values, key=lambda value: value[0])])
    elif kind == "owning":
        yield key, values[0]
    else:
        yield from ((key, value) for value in values)
