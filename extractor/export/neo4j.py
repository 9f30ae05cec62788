r"""The graph -> two CSV files and the Cypher statements that load them into Neo4j 4.4 or later, once or again.

``LOAD CSV`` reads a backslash in a quoted cell as an escape, or not, as the server is set
(``dbms.import.csv.legacy_quote_escaping``). The cells therefore hold ``␛1`` for it (and ``␛0`` for ``␛``), and
where that happens the statements put it back: what is loaded is the same under either setting.
Source: Neo4j Cypher manual, LOAD CSV; an empty cell is null there, and no property.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from extractor.graph.elements import Attribute, Edge, Graph, Node

    Row = Mapping[str, Attribute]

NODES, EDGES, LOAD = "nodes.csv", "edges.csv", "load.cypher"
EDGE_COLUMNS = ("subject", "relation", "object", "file", "start", "end", "rule", "words")
_ESCAPE, _BACKSLASH = "␛", "\\"
_UNREADABLE = own(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")

_HEAD = """\
// 把 nodes.csv、edges.csv 放进 Neo4j 的 import 文件夹，再执行本文件；可以重复执行。
// Put nodes.csv and edges.csv into Neo4j's import folder, then: cypher-shell -f load.cypher
CREATE CONSTRAINT extractor_node_id IF NOT EXISTS FOR (n:ExtractorNode) REQUIRE n.id IS UNIQUE;
"""
_OF_A_KIND = """\
LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row
WITH row WHERE row.kind = '{kind}'
MERGE (n:ExtractorNode {{id: {id}}})
SET n:{label},
    {properties};
"""
_OF_A_RELATION = """\
LOAD CSV WITH HEADERS FROM 'file:///edges.csv' AS row
WITH row WHERE row.relation = '{relation}'
MATCH (s:ExtractorNode {{id: {subject}}})
MATCH (o:ExtractorNode {{id: {object}}})
MERGE (s)-[r:{type} {{
  file: coalesce({file}, ''), start: {start}, end: {end}, rule: coalesce({rule}, '')
}}]->(o)
SET r.words = {words};
"""


def neo4j_files(graph: Graph) -> dict[str, bytes]:
    """``nodes.csv``, ``edges.csv`` and ``load.cypher`` by name; the same bytes for the same graph.

    Every node is an ``:ExtractorNode`` and bears its kind (``:Document``); every relation is a type of its own
    (``:RESPONSIBLE_FOR``) with the evidence as its properties. Loading again changes only what is new.
    """
    nodes, edges = list(map(_node, graph.nodes)), list(map(_edge, graph.edges))
    tables = {NODES: _table(_columns(nodes), nodes), EDGES: _table(EDGE_COLUMNS, edges)}
    escaped = any(_ESCAPE.encode() in table for table in tables.values())
    return {**tables, LOAD: "\n".join(_statements(nodes, edges, escaped=escaped)).encode()}


def _statements(nodes: Sequence[Row], edges: Sequence[Row], *, escaped: bool) -> Iterator[str]:
    yield _HEAD
    for kind in sorted({str(node["kind"]) for node in nodes}):
        read = _readings([node for node in nodes if node["kind"] == kind], escaped=escaped)
        properties = ",\n    ".join(f"n.`{name}` = {value}" for name, value in read.items() if name != "id")
        yield _OF_A_KIND.format(kind=kind, label=kind.capitalize(), id=read["id"], properties=properties)
    read = _readings(edges, escaped=escaped)
    for relation in sorted({str(edge["relation"]) for edge in edges}):
        kind = relation.upper().replace("-", "_")
        yield _OF_A_RELATION.format(**{**read, "relation": relation, "type": kind})


def _readings(rows: Iterable[Row], *, escaped: bool) -> dict[str, str]:
    """How each column of ``rows`` is read: as a whole number, as it stands, or with its backslashes put back."""

    def reading(name: str, value: Attribute) -> str:
        if isinstance(value, int):
            return f"toInteger(row.`{name}`)"
        cell = f"row.`{name}`"
        return f"replace(replace({cell}, '␛1', '\\\\'), '␛0', '␛')" if escaped else cell

    return {name: reading(name, value) for row in rows for name, value in row.items()}


def _columns(nodes: Iterable[Row]) -> list[str]:
    return list(dict.fromkeys(("id", "kind", "label", *sorted({name for node in nodes for name in node}))))


def _node(node: Node) -> Row:
    return {"id": node.id, "kind": node.kind, "label": node.label, **dict(node.attributes)}


def _edge(edge: Edge) -> Row:
    because = edge.because
    places = (because.file, because.start, because.end, because.rule, because.words)
    return dict(zip(EDGE_COLUMNS, (edge.subject, edge.relation, edge.object, *places), strict=True))


def _table(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column, "")) for column in columns] for row in rows)
    return text.getvalue().encode()


def _cell(value: Attribute) -> str:
    """A cell that reads the same under every setting of the server; control characters go."""
    return _UNREADABLE.sub("", str(value)).replace(_ESCAPE, f"{_ESCAPE}0").replace(_BACKSLASH, f"{_ESCAPE}1")
