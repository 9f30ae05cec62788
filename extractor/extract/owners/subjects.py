"""Where the rules of actors hold: sentence by sentence, and where their patterns allow it at a few places only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.extract.once import Once
from extractor.extract.owners.places import Places, Sentence, Vocabulary
from extractor.rules.pattern.own import own
from extractor.rules.sieve import Sieve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.model.span import Span
    from extractor.rules.book import RuleBook
    from extractor.rules.rule import Match, Rule

_SENTENCE = own(r"[^。；\n]+")


class SubjectSearch:
    """Finds the matches of some rules of actors; none of these rules sees beyond a sentence or a ；.

    Most patterns can match at the beginnings of clauses only, and only where a subject stands there: a few of the
    places that a search would try.
    """

    def __init__(self, book: RuleBook, rules: Sequence[Rule]) -> None:
        """``rules`` in order of precedence."""
        self._sieve = Sieve([(rule, Places(rule, book)) for rule in rules], lambda member: member[0])
        self._vocabulary = Vocabulary(book)
        self._once = Once(self._search)

    def matches(self, folded: str, span: Span) -> list[Match]:
        """Matches in text order; of those whose names overlap, the rule that stands first wins.

        The stretch is read by itself: its beginning is the beginning of a clause, whatever label stands before it.
        """
        pieces = _SENTENCE.finditer(folded, span.start, span.end)
        return [match for piece in pieces for match in self._once.matches(folded, *piece.span())]

    def _search(self, folded: str, start: int, end: int) -> tuple[Match, ...]:
        words = folded[start:end]
        rules = self._sieve.passing(words)
        if not rules:
            return ()
        sentence = Sentence(words, self._vocabulary)
        taken: list[Match] = []
        for rule, places in rules:
            found = _at(rule, places, sentence, start) if places.known else rule.tried(words, 0, end - start, start)
            taken += [match for match in found if "names" in match.groups and not _taken(match, taken)]
        return tuple(sorted(taken, key=lambda match: match.span))


def _at(rule: Rule, places: Places, sentence: Sentence, shift: int) -> Iterator[Match]:
    """What ``rule.matches`` would find, with its pattern tried at a few places only."""
    words, end = sentence.words, 0
    for start in places.of(sentence):
        if start < end:
            continue
        match = places.pattern.match(words, start)
        if match and match.end() > start:
            end = match.end()
            yield rule.match_of(match, shift)


def _taken(match: Match, others: Iterable[Match]) -> bool:
    names = match.groups["names"][1]
    return any(names.overlaps(other.groups["names"][1]) for other in others)
