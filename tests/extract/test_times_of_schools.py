"""Holidays bind nobody, periods may name each month, and the year may stand in another date only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.extract.times import short_form
from tests.notices import read, read_body

if TYPE_CHECKING:
    from extractor.model.notice import Task
    from extractor.rules.book import RuleBook

TIMES = [
    pytest.param("各校于5月20—5月25日开展自查，形成台账。", "2024-05-20/2024-05-25", id="两头写月"),
    pytest.param("6月26-7月2日，图书馆集中清点图书。", "2024-06-26/2024-07-02", id="跨月"),
    pytest.param("请各班于学生离校前3天清点钥匙。", "学生离校+-3d", id="离校前几天"),
    pytest.param("请各科室在设备验收前5个工作日报送资料。", "设备验收+-5wd", id="验收前几个工作日"),
    pytest.param("教务处组织督查，督查时间为3月10日。", "2024-03-10", id="时间为某日"),
    pytest.param("放假时间为4月4日至4月6日。各科室应于4月7日8:30前到岗。", "2024-04-07T08:30", id="放假时间为"),
    pytest.param("放假时间：4月4日至6日共3天。学生须于4月6日18:00前返校。", "2024-04-06T18:00", id="放假时间"),
    pytest.param("学生4月4日开始放假，各班要在4月3日前清点门窗。", "2024-04-03", id="开始放假"),
    pytest.param("每天开放的阅览室由各年级轮流值守。", "", id="每天开放的"),
    pytest.param("每月召开的例会要形成纪要。", "", id="每月召开的"),
    pytest.param("各校每月报送一次台账。", "month", id="每月报送"),
]
UNDATED = (
    "关于召开教师大会的通知\n各学院：\n一、会议时间：2024年8月26日下午2:30\n"
    "二、会议要求\n请各学院于8月25日前报名单。\n"
)


@pytest.mark.parametrize(("sentence", "expected"), TIMES)
def test_the_time_of_a_task(book: RuleBook, sentence: str, expected: str) -> None:
    task = read_body(book, f"一、{sentence}").tasks[0]
    assert _time(task) == expected


def test_a_weekday_behind_a_day_is_no_second_time(book: RuleBook) -> None:
    task = read_body(book, "一、请各校于3月20日（下周三）前报送名单。").tasks[0]
    assert (_time(task), task.milestones) == ("2024-03-20", ())


def test_without_a_date_of_issue_the_other_dates_say_the_year(book: RuleBook) -> None:
    assert [_time(task) for task in read(book, UNDATED).documents[0].tasks] == ["2024-08-26T14:30", "2024-08-25"]


def test_without_any_year_a_day_stays_open(book: RuleBook) -> None:
    undated = UNDATED.replace("2024年", "")
    assert [_time(task) for task in read(book, undated).documents[0].tasks][-1] == "vague"


def test_a_meeting_put_off_is_not_at_its_old_time(book: RuleBook) -> None:
    lead = "经研究，现将3月6日上午召开的评估工作宣讲会安排进行调整。\n一、会议时间：3月8日上午9:00"
    assert [_time(task) for task in read_body(book, lead).tasks] == ["2024-03-08T09:00"]


def _time(task: Task) -> str:
    return short_form(task.deadline.value) if task.deadline else ""
