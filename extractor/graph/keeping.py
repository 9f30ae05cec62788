"""How the graph is kept while it is made: in memory as it stands here; whoever has too much of it, elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from extractor.graph.elements import Edge, Node

Kept: TypeAlias = Callable[[Iterable[Any]], Sequence[Any]]


def sorted_once(nodes: Iterable[Node]) -> Sequence[Node]:
    """The nodes by id, each once; of several with one id the first."""
    known: dict[str, Node] = {}
    for node in nodes:
        known.setdefault(node.id, node)
    return tuple(known[key] for key in sorted(known))


@dataclass(frozen=True, slots=True)
class Keeping:
    """What becomes of things that are made one after the other.

    Attributes:
        nodes: keeps nodes, by id, each once; see ``sorted_once``.
        edges: keeps edges in their order.
        plain: keeps tuples of words and numbers.
    """

    nodes: Callable[[Iterable[Node]], Sequence[Node]] = sorted_once
    edges: Callable[[Iterable[Edge]], Sequence[Edge]] = tuple
    plain: Kept = tuple


IN_MEMORY = Keeping()
