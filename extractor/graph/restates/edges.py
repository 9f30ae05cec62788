"""``restates`` edges: from a task to the task of a higher document that it repeats."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import product
from typing import TYPE_CHECKING

from extractor.graph.document_edges import because
from extractor.graph.elements import Edge
from extractor.graph.restates.alike import PIECE, RUN, shared
from extractor.graph.restates.higher import above
from extractor.graph.restates.words import GAP, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.graph.restates.alike import Shared
    from extractor.graph.restates.words import Words
    from extractor.graph.versions.merged import Printing

RULE = "graph.restates"
_COMMON = 3  # what stands in more tasks of a document is a turn of phrase

Pieces = dict[str, list["Words"]]
"""Runs of eight words → the tasks of a document that they stand in."""


def restated_edges(documents: Iterable[Printing], edges: Sequence[Edge]) -> Iterator[Edge]:
    """An edge from every task to the task it repeats most of, one for every higher document.

    Evidence are the longest words that both share, where they stand in the lower task and where in the higher.
    """
    printed = {f"document:{each.document['id']}": each for each in documents if each.document["tasks"]}
    cut: dict[str, Pieces] = {}

    def cut_up(node: str) -> Pieces:
        if node not in cut:
            cut[node] = pieces(printed[node])
        return cut[node]

    for node, higher in above(edges).items():
        for other in higher if node in printed else ():
            if other in printed:
                yield from between(cut_up(node), cut_up(other))


def pieces(printing: Printing) -> Pieces:
    """All runs of eight words in the tasks of a document, and the tasks that they stand in."""
    found: defaultdict[str, dict[str, Words]] = defaultdict(dict)
    for task in printing.document["tasks"]:
        words = words_of(printing.record, task)
        for at in range(len(words.words) - PIECE + 1):
            piece = words.words[at : at + PIECE]
            if GAP not in piece:
                found[piece][task["id"]] = words
    return {piece: list(tasks.values()) for piece, tasks in found.items() if len(tasks) <= _COMMON}


def between(lower: Pieces, higher: Pieces) -> Iterator[Edge]:
    """The edges from the tasks of one document to those of another."""
    best: dict[str, tuple[Shared, Words, Words]] = {}
    for here, there in _candidates(lower, higher):
        found = shared(here, there)
        known = best.get(here.task["id"])
        if found and (known is None or found.total > known[0].total):
            best[here.task["id"]] = (found, here, there)
    for found, here, there in best.values():
        yield _edge(found, here, there)


def _candidates(lower: Pieces, higher: Pieces) -> Iterator[tuple[Words, Words]]:
    """Pairs of tasks that share pieces enough for a run that says something."""
    named: dict[tuple[str, str], tuple[Words, Words]] = {}
    common: Counter[tuple[str, str]] = Counter()
    for piece in lower.keys() & higher.keys():
        for here, there in product(lower[piece], higher[piece]):
            pair = (here.task["id"], there.task["id"])
            named[pair] = (here, there)
            common[pair] += 1
    return (named[pair] for pair, pieces in sorted(common.items()) if pieces > RUN - PIECE)


def _edge(found: Shared, here: Words, there: Words) -> Edge:
    lower = because(here.record, list(here.stretch(found.here, found.length)), RULE)
    higher = because(there.record, list(there.stretch(found.there, found.length)), RULE)
    return Edge(f"task:{here.task['id']}", "restates", f"task:{there.task['id']}", lower, higher)
