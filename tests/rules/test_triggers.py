"""The words and signs that are derived from a pattern really stand in everything it matches."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from extractor.rules.pattern.triggers import first_signs, literals

DERIVED = [
    pytest.param("月底前", "月底前", id="一串字"),
    pytest.param("月(?:底|末)之?前", "月底之前 月底前 月末之前 月末前", id="分支与可有可无"),
    pytest.param("[0-9]{1,2}月[底末]", "月底 月末", id="小字组展开"),
    pytest.param("(?P<a>责任)单位：", "责任单位：", id="命名组"),
    pytest.param("(?>牵头)+单位", "牵头", id="重复的组分开算"),
    pytest.param("之?前", "前", id="可有可无的不算"),
    pytest.param("(?:之前|以前|前)", "前", id="含别的词的去掉"),
    pytest.param("a{2,3}bc", "bc", id="次数"),
    pytest.param("(?:甲乙){1,3}", "甲乙", id="至少一次"),
    pytest.param("(?:甲乙){0,3}丙?", "", id="可以一次也没有"),
    pytest.param("甲*乙?", "", id="都可没有"),
    pytest.param("甲|乙|丙", "丙 乙 甲", id="分支合起来"),
    pytest.param("甲|[0-9]+", "", id="一支说不准就都说不准"),
    pytest.param("(?<=自)甲(?=起)", "甲", id="前后看的不在其中"),
    pytest.param("(?<!自)^甲$", "甲", id="零宽的不影响"),
    pytest.param(r"\b甲\.乙", "甲.乙", id="转义的点"),
    pytest.param(r"甲\s乙丙", "乙丙", id="空白说不准"),
    pytest.param(r"甲\p{Han}{1,4}乙丙", "乙丙", id="字符属性"),
    pytest.param("甲.乙丙", "乙丙", id="任意字"),
    pytest.param(r"\u7532乙", "甲乙", id="码位"),
    pytest.param("[^甲]乙", "乙", id="否定字组"),
    pytest.param("[0-9]年", "年", id="范围不展开"),
]
NOT_UNDERSTOOD = [
    pytest.param("(?i)abc", id="不分大小写"),
    pytest.param("(?:甲乙){e<=1}", id="容错"),
    pytest.param(r"(甲)乙\1", id="回引"),
    pytest.param("(?R)?甲", id="递归"),
    pytest.param("[[甲乙]--[乙]]丙", id="字组运算"),
    pytest.param("甲)乙", id="多余的括号"),
    pytest.param("(?#注)甲", id="注释"),
    pytest.param(r"甲\K乙", id="重设起点"),
    pytest.param("(甲", id="没有合上"),
]


@pytest.mark.parametrize(("expression", "words"), DERIVED)
def test_needed_words_are_found(expression: str, words: str) -> None:
    assert " ".join(literals(expression)) == words


@pytest.mark.parametrize("expression", NOT_UNDERSTOOD)
def test_nothing_is_claimed_of_a_pattern_that_is_not_understood(expression: str) -> None:
    assert literals(expression) == ()


BEGINNINGS = [
    pytest.param("[0-9]{1,2}月|(?:本|下)月", "[0-9下本]", id="分支与字组"),
    pytest.param(r"(?<![第.])(?:\d{4}年)?第?[一二]季", r"[\d一二第]", id="前面可有可无的都算"),
    pytest.param("(?=甲)乙|丙", "[丙乙]", id="前看的不算"),
    pytest.param("(?:会议|培训|论坛)时间", "[会培论]", id="词表"),
    pytest.param("a-|-b", r"[\-a]", id="连字号要转义"),
    pytest.param("甲?乙*", "", id="什么也没有也行"),
    pytest.param("[^甲]乙", "", id="否定字组"),
    pytest.param("[+-]甲", "", id="字组边上有连字号"),
    pytest.param(".甲", "", id="任意字"),
]


@pytest.mark.parametrize(("expression", "signs"), BEGINNINGS)
def test_signs_are_found_that_matches_can_begin_with(expression: str, signs: str) -> None:
    assert first_signs(expression) == signs


def _grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    group = st.sampled_from(["(?:{})", "({})", "(?>{})"])
    return st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.tuples(group, st.lists(inner, min_size=1, max_size=4)).map(lambda g: g[0].format("|".join(g[1]))),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{0,2}", "{1,2}", "{2}", "??", "*+", "++"])).map(
            lambda repeated: f"(?:{repeated[0]}){repeated[1]}"
        ),
        st.tuples(st.sampled_from(["(?={})", "(?!{})", "(?<={})", "(?<!{})"]), inner).map(
            lambda look: look[0].format(look[1])
        ),
    )


PATTERNS = st.recursive(
    st.sampled_from(["甲", "乙", "丙", ".", "[甲乙]", "[^甲]", r"\w", r"\b", "甲乙", "[丙-乙]"]),
    _grown,
    max_leaves=12,
)


@given(PATTERNS, st.text("甲乙丙", max_size=12))
def test_every_match_of_any_pattern_holds_one_of_its_words(expression: str, text: str) -> None:
    words = literals(expression)
    for match in regex.finditer(expression, text, regex.VERSION1):
        assert not words or not match[0] or any(word in match[0] for word in words)


@given(PATTERNS, st.text("甲乙丙", max_size=12))
def test_every_match_of_any_pattern_begins_with_one_of_its_signs(expression: str, text: str) -> None:
    signs = first_signs(expression)
    for match in regex.finditer(expression, text, regex.VERSION1):
        assert not signs or (match[0] and regex.match(signs, match[0], regex.VERSION1))
