"""The graph as the ledger holds it, without linking all records anew."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from extractor.export.csv_tables import link_row
from extractor.graph.elements import Because, Edge, Graph, Node

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from extractor.graph.elements import EdgeKind, NodeKind
    from extractor.store.cells import Row

_EDGES = "SELECT subject, relation, object, there, file, start, stop, words, rule FROM edges ORDER BY key"


_LINKS = (
    "SELECT starts.label, edges.relation, ends.label, starts.kind, ends.kind, edges.words, edges.file FROM edges "
    "JOIN nodes AS starts ON starts.id = edges.subject JOIN nodes AS ends ON ends.id = edges.object ORDER BY edges.key"
)


def stored_link_rows(connection: sqlite3.Connection) -> Iterator[Row]:
    """A row an edge, for ``links.csv``."""
    for start, relation, end, start_kind, end_kind, words, file in connection.execute(_LINKS):
        yield link_row((start, start_kind), relation, (end, end_kind), (words, file))


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
