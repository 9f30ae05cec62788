"""What hangs together by links, found by rounds of messages: every member learns the smallest of its group.

Hash-to-min (Rastogi and others, 2013): in each round everybody tells the smallest it knows about all it knows, and
all it knows about the smallest. The rounds grow with the logarithm of the longest chain of links.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.graph.apart.flow import Flow, Message

_State = tuple[frozenset[str], bool]
"""Who is known, and whether that is news."""


def leaders(links: Flow) -> Flow:
    """Member → the smallest member of its group; ``links`` are member → another, in one direction or both.

    Who has no link does not appear.
    """
    state = links.each(_both_ways).together(_begin)
    while not state.each(_news).is_empty():
        state = state.each(_tell).together(_learn)
    return state.each(_leader)


def _both_ways(member: str, other: str) -> Iterator[Message]:
    yield member, other
    yield other, member


def _begin(member: str, others: list[str]) -> Iterator[Message]:
    yield member, (frozenset({member, *others}), True)


def _news(member: str, state: _State) -> Iterator[Message]:
    if state[1]:
        yield member, None


def _tell(member: str, state: _State) -> Iterator[Message]:
    known = state[0]
    smallest = min(known)
    yield member, ("had", known)
    yield smallest, ("told", known)
    yield from ((each, ("told", frozenset({smallest}))) for each in known)


def _learn(member: str, values: list[tuple[str, frozenset[str]]]) -> Iterator[Message]:
    told = frozenset[str]().union(*(known for kind, known in values if kind == "told"))
    had = next(known for kind, known in values if kind == "had")
    known = told or had
    yield member, (known, known != had)


def _leader(member: str, state: _State) -> Iterator[Message]:
    yield member, min(state[0])
