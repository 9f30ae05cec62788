"""The graph as it is kept while a ledger of any size is linked: nodes in a table, edges aside on the disk."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast, overload

from extractor.graph.elements import Because, Edge, Node
from extractor.graph.keeping import Keeping
from extractor.store.lists import Lists
from extractor.store.spool import Spool

if TYPE_CHECKING:
    import sqlite3

    from extractor.graph.elements import EdgeKind, NodeKind

_MAKE = "CREATE TEMP TABLE made (id TEXT PRIMARY KEY, kind TEXT, label TEXT, attributes TEXT) WITHOUT ROWID"
_SELECT = "SELECT id, kind, label, attributes FROM temp.made ORDER BY id"
_Row = tuple[Any, ...]


class KeptNodes(Sequence[Node]):
    """Nodes by id, each once, the first of several with one id."""

    def __init__(self, connection: sqlite3.Connection, nodes: Iterable[Node]) -> None:
        """Put the nodes into a table of this connection alone."""
        self._connection = connection
        connection.execute("DROP TABLE IF EXISTS temp.made")
        connection.execute(_MAKE)
        rows = ((node.id, node.kind, node.label, _packed(node)) for node in nodes)
        connection.execute("BEGIN")
        connection.executemany("INSERT OR IGNORE INTO temp.made VALUES (?, ?, ?, ?)", rows)
        connection.execute("COMMIT")

    def __len__(self) -> int:
        """How many there are."""
        return int(self._connection.execute("SELECT count(*) FROM temp.made").fetchone()[0])

    def __iter__(self) -> Iterator[Node]:
        """One after the other."""
        return (_node(*row) for row in self._connection.execute(_SELECT))

    @overload
    def __getitem__(self, at: int) -> Node: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Node]: ...

    def __getitem__(self, at: int | slice) -> Node | Sequence[Node]:
        """The node at a place, or those of a stretch."""
        return list(self)[at]


class KeptEdges(Sequence[Edge]):
    """Edges in their order."""

    def __init__(self, edges: Iterable[Edge]) -> None:
        """Put the edges aside."""
        self._rows: Spool[_Row] = Spool(map(_row, edges))

    def __len__(self) -> int:
        """How many there are."""
        return len(self._rows)

    def __iter__(self) -> Iterator[Edge]:
        """One after the other."""
        return map(_edge, self._rows)

    @overload
    def __getitem__(self, at: int) -> Edge: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Edge]: ...

    def __getitem__(self, at: int | slice) -> Edge | Sequence[Edge]:
        """The edge at a place, or those of a stretch."""
        return [_edge(row) for row in self._rows[at]] if isinstance(at, slice) else _edge(self._rows[at])


def keeping(connection: sqlite3.Connection) -> Keeping:
    """How a graph is kept beside a ledger."""
    return Keeping(lambda nodes: KeptNodes(connection, nodes), KeptEdges, Spool, Lists)


def _packed(node: Node) -> str:
    return json.dumps(dict(node.attributes), ensure_ascii=False)


def _node(identifier: str, kind: str, label: str, attributes: str) -> Node:
    return Node(identifier, cast("NodeKind", kind), label, tuple(json.loads(attributes).items()))


def _row(edge: Edge) -> _Row:
    return edge.subject, edge.relation, edge.object, _place(edge.because), edge.there and _place(edge.there)


def _place(because: Because) -> tuple[str, int, int, str, str]:
    return because.file, because.start, because.end, because.words, because.rule


def _edge(row: _Row) -> Edge:
    subject, relation, target, because, there = row
    return Edge(subject, cast("EdgeKind", relation), target, Because(*because), Because(*there) if there else None)
