"""Shipped patterns run in the standard library's engine, those of users in one with time limits: both find the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from extractor.model.fold import fold
from extractor.rules.load import load, shipped_patterns
from extractor.rules.pattern.timed import TimedPattern

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.rules.book import RuleBook

KINDS = sorted(path.stem for path in shipped_patterns().glob("*.toml"))


@pytest.mark.parametrize("kind", KINDS)
def test_both_engines_find_the_same_in_all_examples(book: RuleBook, kind: str) -> None:
    texts = [fold(example.text) for rule in book.entries for example in rule.examples]
    texts += [fold(example.text) for rule in book.entries for example in rule.counterexamples]
    for rule in book.rules(kind):
        assert isinstance(rule.pattern, re.Pattern), rule.id
        limited = rule.timed(rule.expression)
        for text in texts:
            found = [match.span() for match in rule.pattern.finditer(text)]
            assert found == [match.span() for match in limited.finditer(text)], (rule.id, text)


RULE = """[[rule]]
id = 'owner.mine'
means = '.'
regex = '(?P<names>甲局)牵头'
reads = 'names'
role = 'lead'
examples = [{ text = '甲局牵头', found = '甲局' }, { text = '由甲局牵头', found = '甲局' }]
counterexamples = [{ text = '乙局牵头', why = '.' }]
"""


def test_a_rule_of_a_user_has_time_limits_and_the_shipped_ones_have_none(tmp_path: Path) -> None:
    (tmp_path / "owners.toml").write_text(RULE, "utf-8")
    limited = {rule.id for rule in load([tmp_path]).entries if isinstance(rule.pattern, TimedPattern)}
    assert limited == {"owner.mine"}


def test_a_fragment_of_a_user_puts_limits_to_all_rules_it_may_stand_in(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("[fragments]\nmine = '甲'\n", "utf-8")
    assert all(rule.limited for rule in load([tmp_path]).entries)
