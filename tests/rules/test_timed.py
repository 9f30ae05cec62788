"""A rule whose search does not end is stopped, and the complaint names it, however it was searched for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.messages import say
from extractor.model.errors import RuleError
from extractor.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Callable

ENDLESS = Rule("owner.own", "owners", "", "(?:的|的的)+负责", where="我的规则/owners.toml:3")
TEXT = "甲" + "的" * 200 + "。负责"
WAYS = [
    pytest.param(lambda rule: list(rule.matches(TEXT)), id="逐处认"),
    pytest.param(lambda rule: rule.pattern.match(TEXT, 1), id="从一处认"),
    pytest.param(lambda rule: rule.pattern.search(TEXT, 1, len(TEXT)), id="找第一处"),
    pytest.param(lambda rule: list(rule.pattern.finditer(TEXT)), id="找每一处"),
]


@pytest.mark.parametrize("way", WAYS)
def test_an_endless_search_is_stopped_and_names_its_rule(
    monkeypatch: pytest.MonkeyPatch, way: Callable[[Rule], object]
) -> None:
    monkeypatch.setattr("extractor.rules.rule.SEARCH_SECONDS", 0.05)
    ENDLESS.__dict__.pop("pattern", None)
    with pytest.raises(RuleError) as caught:
        way(ENDLESS)
    error = caught.value
    assert (error.code, error.where, error.details["rule"]) == ("rule-too-slow", ENDLESS.where, ENDLESS.id)
    said = say(error.code, error.where, error.details).text
    assert said.startswith("我的规则/owners.toml:3：规则 owner.own 搜得太久，在“")


def test_within_its_time_a_search_finds_what_it_finds() -> None:
    rule = Rule("owner.own", "owners", "", "[甲乙]局")
    found = (rule.pattern.match("甲局乙局", 2), rule.pattern.search("的甲局乙局"))
    assert [match and match.span() for match in found] == [(2, 4), (1, 3)]
    assert [match[0] for match in rule.pattern.finditer("的甲局乙局", 2)] == ["乙局"]
    assert rule.pattern.match("的甲局") is None
