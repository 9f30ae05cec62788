"""Which documents stand above a document, found apart: everybody hears what those above it hear."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.graph.elements import Edge
from extractor.graph.restates.higher import UPWARD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.graph.apart.flow import Flow, Message

_DOCUMENT = "document:"


def above(edges: Flow) -> Flow:
    """Node of a document → the nodes of all documents above it; see ``restates.higher``."""
    state = edges.each(_upward).together(_direct).together(_begin)
    while not state.each(_news).is_empty():
        state = state.each(_tell).together(_learn)
    return state.each(lambda node, known: [(node, known[0] - {node})] if known[0] - {node} else [])


def _upward(_key: str, edge: Any) -> Iterator[Message]:  # noqa: ANN401 - nodes pass by
    if not isinstance(edge, Edge):
        return
    if edge.relation in UPWARD or edge.relation in {"issues", "encloses"}:
        yield edge.subject, edge
    if edge.relation == "attaches":
        yield edge.object, edge.subject


def _direct(node: str, values: list[Edge | str]) -> Iterator[Message]:
    """Who stands right above: a notice carries what it rests on over to the plan that it prints."""
    edges = [value for value in values if isinstance(value, Edge)]
    named = {edge.object for edge in edges if edge.relation in UPWARD}
    forwarded = {edge.object for edge in edges if edge.relation == "forwards"}
    printed = {edge.object for edge in edges if edge.relation not in UPWARD}
    yield node, {value for value in values if isinstance(value, str)} | named | printed
    yield from ((enclosure, named) for enclosure in printed - forwarded)


def _begin(node: str, values: list[set[str]]) -> Iterator[Message]:
    known = frozenset(other for others in values for other in others if other.startswith(_DOCUMENT))
    yield node, (known, frozenset(), True)


def _news(node: str, state: tuple[Any, Any, bool]) -> Iterator[Message]:
    if state[2]:
        yield node, None


def _tell(node: str, state: tuple[frozenset[str], frozenset[str], bool]) -> Iterator[Message]:
    """All that is known goes to who listens; who has news listens to all it knows."""
    known, listening, news = state
    yield node, ("is", state)
    if news:
        yield from ((other, ("listens", frozenset({node}))) for other in known)
        yield from ((other, ("told", known)) for other in listening)


def _learn(node: str, values: list[tuple[str, Any]]) -> Iterator[Message]:
    empty: frozenset[str] = frozenset()
    known, listening, _ = next((value for kind, value in values if kind == "is"), (empty, empty, False))
    told = empty.union(*(value for kind, value in values if kind == "told"))
    listens = empty.union(*(value for kind, value in values if kind == "listens"))
    news = not (told <= known and listens <= listening)
    yield node, (known | told, listening | listens, news)
