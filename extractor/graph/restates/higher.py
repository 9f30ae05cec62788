"""Which documents stand above a document: what it forwards, prints, rests on or cites, directly or by steps."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from extractor.graph.elements import Edge

UPWARD = frozenset({"forwards", "based-on", "supplements", "cites"})
"""Relations whose object stands above the subject. What is repealed, amended or answered does not."""


def above(edges: Iterable[Edge]) -> dict[str, tuple[str, ...]]:
    """For every document of the corpus (id of its node) those above it, sorted; never itself.

    A notice that prints or forwards a document only hands it on: the words are those of the enclosure, which
    counts as above the notice. An attachment carries out the document that it is attached to.
    """
    direct = _direct(edges)
    return {node: tuple(sorted(_reached(node, direct) - {node})) for node in sorted(direct)}


def _direct(edges: Iterable[Edge]) -> Mapping[str, set[str]]:
    direct: defaultdict[str, set[str]] = defaultdict(set)
    named: defaultdict[str, set[str]] = defaultdict(set)
    printed: list[tuple[str, str]] = []
    forwarded: set[tuple[str, str]] = set()
    for edge in edges:
        if edge.relation in UPWARD:
            named[edge.subject].add(edge.object)
        if edge.relation == "forwards":
            forwarded.add((edge.subject, edge.object))
        if edge.relation in {"issues", "encloses"}:
            printed.append((edge.subject, edge.object))
        if edge.relation == "attaches":
            direct[edge.object].add(edge.subject)
    for notice, enclosure in printed:
        direct[notice].add(enclosure)
        if (notice, enclosure) not in forwarded:  # what a notice rests on carries the plan that it prints
            direct[enclosure] |= named[notice]
    for node, others in named.items():
        direct[node] |= others
    return direct


def _reached(node: str, direct: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [node]
    while waiting:
        new = {other for other in direct.get(waiting.pop(), ()) if other.startswith("document:")} - found
        found |= new
        waiting += new
    return found
