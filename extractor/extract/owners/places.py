"""Where in a sentence a subject may stand: asked with short patterns, before a rule's long one is tried there."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from extractor.rules.pattern.compile import plain_pattern
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.rules.book import RuleBook
    from extractor.rules.pattern.timed import TimedPattern
    from extractor.rules.rule import Rule

_NUMBER = own(r"(?:\d|（[一二三四五六七八九十])）$")
_CLAUSE, _SENTENCE = "(?:{clause-start})", "(?:{sentence-start})"
_BARRED = "(?!{actor-not-first}|{actor-causes})"
_NAMES = "(?P<names>{actor-names})"
_ENDS = ("body.suffix", "body.people", "body.place", "actor.body-end")


def last_signs(book: RuleBook) -> frozenset[str]:
    """The signs that a name in the place of a subject may end with."""
    return frozenset(("）", *(word[-1] for name in _ENDS for word in book.words(name))))


class Vocabulary:
    """Where clauses begin, how far a subject that begins there reaches, and where it may end."""

    def __init__(self, book: RuleBook) -> None:
        """Compile it."""
        self.starts, self.reach = book.compile(_CLAUSE), book.compile(_BARRED + "{actor-reach}")
        self.ends = plain_pattern("[" + "".join(map(re.escape, sorted(last_signs(book)))) + "]")


class Sentence:
    """A stretch without 。；and line breaks: ``starts`` are the beginnings of its clauses.

    ``ends`` has those of them where a subject may stand, each with the places where it may end: after the last
    sign of such a word, and before a word that stops it.
    """

    __slots__ = ("ends", "starts", "words")

    def __init__(self, words: str, vocabulary: Vocabulary) -> None:
        """``words`` are read by themselves, whatever stands around them."""
        self.words = words
        self.starts = [place.start() for place in vocabulary.starts.finditer(words)]
        self.ends: dict[int, list[int]] = {}
        for start in self.starts:
            reach = vocabulary.reach.match(words, start)
            ends = [sign.end() for sign in vocabulary.ends.finditer(words, start, reach.end())] if reach else None
            if ends:
                self.ends[start] = ends


class Places:
    """The places where the pattern of one rule is worth trying, by what it begins with.

    ::

        {clause-start} …                                            the beginnings of clauses
        {sentence-start} not {actor-not-first} …                    that of the sentence, where a subject stands there
        {clause-start} not {actor-not-first} {actor-names} rest     where the rest follows the end of a subject
        …                                                           unknown: the whole sentence has to be searched

    ``pattern`` is what is left to be matched at such a place.
    """

    def __init__(self, rule: Rule, book: RuleBook) -> None:
        """Take the pattern of ``rule`` apart."""
        clause, sentence, barred, names = map(book.spliced, (_CLAUSE, _SENTENCE, _BARRED, _NAMES))
        pattern = rule.expression
        self._opens_sentence = pattern.startswith(sentence + barred)
        head = sentence if self._opens_sentence else clause
        self.known = pattern.startswith(head)
        _, named, rest = pattern.partition(head + barred + names)
        named = named if pattern.startswith(named) and rest[:1] not in tuple("?*+{") else ""
        checked = head + barred if named or self._opens_sentence else head
        self._rule, self._rest, self._left = rule, rest if named else "", pattern.removeprefix(checked)

    @cached_property
    def pattern(self) -> TimedPattern | re.Pattern[str]:
        """Compiled when the first place is found: these are the longest patterns of all."""
        return self._rule.part(self._left) if self.known else self._rule.pattern

    @cached_property
    def _follows(self) -> TimedPattern | re.Pattern[str]:
        return self._rule.part(self._rest)

    def of(self, sentence: Sentence) -> Iterable[int]:
        """The places in text order, when they are ``known``."""
        if not self._rest and not self._opens_sentence:
            return sentence.starts
        starts = [start for start in sentence.ends if not self._opens_sentence or _opens(sentence.words, start)]
        if not self._rest:
            return starts
        ends = {end for start in starts for end in sentence.ends[start]}
        followed = {end for end in ends if self._follows.match(sentence.words, end)}
        return [start for start in starts if not followed.isdisjoint(sentence.ends[start])]


def _opens(words: str, start: int) -> bool:
    """Whether ``{sentence-start}`` holds at ``start`` of a stretch without 。；: its beginning, or behind a number."""
    return start == 0 or (words[start - 1] == "）" and _NUMBER.search(words, max(0, start - 4), start) is not None)
