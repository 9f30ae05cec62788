"""Every example in patterns/ holds, alone and with all rules, and no search runs away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from extractor.extract.examples import reader
from extractor.messages import say
from extractor.model.errors import RuleError
from extractor.model.fold import fold
from extractor.rules.load import load, shipped_patterns
from extractor.rules.proof.check import Failure, check, check_speed

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook
    from extractor.rules.proof.check import Read
    from extractor.rules.rule import Rule

@pytest.fixture(scope="session")
def read(book: RuleBook) -> Read:
    """What all rules of a kind together read in a text."""
    return reader(book)


def shown(failures: list[Failure]) -> list[str]:
    """One line a failure, to be read in the report of the test."""
    return [f"{bad.where} {bad.rule} [{bad.trial}] {bad.text}: {bad.wanted} != {bad.got}" for bad in failures]


def test_the_shipped_rules_load() -> None:
    try:
        load()
    except RuleError as error:
        message = say(error.code, error.where, error.details)
        pytest.fail(f"{message.text} {message.advice}")


def test_every_example_holds_for_its_rule_alone(book: RuleBook) -> None:
    assert shown(check(book)) == []


def test_every_example_holds_with_all_rules_together(book: RuleBook, read: Read) -> None:
    assert shown(check(book, read)) == []


# One test a file, so that workers can share them.
@pytest.mark.parametrize("kind", sorted(path.stem for path in shipped_patterns().glob("*.toml")))
def test_every_search_of_a_hostile_text_ends_in_time(book: RuleBook, kind: str) -> None:
    assert shown(check_speed(book.rules(kind))) == []


def _texts(rule: Rule) -> list[str]:
    return [example.text for example in rule.examples] + [example.text for example in rule.counterexamples]


def test_stated_triggers_call_off_no_search_that_would_find_something(book: RuleBook) -> None:
    texts = sorted({fold(text) for rule in book.entries for text in _texts(rule)})
    lost = [
        f"{rule.where} {rule.id}: {text}"
        for rule in book.entries
        if rule.triggers
        for text in texts
        if not list(rule.matches(text)) and list(replace(rule, triggers=()).matches(text))
    ]
    assert lost == []
