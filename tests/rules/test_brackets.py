"""A group ends where its own bracket closes."""

from __future__ import annotations

import pytest

from extractor.rules.pattern.brackets import group_at

GROUPS = [
    pytest.param("甲(?:乙|丙)丁", "(?:乙|丙)", id="一层"),
    pytest.param("甲(?:乙(?=丙)(丁))戊)", "(?:乙(?=丙)(丁))", id="套层"),
    pytest.param(r"甲(乙\)[)(]丙[^])]丁\\)戊", r"(乙\)[)(]丙[^])]丁\\)", id="转义的、集合里的不算"),
    pytest.param("甲(?:乙(丙)", "", id="没有合上"),
]


@pytest.mark.parametrize(("expression", "group"), GROUPS)
def test_a_group_ends_where_its_own_bracket_closes(expression: str, group: str) -> None:
    assert group_at(expression, 1) == group
