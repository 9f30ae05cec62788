"""A guarded pattern finds what the plain one finds, and says so with one look."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from extractor.rules.pattern.guard import guarded

LISTS = "甲(?:会议|培训|论坛|活动)?乙|(?<=(?:处|委员会|局|厅))丙|(?<!(?:会|处|局|厅))丁|(?<=(?:会|处|局|厅)乙)丙"


@pytest.mark.parametrize(
    ("plain", "wanted"),
    [
        pytest.param("(?:会议|培训|论坛|活动)", "(?:(?=[会培活论])(?:会议|培训|论坛|活动))", id="词表：先看首字"),
        pytest.param("(?<=(?:处|委员会|局|厅))", "(?:(?<=[会厅处局])(?<=(?:处|委员会|局|厅)))", id="后顾：先看末字"),
        pytest.param("(?<!(?:处|会|局|厅))", "(?:(?<![会厅处局])|(?<!(?:处|会|局|厅)))", id="后顾：末字不是便够"),
        pytest.param(
            "(?<=(?:甲|乙|丙|丁)戊)", "(?<=(?:(?=[丁丙乙甲])(?:甲|乙|丙|丁))戊)", id="后顾里还有别的：看首字"
        ),
        pytest.param("(?:会议|培训)", "(?:会议|培训)", id="词少：照旧"),
        pytest.param("(?:会议|培训|论坛|第[0-9]次)", "(?:会议|培训|论坛|第[0-9]次)", id="不全是词：照旧"),
        pytest.param(r"\\(?:甲|乙|丙|丁)", r"\\(?:甲|乙|丙|丁)", id="括号是字面的：照旧"),
    ],
)
def test_lists_of_plain_words_are_guarded_by_one_sign(plain: str, wanted: str) -> None:
    assert guarded(plain) == wanted


@given(st.text(alphabet="甲乙丙丁会议培训论坛活动处局厅委员", max_size=40))
def test_a_guard_changes_nothing_that_is_found(text: str) -> None:
    plain, quick = (regex.compile(each, regex.VERSION1) for each in (LISTS, guarded(LISTS)))
    assert guarded(LISTS) != LISTS
    assert [match.span() for match in quick.finditer(text)] == [match.span() for match in plain.finditer(text)]
