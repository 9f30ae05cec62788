"""Why a place in a notice was read as it was: the rules that claim it, and which of them won."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from extractor.model.fold import fold
from extractor.model.span import Span
from extractor.review.facts import facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.model.record import Record
    from extractor.rules.rule import Rule, RuleBook

Reason = Literal["", "lost-to-longer", "lost-to-earlier", "not-applied"]


@dataclass(frozen=True, slots=True)
class Contender:
    """A rule that claims a place, with the words it claims.

    Attributes:
        rule: the rule's id.
        words: what it claims, as printed.
        span: where these words stand.
        won: whether a value in the results rests on it.
        reason: why it lost: a longer one or one that stands earlier in the same rule file took the place, or
            its words fit but nothing came of it here. Empty for a winner.
        winner: the rule that took the place; empty when there is none.
        value: what the winner read.
    """

    rule: str
    words: str
    span: Span
    won: bool
    reason: Reason = ""
    winner: str = ""
    value: str = ""


def contenders(record: Record, book: RuleBook, at: int) -> tuple[Contender, ...]:
    """The rules that claim character ``at`` of the record's text: winners first, the narrowest first.

    Winners come from the results; every other rule of ``book`` is tried on the line that holds ``at``::

        请于2024年6月底前报送
          └─────┬────┘        deadline.part-by   won
          └──┬───┘            deadline.month     lost to the longer
    """
    won = list(dict.fromkeys(_winners(record, at)))
    lost = _losers(record["text"], book, at, won)
    return (*sorted(won, key=_width), *sorted(lost, key=_width))


def _winners(record: Record, at: int) -> Iterator[Contender]:
    for fact in facts([record]):
        start, end = fact.span
        if fact.rule and start <= at < end:
            words = record["text"][start:end]
            yield Contender(fact.rule, words, Span(start, end), won=True, value=f"{fact.kind} {fact.value}")


def _losers(text: str, book: RuleBook, at: int, won: Sequence[Contender]) -> Iterator[Contender]:
    folded = fold(text)
    start = folded.rfind("\n", 0, at) + 1
    end = folded.find("\n", at)
    kinds = {rule.id: rule.kind for rule in book.entries}
    for rule in book.entries:
        rivals = [one for one in won if kinds.get(one.rule) == rule.kind]
        for match in rule.matches(folded, start, end if end >= 0 else len(folded)):
            if match.span.start <= at < match.span.end and rule.id not in {one.rule for one in rivals}:
                yield _loser(rule, match.span, text, rivals)


def _loser(rule: Rule, span: Span, text: str, rivals: Sequence[Contender]) -> Contender:
    winner = max(rivals, key=lambda one: len(one.span), default=None)
    if winner is None:
        return Contender(rule.id, span.quote(text), span, won=False, reason="not-applied")
    reason: Reason = "lost-to-longer" if len(winner.span) > len(span) else "lost-to-earlier"
    return Contender(rule.id, span.quote(text), span, won=False, reason=reason, winner=winner.rule)


def _width(contender: Contender) -> tuple[int, int, str]:
    return len(contender.span), contender.span.start, contender.rule
