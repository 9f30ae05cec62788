"""Find every place where a rule of time may hold, trying only the rules whose words stand in the sentence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.extract.once import Once
from extractor.rules.pattern.own import own
from extractor.rules.sieve import Anchors, picked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.model.span import Span
    from extractor.rules.book import RuleBook
    from extractor.rules.pattern.compile import Compiled
    from extractor.rules.rule import Match, Rule

_SENTENCE = own(r"[^\n。；！？]+")


def candidates(book: RuleBook, folded: str, span: Span, *, marked: bool) -> Iterator[Match]:
    """All matches of the rules of time in the stretch; in running text none crosses a sentence or a line."""
    if marked:
        yield from _index(book, "marked").matches(folded, span.start, span.end)
        return
    running = _running(book)
    for sentence in _SENTENCE.finditer(folded, span.start, span.end):
        yield from running.matches(folded, *sentence.span())


@lru_cache(maxsize=8)
def _running(book: RuleBook) -> Once:
    """Searches the sentences of running text, each as if nothing stood around it."""
    index = _index(book, "running")

    def search(folded: str, start: int, end: int) -> tuple[Match, ...]:
        words = folded[start:end]
        return tuple(index.matches(words, 0, len(words), start))

    return Once(search)


@dataclass(frozen=True, slots=True)
class _Index:
    """The rules of one mode, and what has to stand in a sentence for each of them to be worth trying.

    A rule needs one of its anchors, one of the signs in its field ``with``, and what its field ``holds`` describes.
    """

    rules: Sequence[Rule]
    anchors: Anchors  # those of all rules, then the signs beside them of all rules
    held: Sequence[tuple[Compiled, int]]  # what must stand in the matches of which rules

    def matches(self, folded: str, start: int, end: int, shift: int = 0) -> Iterator[Match]:
        for rule in picked(self.rules, self._worth_trying(folded, start, end)):
            yield from rule.tried(folded, start, end, shift)

    def _worth_trying(self, folded: str, start: int, end: int) -> int:
        found = self.anchors.bits(folded[start:end])
        bits = found & (found >> len(self.rules))
        for held, rules in self.held:
            if bits & rules and not held.search(folded, start, end):
                bits &= ~rules
        return bits


@lru_cache(maxsize=8)
def _index(book: RuleBook, mode: str) -> _Index:
    rules = [rule for rule in book.rules("deadlines") if rule.fields.get("mode", mode) == mode]
    held = defaultdict[str, int](int)
    for number, rule in enumerate(rules):
        if "holds" in rule.fields:
            held[rule.fields["holds"]] |= 1 << number
    beside = [[word[0] for word in rule.fields.get("with", "").split()] for rule in rules]
    patterns = [(book.compile(words), numbers) for words, numbers in held.items()]
    return _Index(rules, Anchors([*(rule.anchors for rule in rules), *beside]), patterns)
