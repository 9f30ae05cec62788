"""The title says when a plan is over, if it names its years."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor.export.schedule.plan_end import plan_end

ISSUED = dt.date(2024, 3, 1)


@pytest.mark.parametrize(
    ("title", "year"),
    [
        pytest.param("2024年工作要点", 2024, id="年度要点"),
        pytest.param("关于印发2024年度考核办法的通知", 2024, id="年度"),
        pytest.param("2024－2026年行动计划", 2026, id="起止年"),
        pytest.param("提升行动（2024年—2027年）", 2027, id="起止都写年"),
        pytest.param("二〇二四年工作安排", 2024, id="汉字年份"),
        pytest.param("“十四五”时期规划", 2025, id="十四五"),
        pytest.param("十五五规划任务分工", 2030, id="十五五"),
        pytest.param("关于开展清理工作的通知", None, id="没有年份"),
        pytest.param("转发甲发〔2024〕5号文件的通知", None, id="文号里的年份"),
        pytest.param("2023年度考核工作安排", None, id="上一年度的考核"),
        pytest.param("档案管理规定（2024年版）", None, id="版本的年份"),
        pytest.param("档案管理规定（2024年修订）", None, id="修订的年份"),
        pytest.param("2020年以来整改工作方案", None, id="某年以来"),
        pytest.param("", None, id="没有标题"),
    ],
)
def test_the_last_year_of_the_title(title: str, year: int | None) -> None:
    assert plan_end(title, ISSUED) == (dt.date(year, 12, 31) if year else None)
