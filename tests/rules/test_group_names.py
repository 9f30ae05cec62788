"""A name may stand in several branches of a rule's pattern: what took part counts, whichever library searched."""

from __future__ import annotations

import re

import pytest

from extractor.rules.pattern.group_names import distinct_names
from extractor.rules.rule import Rule

NUMBERED = [
    pytest.param("(?P<when>一月)底|(?P<when>二月)末", "(?P<when>一月)底|(?P<when__2>二月)末", id="第二次起加号"),
    pytest.param("(?<when>一月)(?<!二月)", "(?<when>一月)(?<!二月)", id="只有一次：照旧"),
    pytest.param(r"\(?P<a>甲[(?P<a>](?P<a>乙)", r"\(?P<a>甲[(?P<a>](?P<a>乙)", id="字面的括号与集合不算"),
]
BRANCHES = "(?P<when>一月)底|到(?P<when>二月)末(?P<part>前?)"
FOUND = [
    pytest.param("一月底", {"when": "一月"}, id="前一支"),
    pytest.param("到二月末", {"when": "二月"}, id="后一支，空组不算"),
    pytest.param("到二月末前", {"when": "二月", "part": "前"}, id="两组"),
]


@pytest.mark.parametrize(("plain", "wanted"), NUMBERED)
def test_a_name_that_comes_again_is_numbered(plain: str, wanted: str) -> None:
    assert distinct_names(plain) == wanted


@pytest.mark.parametrize("limited", [True, False])
@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_both_libraries_give_the_groups_of_the_branch_that_matched(
    text: str, wanted: dict[str, str], *, limited: bool
) -> None:
    rule = Rule("a.b", "deadlines", "", BRANCHES, limited=limited)
    assert isinstance(rule.pattern, re.Pattern) != limited
    (match,) = rule.matches(f"于{text}报送")
    assert {name: words for name, (words, _) in match.groups.items()} == wanted
    assert all(span.quote(f"于{text}报送") == words for words, span in match.groups.values())
