"""Times in notices of application that demand nothing, and sections of them that hold no tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.extract.times import short_form
from tests.notices import read_body, rows

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

UNTIMED = [
    pytest.param("活动前14天内到访过疫区的人员，不得参加活动。", id="若干天内去过某地的人"),
    pytest.param("到2025年底，各乡要使卫生厕所普及率不得低于90%。", id="指标不得低于"),
    pytest.param("各校要核对2021年底以前表彰名单，更正有误的信息。", id="早于发文一年多的日子"),
]
TIMED = [
    pytest.param("活动结束后14天内各校要提交总结。", "活动结束+14d", id="活动结束后若干天内"),
    pytest.param("各校要于2023年12月31日前补签台账。", "2023-12-31", id="早于发文不到一年"),
    pytest.param("到2025年底，各乡要建成卫生厕所。", "2025-12-31", id="没有指标"),
]
TOLD_NOTHING = [
    pytest.param("一、受理项目\n（一）专利优势企业认定项目\n（二）贯标推进项目\n", id="受理项目"),
    pytest.param("一、遴选范围\n（一）开展试点的园区\n（二）建立平台的企业\n", id="遴选范围"),
    pytest.param("一、自查事项\n（一）履行责任情况，落实制度情况等。\n（二）系统应用情况。\n", id="都是情况"),
]


@pytest.mark.parametrize("sentence", UNTIMED)
def test_words_of_time_that_demand_nothing_are_no_times(book: RuleBook, sentence: str) -> None:
    task = read_body(book, f"一、{sentence}").tasks[0]
    assert (task.deadline, task.milestones) == (None, ())


@pytest.mark.parametrize(("sentence", "expected"), TIMED)
def test_words_of_time_that_demand_something_are_times(book: RuleBook, sentence: str, expected: str) -> None:
    deadline = read_body(book, f"一、{sentence}").tasks[0].deadline
    assert deadline is not None
    assert short_form(deadline.value) == expected


@pytest.mark.parametrize("section", TOLD_NOTHING)
def test_what_is_offered_or_looked_at_is_no_task(book: RuleBook, section: str) -> None:
    document = read_body(book, f"{section}二、工作要求\n各校要按期报送总结。\n")
    assert len(rows(document)) == 1


def test_an_item_that_says_what_falls_under_a_rule_is_a_task(book: RuleBook) -> None:
    document = read_body(book, "一、界定审查对象。各单位制定的规章、文件，均应纳入审查范围。\n二、各校要抓好落实。")
    assert len(document.tasks) == 2
