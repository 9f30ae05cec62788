"""Lengths written as codes, and days counted back."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor.extract.times.lengths import length_of, within

DAY = dt.date(2024, 5, 6)


@pytest.mark.parametrize(
    ("code", "day"),
    [
        pytest.param("0d", "2024-05-06", id="0天"),
        pytest.param("0wd", "2024-05-06", id="0个工作日"),
        pytest.param("14d", "2024-05-20", id="14天"),
        pytest.param("-1d", "2024-05-05", id="前1天"),
        pytest.param("5wd", "2024-05-11", id="5个工作日，11日补班"),
        pytest.param("-1wd", "2024-04-30", id="前1个工作日越过五一"),
        pytest.param("-3wd", "2024-04-28", id="前3个工作日，28日补班"),
        pytest.param("1m", "2024-06-06", id="1个月"),
        pytest.param("-3m", "2024-02-06", id="前3个月"),
        pytest.param("-1y", "2023-05-06", id="前1年"),
        pytest.param("25h", "2024-05-08", id="25小时"),
        pytest.param("-48h", "2024-05-04", id="前48小时"),
    ],
)
def test_days_so_far_away(code: str, day: str) -> None:
    assert length_of(code).after(DAY) == (dt.date.fromisoformat(day), ())


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param("半年内", "6m", id="半年"),
        pytest.param("一年半内", "18m", id="一年半"),
        pytest.param("半个月", "15d", id="半个月"),
        pytest.param("半学期", "3m", id="半学期"),
        pytest.param("半个工作日内", "4h", id="半个工作日"),
        pytest.param("半小时内", "30min", id="半小时"),
        pytest.param("一分半分钟", "2min", id="分钟不再分"),
        pytest.param("3-5个工作日", "5wd", id="两数取大"),
    ],
)
def test_lengths_as_they_are_said(words: str, code: str) -> None:
    assert within(words).code == code


@pytest.mark.parametrize("code", ["", "d", "3", "3x", "--3d", "3 d", "三d", "99999d"])
def test_other_words_are_no_length(code: str) -> None:
    with pytest.raises(ValueError, match=code or "^$"):
        length_of(code)
