"""What the document says about time decides the year; what is odd about a time becomes a problem."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from extractor.extract.times import TimeContext, read_times
from extractor.model.span import Span
from tests.extract.time_tables import read, shown
from tests.notices import read as notice
from tests.notices import times

if TYPE_CHECKING:
    from extractor.model.problem import Problem
    from extractor.rules.book import RuleBook

NOTHING = TimeContext()
ISSUED = TimeContext(issued=dt.date(2024, 11, 20))
PLAN = TimeContext(issued=dt.date(2024, 3, 1), plan_year=2025)
OLD_PLAN = TimeContext(issued=dt.date(2025, 1, 6), plan_year=2024)
THIS_PLAN = TimeContext(issued=dt.date(2020, 6, 4), plan_year=2020)
REFERENCE = TimeContext(reference=dt.date(2024, 11, 20))

YEARS = [
    ("12月底前", ISSUED, "2024-12-31", ["year-from-issue-date"]),
    ("3月底前", ISSUED, "2025-03-31", ["year-next"]),
    ("9月25日前", ISSUED, "2024-09-25", ["year-from-issue-date"]),
    ("9月20日前", ISSUED, "2025-09-20", ["year-next"]),
    ("上半年", ISSUED, "2025-06-30", ["year-next"]),
    ("年底前", ISSUED, "2024-12-31", ["year-from-issue-date"]),
    ("明年3月底前", ISSUED, "2025-03-31", ["year-from-issue-date"]),
    ("10月15日至12月15日", ISSUED, "2024-10-15/2024-12-15", ["year-from-issue-date"]),
    ("6月1日至12月31日", ISSUED, "2024-06-01/2024-12-31", ["year-from-issue-date"]),
    ("12月—次年2月", ISSUED, "2024-12-01/2025-02-28", ["year-from-issue-date"]),
    ("12月9日至2025年1月7日", TimeContext(issued=dt.date(2024, 3, 1), plan_year=2025), "2024-12-09/2025-01-07", []),
    ("3月1日至2025年6月30日", PLAN, "2025-03-01/2025-06-30", ["year-from-plan"]),
    ("12月至2月29日", TimeContext(dt.date(2023, 11, 20)), "2023-12-01/2024-02-29", ["year-from-issue-date"]),
    ("即日起至1月31日", ISSUED, "2024-11-20/2025-01-31", ["start-from-issue-date"]),
    ("下月10日前", TimeContext(dt.date(2024, 12, 5)), "2025-01-10", ["month-from-issue-date"]),
    ("月底前", ISSUED, "2024-11-30", ["month-from-issue-date"]),
    ("春节前", ISSUED, "2025-01-28", ["festival-date", "year-from-issue-date"]),
    ("元旦前", ISSUED, "2024-12-31", ["festival-date", "year-from-issue-date"]),
    ("2024年12月底前", ISSUED, "2024-12-31", []),
    ("6月底前", PLAN, "2025-06-30", ["year-from-plan"]),
    ("年底前", PLAN, "2025-12-31", ["year-from-plan"]),
    ("1月20日前", OLD_PLAN, "2025-01-20", ["year-from-issue-date"]),
    ("12月20日前", OLD_PLAN, "2024-12-20", ["year-from-plan"]),
    ("3月底前", THIS_PLAN, "2020-03-31", ["year-from-plan"]),
    ("1月14日前", TimeContext(issued=dt.date(2026, 12, 7), plan_year=2026), "2027-01-14", ["year-next"]),
    ("12月15日前", TimeContext(dt.date(2026, 11, 10), 2027, ahead=True), "2026-12-15", ["year-from-issue-date"]),
    ("3月底前", TimeContext(dt.date(2026, 11, 10), 2027, ahead=True), "2027-03-31", ["year-from-plan"]),
    ("12月15日前", TimeContext(dt.date(2026, 11, 10), 2027), "2027-12-15", ["year-from-plan"]),
    ("6月底前", TimeContext(plan_year=2023), "2023-06-30", ["year-from-plan"]),
    ("3月底前", REFERENCE, "2025-03-31", ["year-next"]),
    ("12月底前", REFERENCE, "2024-12-31", ["year-from-reference"]),
    ("即日起至12月31日", REFERENCE, "2024-11-20/2024-12-31", ["start-from-reference"]),
    ("即日起至2024年12月31日", NOTHING, "2024-12-31", []),
    ("本周五前", ISSUED, "2024-11-22", ["week-from-issue-date"]),
    ("印发之日起15个工作日内", ISSUED, "印发+15wd=2024-12-11", []),
    ("印发之日起5个工作日内", TimeContext(dt.date(2024, 9, 26)), "印发+5wd=2024-10-09", []),
    ("印发之日起5个工作日内", TimeContext(dt.date(2051, 3, 1)), "印发+5wd=2051-03-08",
     ["workday-calendar-estimated"]),
    ("印发之日起30日内", NOTHING, "印发+30d", []),
    ("印发之日起1个月内", TimeContext(dt.date(2024, 1, 31)), "印发+1m=2024-02-29", []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "context", "value", "assumptions"),
    [pytest.param(*row, id=f"{row[0]}（{row[1].issued or row[1].reference or '无日期'}）") for row in YEARS],
)
def test_the_document_decides_the_year(
    book: RuleBook, text: str, context: TimeContext, value: str, assumptions: list[str]
) -> None:
    assert shown(book, text, context, marked=True) == value
    assert list(read(book, text, context, marked=True).times[0].assumptions) == assumptions


def problems(book: RuleBook, text: str, context: TimeContext) -> list[Problem]:
    return list(read(book, text, context, marked=True).problems)


@pytest.mark.parametrize(
    "text",
    ["6月底前", "3月5日前", "年底前", "一季度末", "上半年", "4月1日至5月1日", "春节前", "本月底前"],
)
def test_without_any_year_a_time_is_vague_and_a_problem_says_so(book: RuleBook, text: str) -> None:
    assert shown(book, text, NOTHING, marked=True) == "vague"
    (problem,) = problems(book, text, NOTHING)
    assert (problem.code, problem.severity) == ("deadline-without-year", "warning")
    assert problem.details == (("words", text),)


@pytest.mark.parametrize(
    "text",
    [
        "2024年2月30日前", "2月30日前", "2023年2月29日", "13月底前", "4月31日前", "4月1日25:00前",
        "4月1日9:75前", "2024-13-01", "每年2月30日前", "每月35日前", "2024年6月1日至2024年5月1日", "6月0日前",
    ],
)  # fmt: skip
def test_a_day_that_no_calendar_has_is_vague_and_a_problem_says_so(book: RuleBook, text: str) -> None:
    assert shown(book, text, ISSUED, marked=True) == "vague"
    assert [problem.code for problem in problems(book, text, ISSUED)] == ["impossible-date"]


def test_a_wrong_weekday_is_told_and_the_date_kept(book: RuleBook) -> None:
    text = "2024年12月3日（星期四）下班前"
    (problem,) = problems(book, text, ISSUED)
    assert shown(book, text, ISSUED, marked=True) == "2024-12-03"
    assert problem.code == "weekday-mismatch"
    assert dict(problem.details) == {
        "words": "2024年12月3日（星期四）下班前", "date": "2024-12-03", "printed": "星期四", "real": "星期二",
    }  # fmt: skip


TRUE_WEEKDAYS = ["2024年12月3日（星期二）", "12月3日（周二）前", "12月8日（星期天）", "12月8日星期日"]


@pytest.mark.parametrize("text", TRUE_WEEKDAYS)
def test_a_true_weekday_is_no_problem(book: RuleBook, text: str) -> None:
    assert problems(book, text, ISSUED) == []


def test_a_printed_year_before_the_issue_is_told_and_the_date_kept(book: RuleBook) -> None:
    (problem,) = problems(book, "2024年5月底前", ISSUED)
    assert shown(book, "2024年5月底前", ISSUED, marked=True) == "2024-05-31"
    assert (problem.code, problem.severity) == ("deadline-before-issue", "info")
    assert dict(problem.details) == {"words": "2024年5月底前", "due": "2024-05-31", "issued": "2024-11-20"}


def test_only_the_stretch_is_read(book: RuleBook) -> None:
    text = "6月底前完成。9月底前完成。12月底前完成。"
    read_there = read_times(book, text, Span(7, 14), ISSUED, marked=False)
    assert [(found.span, found.rule) for found in read_there.times] == [(Span(7, 11), "deadline.part-by")]


@pytest.mark.parametrize("year", ["2023年", "２０２３年", "二〇二三年"])
def test_the_title_names_the_year_of_the_plan_in_any_width(book: RuleBook, year: str) -> None:
    document = notice(book, f"{year}重点工作安排\n一、加强考核\n各处室要在年末完成考核。").documents[0]
    assert [times(task) for task in document.tasks] == ["2023-12-31"]


def test_years_from_to_in_the_title_are_no_year_of_the_plan(book: RuleBook) -> None:
    signed = "云州市教育局\n2024年10月28日"
    text = f"关于2024-2025年度防火工作的通知\n各学校：\n一、加强巡查。各学校要在12月5日前完成排查。\n{signed}"
    assert [times(task) for task in notice(book, text).documents[0].tasks] == ["2024-12-05"]
