"""How the graph is kept while it is made: in memory as it stands here; whoever has too much of it, elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

if TYPE_CHECKING:
    from extractor.graph.elements import Edge, Node

Kept: TypeAlias = Callable[[Iterable[Any]], Sequence[Any]]


class Lists(Protocol):
    """Word → values, in the order in which they were added, each once."""

    def add(self, word: str, value: Any) -> None:  # noqa: ANN401 - words, numbers, or tuples of these
        """Put a value behind the others under a word, unless it is among them."""

    def of(self, word: str) -> list[Any]:
        """The values under a word."""

    def words(self) -> Iterable[str]:
        """All words with values, sorted."""


class ListsHere:
    """Lists in memory."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._values: defaultdict[str, dict[Any, None]] = defaultdict(dict)

    def add(self, word: str, value: Any) -> None:  # noqa: ANN401 - as above
        """Put a value behind the others under a word, unless it is among them."""
        self._values[word][value] = None

    def of(self, word: str) -> list[Any]:
        """The values under a word."""
        return list(self._values.get(word, ()))

    def words(self) -> Iterable[str]:
        """All words with values, sorted."""
        return sorted(self._values)


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
        lists: keeps values under words; what is under a word is asked for when all is added.
    """

    nodes: Callable[[Iterable[Node]], Sequence[Node]] = sorted_once
    edges: Callable[[Iterable[Edge]], Sequence[Edge]] = tuple
    plain: Kept = tuple
    lists: Callable[[], Lists] = ListsHere


IN_MEMORY = Keeping()
