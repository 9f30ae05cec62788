"""A rule and its matches."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from extractor.model.span import Span
from extractor.rules.pattern.compile import compiled_rule, plain_pattern, quick_pattern
from extractor.rules.pattern.group_names import distinct_names, named_groups
from extractor.rules.pattern.guard import guarded
from extractor.rules.pattern.kept_literals import literals
from extractor.rules.pattern.timed import TimedPattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import regex

    from extractor.rules.example import Counterexample, Example

SEARCH_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Match:
    """A place where a rule holds: its span and its named groups, each with words and span."""

    rule: Rule
    span: Span
    groups: Mapping[str, tuple[str, Span]]

    def group(self, name: str) -> str:
        """The words of a named group; empty when it took no part."""
        return self.groups[name][0] if name in self.groups else ""


@dataclass(frozen=True)  # without slots: what is compiled on first use stays with the rule
class Rule:
    """One entry of a rule file.

    ``expression`` is its pattern with fragments and word lists spliced in, compiled on first use. ``reads``
    names the function that turns a match into a value; ``fields`` holds whatever else the entry says
    (``role = "lead"``). ``triggers`` are literal words of which one must stand in the text, or nothing can
    match; ``where`` is ``file:line``; ``own`` says that it stands in a folder of the user's, ``limited`` that
    its searches end in ``SEARCH_SECONDS``: shipped patterns are tried on hostile texts before they are shipped.
    """

    id: str
    kind: str
    means: str
    expression: str
    reads: str = ""
    triggers: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    counterexamples: tuple[Counterexample, ...] = ()
    where: str = ""
    own: bool = False
    limited: bool = True

    @cached_property
    def pattern(self) -> TimedPattern | re.Pattern[str]:
        """The compiled pattern; the library without time limits, which is faster, for rules that need none.

        Raises:
            RuleError: it is wrong; for a rule of a user's folder that is told when it is loaded.
        """
        return self._compiled(self.expression, searched=True)

    def part(self, expression: str) -> TimedPattern | re.Pattern[str]:
        """``expression``, a part of the rule's pattern that is matched at places which are known; see ``match_of``.

        Raises:
            RuleError: it is wrong.
        """
        return self._compiled(expression, searched=False)

    def _compiled(self, expression: str, *, searched: bool) -> TimedPattern | re.Pattern[str]:
        quick = None if self.limited else quick_pattern(distinct_names(expression), searched=searched)
        return quick or self.timed(expression)

    def timed(self, expression: str, seconds: float = SEARCH_SECONDS) -> TimedPattern:
        """``expression``, compiled so that its searches end in ``seconds``.

        Raises:
            RuleError: it is wrong.
        """
        pattern = compiled_rule(guarded(expression), self.where, self.id)
        return TimedPattern(pattern, seconds, self.where, self.id)

    @cached_property
    def anchors(self) -> tuple[str, ...]:
        """Literal words of which one stands in every match: those stated, else those proved, else none."""
        return self.triggers or literals(self.expression)

    @cached_property
    def _anchored(self) -> re.Pattern[str]:
        return plain_pattern("|".join(map(re.escape, self.anchors)))

    def may_match(self, folded: str, start: int, end: int) -> bool:
        """Whether one of the anchors stands in ``folded[start:end]``; a search for nothing costs much more."""
        return self._anchored.search(folded, start, end) is not None

    def matches(self, folded: str, start: int = 0, end: int | None = None, *, shift: int = 0) -> Iterator[Match]:
        """All places in ``folded[start:end]`` (see ``model.fold``) where the rule holds, left to right.

        Spans are moved by ``shift``: to where ``folded`` itself begins in a longer text.

        Raises:
            RuleError: the search took longer than ``SEARCH_SECONDS`` (``rule-too-slow``).
        """
        stop = len(folded) if end is None else end
        return iter(self.tried(folded, start, stop, shift) if self.may_match(folded, start, stop) else ())

    def tried(self, folded: str, start: int, end: int, shift: int = 0) -> list[Match]:
        """As ``matches``, for those who know already that an anchor stands there (see ``rules.sieve``)."""
        return [self.match_of(m, shift) for m in self.pattern.finditer(folded, start, end) if m.end() > m.start()]

    def match_of(self, match: re.Match[str] | regex.Match[str], shift: int = 0) -> Match:
        """What the rule's own pattern found, with the groups that took part."""
        start, end = match.span()
        return Match(self, Span(start + shift, end + shift), named_groups(match, shift))
