"""``restates`` edges: from a task to the task of a higher document that it repeats."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from itertools import count, product
from typing import TYPE_CHECKING

from extractor.graph.document_edges import because
from extractor.graph.elements import Edge
from extractor.graph.keeping import IN_MEMORY
from extractor.graph.restates.alike import PIECE, RUN, shared
from extractor.graph.restates.higher import above
from extractor.graph.restates.words import GAP, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.graph.keeping import Keeping
    from extractor.graph.restates.alike import Shared
    from extractor.graph.restates.words import Words
    from extractor.graph.versions.merged import Printing, Printings

RULE = "graph.restates"
_COMMON = 3  # what stands in more tasks of a document is a turn of phrase
_REMEMBERED = 200  # documents cut into pieces

Pieces = dict[str, list["Words"]]
"""Runs of eight words → the tasks of a document that they stand in."""


def restated_edges(
    documents: Printings, edges: Iterable[Edge], keeping: Keeping = IN_MEMORY
) -> Iterator[Edge]:
    """An edge from every task to the task it repeats most of, one for every higher document.

    Evidence are the longest words that both share, where they stand in the lower task and where in the higher.
    """
    order = keeping.plain(above(edges, keeping))
    concerned = keeping.lists()
    for node in (node for lower, higher in order for node in (lower, *higher)):
        concerned.add(node, True)  # noqa: FBT003 - there is nothing else to say of it
    places = keeping.lists()

    # Most documents repeat nothing of those above them: their pieces, as numbers, are compared first.
    def numbered() -> Iterator[tuple[int, ...]]:
        numbers = count()
        for key, place, at in documents.places():
            node = f"document:{key}"
            if concerned.of(node):
                places.add(node, (next(numbers), place, at))
                yield tuple(map(_number, pieces(documents.at(place, at))))

    numbers = keeping.plain(numbered())

    @lru_cache(_REMEMBERED)
    def cut_up(place: int, at: int) -> Pieces:
        return pieces(documents.at(place, at))

    for node, higher in order:
        for number, *here in places.of(node):
            mine = frozenset(numbers[number])
            for its, *there in (its for other in (higher if mine else ()) for its in places.of(other)):
                if len(mine.intersection(numbers[its])) > RUN - PIECE:
                    yield from between(cut_up(*here), cut_up(*there))


def _number(piece: str) -> int:
    """A number for a piece, the same in one process."""
    return hash(piece)


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
