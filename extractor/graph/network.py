"""The graph as networkx knows it, for questions about paths and neighbourhoods; networkx loads only here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

    from extractor.graph.elements import Graph


def multigraph(graph: Graph) -> nx.MultiDiGraph[str]:
    """A ``MultiDiGraph`` of the same nodes and edges, with the attributes that the graph files hold."""
    import networkx as nx  # noqa: PLC0415 - a run that asks no such question does not wait for it

    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in graph.nodes:
        network.add_node(node.id, label=node.label, kind=node.kind, **dict(node.attributes))
    for key, edge in enumerate(graph.edges):
        network.add_edge(edge.subject, edge.object, key, relation=edge.relation, **edge.evidence())
    return network
