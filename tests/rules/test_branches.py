"""A group of many branches finds what it found before, and says with one look that it cannot begin."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.rules.pattern.branches import led

MANY = (
    "甲(?!要(?!求)|应[该当]|须|(?:把|将)它)"
    "(?P<names>[一二]月|三?年|(?:上|下|本|每)周[一二]?|(?<=(?:甲|乙|丙|丁))\\d日|日)"
)


@pytest.mark.parametrize(
    ("plain", "wanted"),
    [
        pytest.param("(?:要(?!求)|应|须|[将把])", "(?:(?=[将应把要须])(?:要(?!求)|应|须|[将把]))", id="四支：先看首字"),
        pytest.param("(?!要(?!求)|应|须|将)", "(?!(?=[将应要须])(?:要(?!求)|应|须|将))", id="否定前瞻"),
        pytest.param("(?P<a>[一二]月|年|季|周)", "(?P<a>(?=[一二周季年])(?:[一二]月|年|季|周))", id="有名的组"),
        pytest.param("甲(?:要(?!求)|应|须)", "甲(?:要(?!求)|应|须)", id="支少：照旧"),
        pytest.param("(?:会议|培训|论坛|活动)", "(?:会议|培训|论坛|活动)", id="词表另有办法：照旧"),
        pytest.param("(?<=[甲乙]|丙|丁|戊)", "(?<=[甲乙]|丙|丁|戊)", id="后顾：照旧"),
        pytest.param("(?:[^甲]|乙丙|丁|戊)", "(?:[^甲]|乙丙|丁|戊)", id="首字不知：照旧"),
        pytest.param("(?:甲?|乙丙|丁|戊)", "(?:甲?|乙丙|丁|戊)", id="可以是空的：照旧"),
        pytest.param(r"\((?:甲|乙[)]|丙|丁)", r"\((?:(?=[丁丙乙甲])(?:甲|乙[)]|丙|丁))", id="字面的括号不算"),
        pytest.param("(?:甲|乙[丙]|丁|戊", "(?:甲|乙[丙]|丁|戊", id="没有收住的括号：照旧"),
    ],
)
def test_groups_of_many_branches_are_led_by_their_first_signs(plain: str, wanted: str) -> None:
    assert led(plain) == wanted


@given(st.text(alphabet="甲乙要求应该须把将它一二三上下本每月年周日5", max_size=30))
def test_what_leads_changes_nothing_that_is_found(text: str) -> None:
    assert led(MANY).count("(?=[") == 2
    plain, quick = re.compile(MANY.replace("(?<=(?:甲|乙|丙|丁))", "(?<=[甲乙丙丁])")), re.compile(led(MANY))
    found = [(match.span(), match.groupdict()) for match in plain.finditer(text)]
    assert [(match.span(), match.groupdict()) for match in quick.finditer(text)] == found
