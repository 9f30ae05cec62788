"""Nested and overlapping marks as stretches side by side, each with all that covers it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.export.notice_view.facts import Fact


class Segment(NamedTuple):
    """``start`` to ``end`` of the text, and the facts that cover it, the narrowest first."""

    start: int
    end: int
    facts: tuple[Fact, ...]


def segments(start: int, end: int, facts: Sequence[Fact], cuts: Sequence[int] = ()) -> list[Segment]:
    """The stretch cut wherever a fact begins or ends, and at ``cuts``, so that no two of its parts overlap.

    ::

        市教育局牵头，6月底前完成      市教育局 | 牵头， | 6月底前 | 完成
        └owner─┘     └time┘         →  owner    task     time     task
        └──────────task─────────┘      task              task
    """
    edges = {start, end}
    for fact in facts:
        edges.update((fact.start, fact.end))
    edges.update(cuts)
    places = sorted(edge for edge in edges if start <= edge <= end)
    found = []
    for begin, stop in pairwise(places):
        covering = sorted((fact for fact in facts if fact.start <= begin and stop <= fact.end), key=_narrowest)
        found.append(Segment(begin, stop, tuple(covering)))
    return found


def _narrowest(fact: Fact) -> tuple[int, int, str]:
    return fact.length, fact.start, fact.key


def shared(places: Sequence[tuple[int, int]], facts: Sequence[Fact]) -> list[list[Fact]]:
    """For each of ``places``, which follow each other, the facts that stand there, in their order."""
    starts, ends = [start for start, _ in places], [end for _, end in places]
    found: list[list[Fact]] = [[] for _ in places]
    for fact in facts:
        for at in range(bisect_right(ends, fact.start), bisect_left(starts, fact.end)):
            found[at].append(fact)
    return found
