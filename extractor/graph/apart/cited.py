"""Cited documents that no file holds, made one apart: only references that share a number or title meet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extractor.graph.apart.components import leaders
from extractor.graph.cited import Citations, parts
from extractor.graph.elements import Edge
from extractor.graph.names import distinctive, number_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.graph.apart.flow import Flow, Message
    from extractor.graph.elements import Because
    from extractor.model.record import ReferenceRecord

Order = tuple[bool, str, int]
"""The place of a document among all: versions that hold first, then by file and position."""


@dataclass(frozen=True, slots=True)
class Outside:
    """A reference to a document that no file holds: made by which document (its key), in which order, and why."""

    reference: ReferenceRecord
    document: str
    order: Order
    at: int
    because: Because

    def edge(self, key: str) -> Edge:
        """The edge to the cited document of that key."""
        there = f"cited:{key}"
        return Edge(f"document:{self.document}", self.reference["relation"], there, self.because)


def cited(outside: Flow) -> Flow:
    """``outside`` are references under any key; key of the cited document → the references that mean it."""
    links = outside.each(lambda _, each: _same(each.reference))
    first = links if links.is_empty() else leaders(links).each(lambda number, least: [(f"number {number}", least)])
    numbered = outside.each(lambda _, each: _by_number(each)).plus(first).together(_with_first)
    return numbered.together(_named)


def _same(reference: ReferenceRecord) -> Iterator[Message]:
    """A joint notice has several numbers: all stand for the first of them."""
    numbers = sorted(number_keys(reference["numbers"]))
    yield from ((number, numbers[0]) for number in numbers[1:])


def _by_number(each: Outside) -> Iterator[Message]:
    numbers = number_keys(each.reference["numbers"])
    if numbers:
        yield f"number {numbers[0]}", each
        return
    issuer, rest = parts(each.reference)
    if issuer or distinctive(rest):
        yield f"title {rest}", (each, "")
    else:
        yield f"alone {each.document}:{rest}", each


def _with_first(key: str, values: list[Any]) -> Iterator[Message]:
    """The first of all numbers that mean the same goes along with every reference that has a number."""
    kind, _, name = key.partition(" ")
    if kind != "number":
        yield from ((key, value) for value in values)
        return
    first = next((value for value in values if isinstance(value, str)), name)
    for each in (value for value in values if isinstance(value, Outside)):
        yield f"title {parts(each.reference)[1]}", (each, first)


def _named(key: str, values: list[Any]) -> Iterator[Message]:
    kind, _, name = key.partition(" ")
    if kind != "title":
        yield from ((name, each) for each in values)
        return
    ordered = sorted(values, key=lambda value: (value[0].order, value[0].at))
    first = {number: least for each, least in ordered for number in number_keys(each.reference["numbers"])[:1]}
    citations = Citations([each.reference for each, _ in ordered], first)
    yield from ((citations.key(each.reference, each.document), each) for each, _ in ordered)
