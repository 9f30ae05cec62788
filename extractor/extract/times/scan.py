"""Find every place where a rule of time may hold, trying only the rules whose words stand in the sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.model.span import Span
    from extractor.rules.rule import Match, Rule, RuleBook

_SENTENCE = re.compile(r"[^\n。；！？]+")


def candidates(book: RuleBook, folded: str, span: Span, *, marked: bool) -> Iterator[Match]:
    """All matches of the rules of time in the stretch; in running text none crosses a sentence or a line."""
    index = _index(_Same(book), "marked" if marked else "running")
    if marked:
        yield from index.matches(folded, span.start, span.end)
        return
    for sentence in _SENTENCE.finditer(folded, span.start, span.end):
        yield from index.matches(folded, sentence.start(), sentence.end())


@dataclass(frozen=True, slots=True)
class _Index:
    """The rules of one mode by the signs that must stand in a sentence before they are worth trying."""

    rules: Sequence[Rule]
    signs: frozenset[str]
    tried: dict[frozenset[str], tuple[Rule, ...]] = field(default_factory=dict)

    def matches(self, folded: str, start: int, end: int) -> Iterator[Match]:
        present = self.signs.intersection(folded[start:end])
        for rule in self.worth_trying(present):
            yield from rule.matches(folded, start, end)

    def worth_trying(self, present: frozenset[str]) -> tuple[Rule, ...]:
        if present not in self.tried:
            self.tried[present] = tuple(
                rule for rule in self.rules if any(present.issuperset(trigger) for trigger in rule.triggers)
            )
        return self.tried[present]


class _Same:
    """A book as the key of a cache: the same object, not an equal one, since a book holds dictionaries."""

    __slots__ = ("book",)

    def __init__(self, book: RuleBook) -> None:
        self.book = book

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.book is other.book

    def __hash__(self) -> int:
        return id(self.book)


@lru_cache(maxsize=8)
def _index(same: _Same, mode: str) -> _Index:
    rules = [rule for rule in same.book.rules("deadlines") if rule.fields.get("mode", mode) == mode]
    return _Index(rules, frozenset("".join(word for rule in rules for word in rule.triggers)))
