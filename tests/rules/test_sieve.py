"""One look tells which rules may match: those of which an anchor stands in the words, and none beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.rules.rule import Rule
from extractor.rules.sieve import Anchors, Sieve

SETS = (("月底", "月末"), ("前",), (), ("年", "年底前"), ("末年", "底"))
SIGNS = "月底末前年春"
RULES = [
    Rule("a.end", "deadlines", "", "[0-9]月(?:底|末)"),
    Rule("a.before", "deadlines", "", "[0-9]日前"),
    Rule("a.any", "deadlines", "", "[0-9]{4}"),
    Rule("a.own", "deadlines", "", "[0-9]月", triggers=("请于",)),
]


@given(st.text(alphabet=SIGNS, max_size=12))
def test_a_set_is_found_where_one_of_its_words_stands(words: str) -> None:
    wanted = [not texts or any(text in words for text in texts) for texts in SETS]
    bits = Anchors(SETS).bits(words)
    assert [bool(bits >> number & 1) for number in range(len(SETS))] == wanted


@pytest.mark.parametrize("sets", [pytest.param((), id="一个也没有"), pytest.param(((), ()), id="都不要词")])
def test_without_words_all_sets_are_there(sets: tuple[tuple[str, ...], ...]) -> None:
    assert Anchors(sets).bits("月底前") == (1 << len(sets)) - 1


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        pytest.param("6月底完成", ["a.end", "a.any"], id="证出来的词"),
        pytest.param("请于6月5日前、7月末完成", ["a.end", "a.before", "a.any", "a.own"], id="次序照旧"),
        pytest.param("请在6月完成", ["a.any"], id="写明的词不在"),
        pytest.param("", ["a.any"], id="空"),
    ],
)
def test_members_pass_in_their_order(words: str, wanted: list[str]) -> None:
    passing = Sieve(RULES, lambda rule: rule).passing(words)
    assert [rule.id for rule in passing] == wanted
    assert all(rule in passing for rule in RULES if rule.may_match(words, 0, len(words)))
