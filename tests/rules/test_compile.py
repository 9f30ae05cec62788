"""Fragments and word lists are spliced into patterns once, and never change what the rest means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.rules.book import RuleBook
from extractor.rules.pattern.compile import compile_pattern
from extractor.rules.pattern.splice import SpliceError, alternation, splice
from extractor.rules.rule import Rule

FRAGMENTS = {"month": "1[0-2]|[1-9]", "day": "{month}日", "mark": "底"}
LISTS = {"label": ("办", "办公室", "办公"), "odd": ("a.b", "{x}", "(", "[1]")}

SPLICED = [
    pytest.param("{month}月", "(?:1[0-2]|[1-9])月", id="片段括起来"),
    pytest.param("{day}", "(?:(?:1[0-2]|[1-9])日)", id="片段里有片段"),
    pytest.param("{label}", "(?:办公室|办公|办)", id="词表长的在前"),
    pytest.param("{odd}", r"(?:\[1\]|a\.b|\{x\}|\()", id="词里的符号只是字"),
    pytest.param("a{2}b{1,}c{,3}d{2,3}", "a{2}b{1,}c{,3}d{2,3}", id="次数不是片段"),
    pytest.param(r"\{month\}", r"\{month\}", id="转义的花括号"),
    pytest.param(r"\p{han}\P{Han}", r"\p{han}\P{Han}", id="字符属性不是片段"),
    pytest.param("[{}]", "[{}]", id="方括号里的花括号"),
    pytest.param("[]{}]{mark}", "[]{}](?:底)", id="右方括号打头的字组"),
]


@pytest.mark.parametrize(("expression", "spliced"), SPLICED)
def test_names_in_braces_are_replaced_and_nothing_else(expression: str, spliced: str) -> None:
    assert splice(expression, FRAGMENTS, LISTS) == spliced


REFUSED = [
    pytest.param("{moon}", "rule-unknown-name", "{moon}", id="不存在"),
    pytest.param("{Month}", "rule-unknown-name", "{Month}", id="大写"),
    pytest.param("{mon th}", "rule-unknown-name", "{mon th}", id="中间有空格"),
    pytest.param("月{", "rule-unknown-name", "{", id="只有半边"),
    pytest.param("[一{month}]", "rule-name-in-set", "[一{month}]", id="方括号里"),
    pytest.param("{loop}", "rule-circular", "loop → pool → loop", id="绕回自己"),
    pytest.param("{self}", "rule-circular", "self → self", id="自己用自己"),
    pytest.param("{group}", "rule-captures", "(", id="编组"),
    pytest.param("{named}", "rule-captures", "(?<x>", id="命名编组"),
]


@pytest.mark.parametrize(("expression", "code", "reason"), REFUSED)
def test_what_cannot_be_spliced_is_refused_with_its_reason(expression: str, code: str, reason: str) -> None:
    loops = {"loop": "{pool}", "pool": "a{loop}", "self": "{self}"}
    fragments = {**FRAGMENTS, **loops, "group": "(a)", "named": "(?<x>a)"}
    with pytest.raises(SpliceError) as caught:
        splice(expression, fragments, LISTS)
    assert (caught.value.code, caught.value.reason) == (code, reason)


ALLOWED_IN_FRAGMENTS = [
    pytest.param("(?:a)", id="不取值的组"),
    pytest.param("(?<=a)b", id="往前看"),
    pytest.param("(?<!a)b(?!c)", id="否定的前后看"),
    pytest.param("(?>a)b", id="原子组"),
    pytest.param(r"\(a\)", id="括号本身"),
    pytest.param("[(]", id="方括号里的括号"),
]


@pytest.mark.parametrize("text", ALLOWED_IN_FRAGMENTS)
def test_groups_that_do_not_capture_are_allowed_in_fragments(text: str) -> None:
    assert splice("{f}", {"f": text}, {}) == f"(?:{text})"


@given(st.lists(st.text(min_size=1, max_size=6), min_size=1, max_size=6))
def test_a_word_list_matches_its_words_whatever_signs_they_hold(words: list[str]) -> None:
    pattern = compile_pattern(splice("{words}", {}, {"words": words}))
    for word in words:
        assert pattern.fullmatch(word)


SHORT_AND_LONG = st.lists(st.sampled_from(["办", "办公", "办公室", "室"]), min_size=1, unique=True)


@given(SHORT_AND_LONG, st.text("办公室", max_size=5))
def test_a_short_word_never_hides_a_longer_one(words: list[str], text: str) -> None:
    match = compile_pattern(alternation(words)).match(text)
    longest = max((word for word in words if text.startswith(word)), key=len, default=None)
    assert (match[0] if match else None) == longest


def test_a_list_without_words_matches_nothing() -> None:
    assert not compile_pattern(alternation(())).search("任何字")


def test_the_code_compiles_patterns_of_its_own_with_the_same_names() -> None:
    book = RuleBook((), LISTS, FRAGMENTS, "")
    assert book.compile("{month}月{mark}").fullmatch("12月底")


def test_a_pattern_is_compiled_once() -> None:
    rule = Rule("a.b", "deadlines", "", "底前")
    assert rule.pattern is rule.pattern


def test_matches_lie_within_the_stretch_that_is_asked_for() -> None:
    rule = Rule("a.b", "deadlines", "", "(?P<month>[0-9]+)月底")
    text = "1月底2月底3月底"
    assert [match.group("month") for match in rule.matches(text, 3, 6)] == ["2"]
    assert [match.span.quote(text) for match in rule.matches(text)] == ["1月底", "2月底", "3月底"]


def test_a_match_of_nothing_is_no_match() -> None:
    assert not list(Rule("a.b", "deadlines", "", "底?").matches("月月"))


def test_a_group_that_took_no_part_is_empty() -> None:
    match = next(Rule("a.b", "deadlines", "", "(?P<year>年)?月").matches("月"))
    assert (match.group("year"), match.group("none")) == ("", "")


def test_without_any_of_its_triggers_a_rule_is_not_tried() -> None:
    assert not list(Rule("a.b", "deadlines", "", "月", triggers=("底",)).matches("月"))
    assert list(Rule("a.b", "deadlines", "", "月", triggers=("末", "底")).matches("月底"))
