"""What the graph is made of: nodes, edges, and the evidence that every edge has to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

NodeKind = Literal["document", "cited", "body", "person", "task"]
EdgeKind = Literal[
    "issued", "addressed-to", "copied-to",
    "forwards", "issues", "based-on", "repeals", "amends", "answers", "supplements", "cites",
    "encloses", "attaches", "contains",
    "leads", "supports", "responsible-for", "acts-on",
    "restates",
]  # fmt: skip
Attribute = str | int
"""What a node or edge may carry: nothing that Gephi could not read."""


@dataclass(frozen=True, slots=True)
class Node:
    """A document, cited document, body, person or task.

    ``id`` is ``kind:key`` and comes from content: the id of a document or task, the canonical name of a body,
    the number or title of a cited document. ``label`` is what a reader sees.
    """

    id: str
    kind: NodeKind
    label: str
    attributes: tuple[tuple[str, Attribute], ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Because:
    """Why an edge is there: the words at ``start`` … ``end`` of a file's text, and the rule they fit."""

    file: str
    start: int
    end: int
    words: str
    rule: str

    def shown(self, before: str = "") -> dict[str, Attribute]:
        """Its fields by name, ``before`` standing in front of every name."""
        names = ("words", "file", "start", "end", "rule")
        return {before + name: getattr(self, name) for name in names}


@dataclass(frozen=True, slots=True)
class Edge:
    """``subject`` stands in ``relation`` to ``object`` (ids of nodes), because of words in a file.

    ``there`` is the other place of words that stand in two: in the task that is restated.
    """

    subject: str
    relation: EdgeKind
    object: str
    because: Because
    there: Because | None = None

    def evidence(self) -> dict[str, Attribute]:
        """The words and their places, as the files of the graph hold them; ``there_…`` for the other place."""
        there = self.there.shown("there_") if self.there else {}
        return {**self.because.shown(), **there}


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes by id and edges, in an order that does not depend on the order of the files."""

    nodes: Sequence[Node] = ()
    edges: Sequence[Edge] = ()
