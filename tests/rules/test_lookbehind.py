"""A pattern whose look-behinds are written one width each finds what it found before."""

from __future__ import annotations

import re

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from extractor.rules.pattern.lookbehind import one_width_each

WRITTEN = [
    pytest.param("(?<!为|作为)甲", "(?<!为)(?<!作为)甲", id="否定：逐宽都不是"),
    pytest.param("(?<=会|大会|部)甲", "(?:(?<=会|部)|(?<=大会))甲", id="肯定：有一宽即可"),
    pytest.param(r"(?<![第 ]\d{1,2})月", r"(?<![第 ]\d)(?<![第 ]\d\d)月", id="次数有限的重复"),
    pytest.param(
        r"(?<=(?:\A|[。])\d?)月", r"(?:(?<=\A)|(?<=\A\d|[。])|(?<=[。]\d))月", id="文首与集合"
    ),
    pytest.param("(?<=会)甲(?<!乙)", "(?<=会)甲(?<!乙)", id="只有一宽：照旧"),
    pytest.param("(?<=会*)甲", "(?<=会*)甲", id="宽度无限：照旧"),
    pytest.param(r"\(?<=会|大会\)[(?<!会|大会)]", r"\(?<=会|大会\)[(?<!会|大会)]", id="字面的括号与集合：照旧"),
]
PATTERNS = (
    "(?<!为|作为|[第 ][一二]{1,2})月[底末]", "(?<=会|大会|部门)月",
    r"(?<=(?:\A|[。\n])第?)月", "(?<=（[^（）]{0,3}）)月",
    "(?:(?<=作为)|(?<!会|大会))(?:月|为)",
)  # fmt: skip


@pytest.mark.parametrize(("plain", "wanted"), WRITTEN)
def test_each_width_has_its_own_look(plain: str, wanted: str) -> None:
    assert one_width_each(plain) == wanted


@pytest.mark.parametrize("expression", PATTERNS)
@given(text=st.text(alphabet="为作第一二 月底末会大部门。（）\n", max_size=24), start=st.integers(0, 6))
def test_both_libraries_find_the_same(expression: str, text: str, start: int) -> None:
    plain, even = regex.compile(expression, regex.VERSION1), re.compile(one_width_each(expression))
    found = [match.span() for match in even.finditer(text, start)]
    assert found == [match.span() for match in plain.finditer(text, start)]
