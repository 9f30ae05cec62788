"""Times as clerks put them into a sentence: 于3.20前, 今日下午5时前, 完成时间为某月; the notice is of 1 March 2024."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.extract.times import TimeContext
from tests.extract.time_tables import read, shown

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

DEMANDS = [
    ("名册请于3.20前交站里。", "2024-03-20"),
    ("各渡口要在11.5下班前报数。", "2024-11-05"),
    ("请于今日下午5时前反馈。", "2024-03-01T17:00"),
    ("今晚8点前撤离到位。", "2024-03-01T20:00"),
    ("请各站明日9：00到三楼开会。", "2024-03-02T09:00"),
    ("明天下班前补齐。", "2024-03-02"),
    ("后天前交齐船照。", "2024-03-03"),
    ("护栏的完成时间为2024年9月。", "2024-09-30"),
    ("换证期限为6月，由各站办理。", "2024-06-30"),
    ("验收时限是2025年。", "2025-12-31"),
    ("泵站2025年建成。", "2025-12-31"),
    ("闸门2024年启动，2026年全面完成。", "2024-12-31 | 2026-12-31"),
]
STORIES = [
    ("系统由3.20前的版本升级。", "版本"),
    ("见第3.20条。", "条款"),
    ("今天的会议很重要。", "没有钟点"),
    ("今天上午，船队出海。", "讲事情"),
    ("2024年完成投资30万元。", "指标"),
    ("各站要汇报2024年完成情况。", "情况"),
    ("县里将于每季度末抽查。", "发文机关自己要做的"),
    ("组织2023年12月31日前入职的船工体检。", "哪些人"),
    ("更换2020年底前购置的救生衣。", "哪些东西"),
    ("报送2023年1-3月的工作总结。", "总结的期间"),
]


@pytest.mark.parametrize(("text", "expected"), DEMANDS)
def test_what_demands(book: RuleBook, text: str, expected: str) -> None:
    assert shown(book, text, marked=False) == expected


@pytest.mark.parametrize(("text", "why"), STORIES)
def test_what_demands_nothing(book: RuleBook, text: str, why: str) -> None:
    assert shown(book, text, marked=False) == "", why


def test_today_is_the_day_of_issue_and_says_so(book: RuleBook) -> None:
    found = read(book, "请于明天（星期一）9：00前交齐。", marked=False)
    assert [doubt.code for doubt in found.problems] == ["weekday-mismatch"]
    assert "day-from-issue-date" in str(found)


def test_without_a_day_of_issue_today_is_no_day(book: RuleBook) -> None:
    assert shown(book, "请于今日下午5时前反馈。", TimeContext(), marked=False) in {"", "vague"}
