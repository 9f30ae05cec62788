"""Which edges of the graph a person asks for, and the part of the graph that these make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.graph.elements import Graph

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.graph.elements import Edge, EdgeKind, Node

_BODIES = frozenset({"body", "person"})
_DOCUMENTS = frozenset({"document", "cited"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """The conditions on an edge; None: any.

    Attributes:
        relation: what the edge says, any of these.
        body: words in the name of a body or person at one end.
        document: words in the title, number or file of a document at one end.
    """

    relation: tuple[EdgeKind, ...] = ()
    body: str | None = None
    document: str | None = None

    def meets(self, edge: Edge, nodes: Mapping[str, Node]) -> bool:
        """Whether ``edge`` meets all conditions; ``nodes`` are those of its graph by id."""
        ends = (nodes[edge.subject], nodes[edge.object])
        return (
            (not self.relation or edge.relation in self.relation)
            and _named(ends, _BODIES, self.body)
            and _named(ends, _DOCUMENTS, self.document)
        )


def part(graph: Graph, wanted: Wanted) -> Graph:
    """The edges that meet ``wanted`` and the nodes at their ends.

    A task comes with its document and everybody who has a part in it, unless relations are asked for:
    of a document one wants to see who does its tasks, of a body where its tasks stand.
    """
    if wanted == Wanted():
        return graph
    nodes = {node.id: node for node in graph.nodes}
    kept = {edge for edge in graph.edges if wanted.meets(edge, nodes)}
    if not wanted.relation:
        tasks = {end for edge in kept for end in _ends(edge) if nodes[end].kind == "task"}
        kept |= {edge for edge in graph.edges if not tasks.isdisjoint(_ends(edge))}
    ends = {end for edge in kept for end in _ends(edge)}
    return Graph(
        tuple(node for node in graph.nodes if node.id in ends),
        tuple(edge for edge in graph.edges if edge in kept),
    )


def _ends(edge: Edge) -> tuple[str, str]:
    return edge.subject, edge.object


def _named(ends: tuple[Node, Node], kinds: frozenset[str], words: str | None) -> bool:
    return words is None or any(node.kind in kinds and words in _said(node) for node in ends)


def _said(node: Node) -> str:
    return "\n".join((node.label, *(str(value) for _, value in node.attributes)))
