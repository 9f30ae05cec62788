"""Which documents stand above a document: what it forwards, prints, rests on or cites, directly or by steps."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.graph.keeping import IN_MEMORY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from extractor.graph.elements import Edge
    from extractor.graph.keeping import Keeping, Lists

UPWARD = frozenset({"forwards", "based-on", "supplements", "cites"})
"""Relations whose object stands above the subject. What is repealed, amended or answered does not."""
_REMEMBERED = 10_000  # documents, with those right above them
_Tie = tuple[str, str]


def above(edges: Iterable[Edge], keeping: Keeping = IN_MEMORY) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every document of the corpus (id of its node) that has others above it, with these, sorted; never itself.

    A notice that prints or forwards a document only hands it on: the words are those of the enclosure, which
    counts as above the notice. An attachment carries out the document that it is attached to.
    """
    lists = keeping.lists()
    for edge in edges:
        for node, tie in _ties(edge):
            lists.add(node, tie)

    @lru_cache(_REMEMBERED)
    def direct(node: str) -> frozenset[str]:
        return frozenset(_direct(node, lists))

    for node in lists.words():
        higher = _reached(node, direct) - {node}
        if higher:
            yield node, tuple(sorted(higher))


def _ties(edge: Edge) -> Iterator[tuple[str, _Tie]]:
    """What an edge says of the documents at its ends."""
    if edge.relation in UPWARD:
        yield edge.subject, ("names", edge.object)
    if edge.relation == "forwards":
        yield edge.subject, ("forwards", edge.object)
    if edge.relation in {"issues", "encloses"}:
        yield edge.subject, ("prints", edge.object)
        yield edge.object, ("printed by", edge.subject)
    if edge.relation == "attaches":
        yield edge.object, ("attached to", edge.subject)


def _direct(node: str, lists: Lists) -> Iterator[str]:
    ties = lists.of(node)
    yield from (other for tie, other in ties if tie in {"names", "prints", "attached to"})
    for notice in (other for tie, other in ties if tie == "printed by"):
        its = lists.of(notice)
        if ("forwards", node) not in its:  # what a notice rests on carries the plan that it prints
            yield from (other for tie, other in its if tie == "names")


def _reached(node: str, direct: Callable[[str], frozenset[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [node]
    while waiting:
        new = {other for other in direct(waiting.pop()) if other.startswith("document:")} - found
        found |= new
        waiting += new
    return found
