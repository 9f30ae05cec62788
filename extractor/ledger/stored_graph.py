"""The graph as the ledger holds it, without linking all records anew."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from extractor.export.csv_tables import link_row
from extractor.graph.elements import Because, Edge, Graph, Node

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator

    from extractor.graph.elements import EdgeKind, NodeKind
    from extractor.store.cells import Row

_COLUMNS = "subject, relation, object, there, file, start, stop, words, rule"
_EDGES = f"SELECT {_COLUMNS} FROM edges ORDER BY key"  # noqa: S608 - columns of our own
_NODES = (
    "SELECT id, kind, label, attributes FROM nodes WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
)
# Of every edge one end at least is a document, a task or a cited document, and these have few edges each: whoever
# began at the bodies would go through half the graph.
_WITHIN = f"""
WITH wanted(id) AS MATERIALIZED (SELECT value FROM json_each(?)),
     few(id) AS MATERIALIZED (SELECT id FROM wanted WHERE NOT (id GLOB 'body:*' OR id GLOB 'person:*'))
SELECT DISTINCT key, {_COLUMNS} FROM (
    SELECT edges.* FROM few CROSS JOIN edges ON edges.subject = few.id
    UNION ALL SELECT edges.* FROM few CROSS JOIN edges ON edges.object = few.id
) WHERE subject IN (SELECT id FROM wanted) AND object IN (SELECT id FROM wanted) ORDER BY key
"""  # noqa: S608 - columns of our own


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


def part_of_graph(
    connection: sqlite3.Connection, nodes: Collection[str], relations: Collection[str] = ()
) -> Graph:
    """The nodes with these ids, and the edges between them; of ``relations`` only, where any are named."""
    wanted = json.dumps(sorted(nodes))
    found = connection.execute(_NODES, (wanted,))
    edges = (_edge(*row[1:]) for row in connection.execute(_WITHIN, (wanted,)))
    kept = tuple(edge for edge in edges if not relations or edge.relation in relations)
    return Graph(tuple(_node(*row) for row in found), kept)


def _edge(subject: str, relation: str, target: str, there: str, *because: str | int) -> Edge:
    other = json.loads(there) if there else None
    return Edge(subject, cast("EdgeKind", relation), target, Because(*because), Because(**other) if other else None)  # type: ignore[arg-type]  # columns as they were written


def _node(identifier: str, kind: str, label: str, attributes: str) -> Node:
    found = json.loads(attributes)
    found.pop("called", None)
    return Node(identifier, cast("NodeKind", kind), label, tuple(found.items()))
