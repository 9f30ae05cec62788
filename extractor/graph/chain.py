"""The way from the highest document down to a notice: 上级文件 → 转发 → 本级通知 → 印发件."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.graph.restates.higher import UPWARD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from extractor.graph.elements import Edge, Graph

_ORDER = ("forwards", "issues", "encloses", "attaches", "based-on", "supplements", "cites")
DOWNWARD = frozenset(_ORDER) - UPWARD
"""Relations whose subject stands above the object: what is printed below the notice that hands it on."""
_Step = tuple[str, "Edge"]


@dataclass(frozen=True, slots=True)
class Rung:
    """A document of the chain.

    Attributes:
        node: id of its node.
        level: how many steps it stands below the highest of those above it; 0 for the highest.
        above: the documents right above it, each with the edge that says so. The edge of a document that is
            forwarded or cited points up (this → that), the edge of one that is printed points down.
    """

    node: str
    level: int
    above: tuple[_Step, ...]


def chain(graph: Graph, nodes: Sequence[str]) -> tuple[Rung, ...]:
    """All documents above ``nodes`` and those themselves, each once and after all that stand above it.

    What names each other in a circle is cut where the circle closes.
    """
    steps = _steps(graph.edges)
    rungs: dict[str, Rung] = {}
    for node in nodes:
        _climb(node, steps, rungs)
    return tuple(rungs.values())


def below(graph: Graph, nodes: Iterable[str]) -> tuple[Edge, ...]:
    """The edges by which documents outside ``nodes`` forward, rest on or cite one of them."""
    these = set(nodes)
    return tuple(
        edge
        for edge in graph.edges
        if edge.relation in UPWARD and edge.object in these and edge.subject not in these
    )


def _steps(edges: Sequence[Edge]) -> Mapping[str, list[_Step]]:
    """For every document those right above it; one edge for two documents, the one that says most."""
    forwarded = {(edge.subject, edge.object) for edge in edges if edge.relation == "forwards"}
    best: dict[tuple[str, str], Edge] = {}
    for edge in edges:
        if edge.relation not in _ORDER or (
            edge.relation not in UPWARD and (edge.subject, edge.object) in forwarded
        ):
            continue
        up = edge.relation in UPWARD
        pair = (edge.subject, edge.object) if up else (edge.object, edge.subject)
        known = best.get(pair)
        if known is None or _ORDER.index(edge.relation) < _ORDER.index(known.relation):
            best[pair] = edge
    steps: defaultdict[str, list[_Step]] = defaultdict(list)
    for (lower, higher), edge in sorted(best.items(), key=lambda item: (_ORDER.index(item[1].relation), item[0])):
        steps[lower].append((higher, edge))
    return steps


def _climb(start: str, steps: Mapping[str, list[_Step]], rungs: dict[str, Rung]) -> None:
    """Enter ``start`` into ``rungs`` behind all that stand above it; a loop, for chains may be long."""
    waiting, open_nodes = [start], set[str]()
    while waiting:
        node = waiting[-1]
        unseen = [each for each, _ in steps.get(node, ()) if each not in rungs and each not in open_nodes]
        if node not in rungs and unseen:
            open_nodes.add(node)
            waiting.extend(reversed(unseen))
            continue
        waiting.pop()
        if node not in rungs:
            above = tuple(step for step in steps.get(node, ()) if step[0] in rungs)
            level = 1 + max((rungs[higher].level for higher, _ in above), default=-1)
            rungs[node] = Rung(node, level, above)
