"""Do the examples hold? Each rule alone, all rules of its kind together, and on texts made to be slow."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from extractor.model.errors import RuleError
from extractor.model.fold import fold
from extractor.rules.proof.hostile import hostile_texts
from extractor.rules.rule import SEARCH_SECONDS

if TYPE_CHECKING:
    import re

    from extractor.model.span import Span
    from extractor.rules.book import RuleBook
    from extractor.rules.example import Counterexample, Example
    from extractor.rules.pattern.timed import TimedPattern
    from extractor.rules.rule import Rule

Trial = Literal["compile", "alone", "together", "counterexample", "speed"]
_PATIENCE = 5  # times the limit, on a machine that is busy


@dataclass(frozen=True, slots=True)
class Reading:
    """What all rules of a kind together read at one place: the winner, the printed words, the value.

    ``value`` is the short form of the kind: ``2024-06-30`` for a deadline, ``lead 教育部`` for an owner.
    """

    rule: str
    found: str
    value: str = ""


Read: TypeAlias = Callable[[str, str], Sequence[Reading]]


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not hold: where its rule stands, the text, what was wanted and what came."""

    where: str
    rule: str
    trial: Trial
    text: str
    wanted: str
    got: str


def check(book: RuleBook, read: Read | None = None) -> list[Failure]:
    """All examples and counterexamples that do not hold, in order of the book.

    Args:
        book: the rules; each is compiled.
        read: ``read(kind, text)`` runs all rules of ``kind`` on a text and returns the winners; without it
            every rule is tried alone only.
    """
    broken = {rule.id: failure for rule in book.entries if (failure := _broken(rule))}
    working = {rule.id: rule for rule in book.entries if rule.id not in broken}
    failures: list[Failure] = []
    for rule in book.entries:
        failures += [broken[rule.id]] if rule.id in broken else _tried(working, rule, read)
    return failures


def check_speed(rules: Iterable[Rule]) -> list[Failure]:
    """Those of ``rules`` whose search of a hostile text of 10,000 characters does not end in time; one text of each."""
    return [failure for rule in rules if (failure := _slow(rule))]


def _broken(rule: Rule) -> Failure | None:
    try:
        rule.pattern  # noqa: B018 - compiled when asked for, which is the trial
    except RuleError as error:
        return Failure(rule.where, rule.id, "compile", rule.expression, "", error.details["reason"])
    return None


def _slow(rule: Rule) -> Failure | None:
    for text in hostile_texts(rule):
        if not _ends(rule, text):
            return Failure(rule.where, rule.id, "speed", f"{text[:20]}…", f"≤ {SEARCH_SECONDS:g} s", "")
    return None


def _ends(rule: Rule, text: str) -> bool:
    """Whether a search ends in time: with the library that knows a time limit, then as it is done in earnest."""
    limited = rule.timed(rule.expression, _PATIENCE * SEARCH_SECONDS)
    return _within(limited, text) and (rule.limited or _within(rule.pattern, text))


def _within(pattern: TimedPattern | re.Pattern[str], text: str) -> bool:
    """By the clock of the processor: that other programs keep it busy is no fault of the rule."""
    begun = time.process_time()
    try:
        for _ in pattern.finditer(text):
            pass
    except RuleError:
        return False
    return time.process_time() - begun <= SEARCH_SECONDS


def _tried(working: Mapping[str, Rule], rule: Rule, read: Read | None) -> Iterator[Failure]:
    for example in rule.examples:
        yield from _alone(rule, example)
        if read:
            yield from _together(rule, example, read(rule.kind, example.text))
    for counterexample in rule.counterexamples:
        yield from _left_alone(working, rule, counterexample)
        if read:
            yield from _not_winning(rule, counterexample, read(rule.kind, counterexample.text))


def _alone(rule: Rule, example: Example) -> Iterator[Failure]:
    """The pattern has to match the text, or what stands before or behind the words to be found.

    A label (责任单位：) or a verb (印发《…》) is matched beside the words that count; which these are is for
    the reading to say.
    """
    before, _, behind = example.text.partition(example.found)
    if not any(_spans(rule, stretch) for stretch in (example.text, before, behind)):
        yield Failure(rule.where, rule.id, "alone", example.text, example.found, "")


def _together(rule: Rule, example: Example, readings: Sequence[Reading]) -> Iterator[Failure]:
    wanted = Reading(rule.id, example.found, example.value)
    if wanted not in readings:
        yield Failure(rule.where, rule.id, "together", example.text, _shown(wanted), _all_shown(readings))


def _left_alone(working: Mapping[str, Rule], rule: Rule, example: Counterexample) -> Iterator[Failure]:
    """Nothing may match, unless the rule that is named, and that exists, takes each such place instead."""
    taker = working.get(example.taken_by)
    taken = _spans(taker, example.text) if taker else []
    left = [span for span in _spans(rule, example.text) if not any(span.overlaps(other) for other in taken)]
    if left or (example.taken_by and not taker):
        got = " | ".join(span.quote(example.text) for span in left)
        yield Failure(rule.where, rule.id, "counterexample", example.text, example.taken_by, got)


def _not_winning(rule: Rule, example: Counterexample, readings: Sequence[Reading]) -> Iterator[Failure]:
    won = [reading for reading in readings if reading.rule == rule.id]
    if won:
        yield Failure(rule.where, rule.id, "counterexample", example.text, "", _all_shown(won))


def _spans(rule: Rule, text: str) -> list[Span]:
    return [match.span for match in rule.matches(fold(text))]


def _all_shown(readings: Sequence[Reading]) -> str:
    return " | ".join(map(_shown, readings))


def _shown(reading: Reading) -> str:
    return f"{reading.found} = {reading.value} ({reading.rule})"
