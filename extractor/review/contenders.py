"""Why a place in a notice was read as it was: the rules that claim it, and which of them won."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from extractor.model.fold import fold
from extractor.model.span import Span
from extractor.review.facts import facts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from extractor.model.record import Record
    from extractor.review.facts import Fact
    from extractor.rules.book import RuleBook
    from extractor.rules.rule import Rule

Reason = Literal["", "lost-to-longer", "lost-to-earlier", "not-applied"]


@dataclass(frozen=True, slots=True)
class Contender:
    """A rule that claims a place, with the words it claims.

    Attributes:
        rule: the rule's id.
        words: what it claims, as printed.
        span: where these words stand.
        won: whether a value in the results rests on it: on these words, or on those beside them that they mark.
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

    A label or a verb has won where a value inside its words, or behind the label, rests on it::

        牵头部门：教务处、团委
        └─┬──┘                owner.label-lead   won: lead 教务处, lead 团委
    """
    known = tuple(facts([record]))
    won = list(dict.fromkeys(_winners(known, record["text"], at)))
    tried = _tried(record["text"], book, at, {one.rule for one in won})
    read = [(rule, span, list(_read_from(rule, span, line, known))) for rule, span, line in tried]
    won += [_beside(rule, span, record["text"], values) for rule, span, values in read if values]
    kinds = {rule.id: rule.kind for rule in book.entries}
    lost = [
        _loser(rule, span, record["text"], [one for one in won if kinds.get(one.rule) == rule.kind])
        for rule, span, values in read
        if not values
    ]
    return (*sorted(won, key=_width), *sorted(lost, key=_width))


def _winners(known: Sequence[Fact], text: str, at: int) -> Iterator[Contender]:
    for fact in known:
        start, end = fact.span
        if fact.rule and start <= at < end:
            yield Contender(fact.rule, text[start:end], Span(start, end), won=True, value=_value(fact))


def _tried(text: str, book: RuleBook, at: int, won: Collection[str]) -> Iterator[tuple[Rule, Span, Span]]:
    """Every rule that has not ``won`` with the words around ``at`` that fit it, and how far a label's value may reach.

    That is to the next words in the line that fit the same rule, or to the end of the line.
    """
    folded = fold(text)
    start, end = folded.rfind("\n", 0, at) + 1, folded.find("\n", at)
    stop = end if end >= 0 else len(folded)
    for rule in book.entries:
        spans = [match.span for match in rule.matches(folded, start, stop)] if rule.id not in won else []
        for span, reach in zip(spans, [*(later.start for later in spans[1:]), stop], strict=True) if spans else ():
            if span.start <= at < span.end:
                yield rule, span, Span(span.start, reach)


def _read_from(rule: Rule, span: Span, line: Span, known: Sequence[Fact]) -> Iterator[Fact]:
    """What the rule read from the words at ``span``: values inside of them, those of a label behind it."""
    place = line if rule.reads == "label" else span
    return (fact for fact in known if fact.rule == rule.id and place.contains(Span(*fact.span)))


def _beside(rule: Rule, span: Span, text: str, values: Sequence[Fact]) -> Contender:
    return Contender(rule.id, span.quote(text), span, won=True, value="；".join(map(_value, values)))


def _value(fact: Fact) -> str:
    return f"{fact.kind} {fact.value}"


def _loser(rule: Rule, span: Span, text: str, rivals: Sequence[Contender]) -> Contender:
    winner = max(rivals, key=lambda one: len(one.span), default=None)
    if winner is None:
        return Contender(rule.id, span.quote(text), span, won=False, reason="not-applied")
    reason: Reason = "lost-to-longer" if len(winner.span) > len(span) else "lost-to-earlier"
    return Contender(rule.id, span.quote(text), span, won=False, reason=reason, winner=winner.rule)


def _width(contender: Contender) -> tuple[int, int, str]:
    return len(contender.span), contender.span.start, contender.rule
