"""The graph as the ledger holds it, without linking all records anew."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from extractor.graph.elements import Because, Edge, Graph, Node

if TYPE_CHECKING:
    import sqlite3

    from extractor.graph.elements import EdgeKind, NodeKind

_EDGES = "SELECT subject, relation, object, there, file, start, stop, words, rule FROM edges ORDER BY key"


def stored_graph(connection: sqlite3.Connection) -> Graph:
    """The graph that the last run left."""
    nodes = connection.execute("SELECT id, kind, label, attributes FROM nodes ORDER BY id")
    edges = connection.execute(_EDGES)
    return Graph(
        tuple(_node(*row) for row in nodes),
        tuple(_edge(*row) for row in edges),
    )


def _edge(subject: str, relation: str, target: str, there: str, *because: str | int) -> Edge:
    other = json.loads(there) if there else None
    return Edge(subject, cast("EdgeKind", relation), target, Because(*because), Because(**other) if other else None)  # type: ignore[arg-type]  # columns as they were written


def _node(identifier: str, kind: str, label: str, attributes: str) -> Node:
    found = json.loads(attributes)
    found.pop("called", None)
    return Node(identifier, cast("NodeKind", kind), label, tuple(found.items()))
