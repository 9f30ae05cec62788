"""What lies around one node of the graph, step by step along its edges, without reading the rest of the graph."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Sequence

_AT_ONCE = 500  # values in one statement
_ROWS = 20_000  # edges looked at in one step: a body of a big ledger has no more, a law that all cite may
_ORDER = {"document": 0, "cited": 1, "body": 2, "person": 3, "task": 4}
_NAMED = ("document", "cited", "body", "person")
_NODES = "SELECT id, kind, label, attributes FROM nodes WHERE id IN ({marks})"
_FAR = """
SELECT {far} FROM edges WHERE {near} IN ({marks}){relations} LIMIT {limit}
"""
_CALLED = """
SELECT id, kind, label, attributes FROM nodes
WHERE ({ranges}) AND (instr(label, ?) OR instr(attributes, ?)) ORDER BY label <> ?, length(label), id LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class NodeAnswer:
    """A node of the graph; ``attributes`` as the graph holds them."""

    id: str
    kind: str
    label: str
    attributes: dict[str, str | int]

    def said(self, name: str) -> str:
        """An attribute in words; empty when the node has none of the name."""
        return str(self.attributes.get(name, ""))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What was found around a node.

    Attributes:
        nodes: their ids, the start first, nearer ones before farther ones.
        step: the step in which not all could be taken; 0: all were.
        left: how many of that step were left out, as far as they were counted.
        counted: whether ``left`` is all of them.
    """

    nodes: tuple[str, ...]
    step: int = 0
    left: int = 0
    counted: bool = True


def around(
    connection: sqlite3.Connection, start: str, steps: int, relations: Collection[str], most: int
) -> Surroundings:
    """The nodes up to ``steps`` edges away, at most ``most``; ``relations``: along these only, empty: all.

    Documents come before bodies, and those before tasks, where not all of a step can be taken.
    """
    known = {start: 0}
    border: list[str] = [start]
    for step in range(1, steps + 1):
        reached, whole = _next(connection, border, relations)
        new = sorted(reached - known.keys(), key=_rank)
        border = new[: most - len(known)]
        known.update(dict.fromkeys(border, step))
        if len(border) < len(new) or not whole:
            return Surroundings(tuple(known), step, len(new) - len(border), counted=whole)
    return Surroundings(tuple(known))


def node_of(connection: sqlite3.Connection, identifier: str) -> NodeAnswer | None:
    """The node of that id, if there is one."""
    row = connection.execute(_NODES.format(marks="?"), (identifier,)).fetchone()
    return _answer(row) if row else None


def nodes_called(
    connection: sqlite3.Connection, words: str, limit: int, kinds: Sequence[str] = _NAMED
) -> list[NodeAnswer]:
    """Nodes with ``words`` in their name, number or file; one whose whole name it is goes first."""
    if not words:
        return []
    # Ids begin with the kind: tasks, of which there are most, are not looked at.
    ranges = " OR ".join(["id >= ? AND id < ?"] * len(kinds))
    ends = [end for kind in kinds for end in (f"{kind}:", f"{kind};")]
    rows = connection.execute(_CALLED.format(ranges=ranges), (*ends, words, words, words, limit))
    return [_answer(row) for row in rows]


def document_in(connection: sqlite3.Connection, file: str) -> str | None:
    """The id of the first document of a file; None when there is no such file."""
    row = connection.execute("SELECT id FROM documents WHERE file = ? ORDER BY key LIMIT 1", (file,)).fetchone()
    return str(row[0]) if row else None


def _next(
    connection: sqlite3.Connection, border: Sequence[str], relations: Collection[str]
) -> tuple[set[str], bool]:
    """The other ends of all edges of ``border``, and whether these were all."""
    reached: set[str] = set()
    left = _ROWS
    for some in _portions(border):
        for near, far in (("subject", "object"), ("object", "subject")):
            only = f" AND relation IN ({_marks(relations)})" if relations else ""
            statement = _FAR.format(far=far, near=near, marks=_marks(some), relations=only, limit=left)
            rows = connection.execute(statement, (*some, *relations)).fetchall()
            reached.update(row[0] for row in rows)
            left -= len(rows)
            if left <= 0:
                return reached, False
    return reached, True


def _portions(several: Sequence[str]) -> Iterator[Sequence[str]]:
    return (several[start : start + _AT_ONCE] for start in range(0, len(several), _AT_ONCE))


def _marks(values: Iterable[str]) -> str:
    return ", ".join("?" for _ in values)


def _rank(identifier: str) -> tuple[int, str]:
    return _ORDER.get(identifier.partition(":")[0], len(_ORDER)), identifier


def _answer(row: sqlite3.Row) -> NodeAnswer:
    identifier, kind, label, attributes = row
    return NodeAnswer(identifier, kind, label, json.loads(attributes))
