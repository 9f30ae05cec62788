"""Find every place where a rule of time may hold, trying only the rules whose words stand in the sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.extract.once import Once
from extractor.rules.compile import plain_pattern
from extractor.rules.splice import alternation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from extractor.model.span import Span
    from extractor.rules.compile import Compiled
    from extractor.rules.rule import Match, Rule, RuleBook

_SENTENCE = re.compile(r"[^\n。；！？]+")


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
    """The rules of one mode as bits of a number, by the signs that make them worth trying in a sentence.

    ``wanted`` holds the first signs of ``triggers``, ``company`` those of the field ``with``; a rule
    needs one of each, and what its field ``holds`` describes.
    """

    rules: Sequence[Rule]
    signs: re.Pattern[str]  # one of all that ``wanted`` and ``company`` know
    wanted: Mapping[str, int]
    company: Mapping[str, int]
    alone: int  # the rules that need no company
    always: int  # the rules that no sign calls off
    held: Sequence[tuple[Compiled, int]]  # what must stand in the matches of which rules

    def matches(self, folded: str, start: int, end: int, shift: int = 0) -> Iterator[Match]:
        for rule in self._worth_trying(folded, start, end):
            yield from rule.matches(folded, start, end, shift=shift)

    def _worth_trying(self, folded: str, start: int, end: int) -> Iterator[Rule]:
        wanted, company = self.always, self.alone
        for sign in set(self.signs.findall(folded, start, end)):
            wanted |= self.wanted.get(sign, 0)
            company |= self.company.get(sign, 0)
        bits = wanted & company
        for held, rules in self.held:
            if bits & rules and not held.search(folded, start, end):
                bits &= ~rules
        while bits:
            yield self.rules[(bits & -bits).bit_length() - 1]
            bits &= bits - 1


@lru_cache(maxsize=8)
def _index(book: RuleBook, mode: str) -> _Index:
    rules = [rule for rule in book.rules("deadlines") if rule.fields.get("mode", mode) == mode]
    wanted, company, held = defaultdict[str, int](int), defaultdict[str, int](int), defaultdict[str, int](int)
    alone = always = 0
    for number, rule in enumerate(rules):
        companions = rule.fields.get("with", "").split()
        alone |= (not companions) << number
        always |= (not rule.anchors) << number
        if "holds" in rule.fields:
            held[rule.fields["holds"]] |= 1 << number
        for rules_of, words in ((wanted, rule.anchors), (company, companions)):
            for word in words:
                rules_of[word[0]] |= 1 << number
    patterns = [(book.compile(words), numbers) for words, numbers in held.items()]
    signs = plain_pattern(alternation([*wanted, *company]))
    return _Index(rules, signs, dict(wanted), dict(company), alone, always, patterns)
