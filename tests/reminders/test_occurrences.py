"""Times of the ledger become days: a table of times, and the days from a day to a day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.export.schedule.days import days
from extractor.export.schedule.occurrences import occurrences
from extractor.export.schedule.series import Daily, Monthly, Series, Weekly, series
from extractor.store.questions.tasks.duties import Issue
from tests.reminders.given import ISSUED, every, on, time

if TYPE_CHECKING:
    from extractor.model.record import DeadlineRecord

FIRST, LAST = dt.date(2024, 1, 1), dt.date(2024, 12, 31)


def found(given_time: DeadlineRecord, issue: Issue, since: dt.date, until: dt.date) -> str:
    """The days, short: ``03-31 06-30``; years only where they are not 2024."""
    moments = (each.moment for each in occurrences(given_time, issue, since, until))
    return " ".join(moment.removeprefix("2024-") for moment in moments)


@pytest.mark.parametrize(
    ("interval", "on_days", "text", "expected"),
    [
        pytest.param("year", None, "每年", "12-31", id="每年"),
        pytest.param("year", "01-31", "每年1月底前", "01-31", id="每年1月底前"),
        pytest.param("year", "04-30,10-31", "每年4月、10月底前", "04-30 10-31", id="每年4月、10月底"),
        pytest.param("year", "02-28", "每年2月底前", "02-29", id="闰年的2月底"),
        pytest.param("year", "02-28", "每年2月28日前", "02-28", id="闰年的2月28日"),
        pytest.param("year", "02-29", "每年2月29日", "02-29", id="2月29日"),
        pytest.param("year", "06-30,12-30", "每年6月30日、12月30日", "06-30 12-30", id="两天不同"),
        pytest.param("half-year", None, "每半年", "06-30 12-31", id="每半年"),
        pytest.param("half-year", "01-10,07-10", "每半年首月10日", "01-10 07-10", id="每半年首月10日"),
        pytest.param("quarter", None, "每季度", "03-31 06-30 09-30 12-31", id="每季度"),
        pytest.param("quarter", "03-31,06-30,09-30,12-31", "每季度末", "03-31 06-30 09-30 12-31", id="每季度末"),
        pytest.param("quarter", "01-10,04-10,07-10,10-10", "每季度首月10日前", "01-10 04-10 07-10 10-10", id="首月"),
        pytest.param("quarter", "02-28,05-31,08-31,11-30", "每季度第二个月底", "02-29 05-31 08-31 11-30", id="次月底"),
        pytest.param("month", "25", "每月25日前", " ".join(f"{month:02}-25" for month in range(1, 13)), id="每月25日"),
        pytest.param("month", "31", "每月底前",
                     "01-31 02-29 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31", id="每月底"),
        pytest.param("month", None, "每月", "01-31 02-29 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31",
                     id="每月"),
        pytest.param("month", "30", "每月30日",
                     "01-30 02-29 03-30 04-30 05-30 06-30 07-30 08-30 09-30 10-30 11-30 12-30", id="每月30日在2月"),
    ],
)  # fmt: skip
def test_a_year_of_recurring_days(interval: str, on_days: str | None, text: str, expected: str) -> None:
    assert found(every(interval, on_days, text), Issue(), FIRST, LAST) == expected


@pytest.mark.parametrize(
    ("given_time", "since", "until", "expected"),
    [
        pytest.param(every("month", "10,25"), "2024-05-01", "2024-06-15", "05-10 05-25 06-10", id="一月两次"),
        pytest.param(every("month", "10,25"), "2024-05-10", "2024-05-25", "05-10 05-25", id="首尾两天都算"),
        pytest.param(every("month", "10,25"), "2024-05-11", "2024-05-24", "", id="正好都不在"),
        pytest.param(every("half-month"), "2024-02-01", "2024-03-16", "02-15 02-29 03-15", id="每半月"),
        pytest.param(every("half-month", "5,20"), "2024-02-01", "2024-03-16", "02-05 02-20 03-05", id="每半月写了日子"),
        pytest.param(every("week", "fri"), "2024-05-01", "2024-05-20", "05-03 05-10 05-17", id="每周五"),
        pytest.param(every("week", "wed,mon"), "2024-05-01", "2024-05-09", "05-01 05-06 05-08", id="每周一、三"),
        pytest.param(every("week"), "2024-05-01", "2024-05-15", "05-05 05-12", id="每周到星期日"),
        pytest.param(every("day"), "2024-02-28", "2024-03-01", "02-28 02-29 03-01", id="每天"),
        pytest.param(every("year", "02-29"), "2025-01-01", "2025-12-31", "2025-02-28", id="平年没有2月29日"),
        pytest.param(every("month", "29"), "2025-02-01", "2025-03-31", "2025-02-28 2025-03-29", id="平年2月没有29日"),
        pytest.param(every("month", "29"), "2024-02-01", "2024-03-31", "02-29 03-29", id="闰年2月有29日"),
        pytest.param(every("quarter"), "2024-12-31", "2025-03-31", "12-31 2025-03-31", id="跨年"),
        pytest.param(every("month", "25"), "2024-06-01", "2024-05-01", "", id="倒着的一段"),
        pytest.param(every("day"), "9999-12-30", "9999-12-31", "9999-12-30 9999-12-31", id="日历的最后一天"),
        pytest.param(every("month", "31"), "9999-12-01", "9999-12-31", "9999-12-31", id="日历的最后一月"),
        pytest.param(every("month", "32"), "2024-01-01", "2024-12-31", "", id="没有32日"),
        pytest.param(every("year", "13-01"), "2024-01-01", "2024-12-31", "", id="没有13月"),
        pytest.param(every("year", "02-30"), "2024-01-01", "2024-12-31", "", id="没有2月30日"),
        pytest.param(every("week", "someday"), "2024-01-01", "2024-12-31", "", id="没有这个星期"),
        pytest.param(every("decade"), "2024-01-01", "2024-12-31", "", id="没有这个周期"),
        pytest.param(on("2024-06-30"), "2024-06-30", "2024-06-30", "06-30", id="当天"),
        pytest.param(on("2024-06-30"), "2024-07-01", "2024-12-31", "", id="过了"),
        pytest.param(on("2024-06-30T16:00"), "2024-06-30", "2024-06-30", "06-30 16:00", id="几点"),
        pytest.param(time("period", start="2024-05-01", due="2024-06-30"), "2024-01-01", "2024-12-31", "05-01 06-30",
                     id="起止"),
        pytest.param(time("period", start="2024-05-01", due="2024-06-30T17:30"), "2024-05-02", "2024-12-31",
                     "06-30 17:30", id="已经开始"),
        pytest.param(time("relative", after="印发", within="30d", due="2024-03-31"), "2024-01-01", "2024-12-31",
                     "03-31", id="已算好"),
        pytest.param(time("ongoing"), "2024-01-01", "2024-12-31", "", id="长期"),
        pytest.param(time("vague"), "2024-01-01", "2024-12-31", "", id="适时"),
        pytest.param(time("date", due="2024-13-01"), "2024-01-01", "2024-12-31", "", id="没有的日子"),
    ],
)  # fmt: skip
def test_days_between_two_days(given_time: DeadlineRecord, since: str, until: str, expected: str) -> None:
    assert found(given_time, Issue(), dt.date.fromisoformat(since), dt.date.fromisoformat(until)) == expected


@pytest.mark.parametrize(
    ("after", "within", "issued", "expected"),
    [
        pytest.param("印发", "30d", "2024-03-01", "2024-03-31", id="30日"),
        pytest.param("本通知下发", "3m", "2024-11-30", "2025-02-28", id="3个月到2月底"),
        pytest.param("印发", "1y", "2024-02-29", "2025-02-28", id="1年"),
        pytest.param("印发", "48h", "2024-03-01", "2024-03-03", id="48小时"),
        pytest.param("印发", "60min", "2024-03-01", "2024-03-02", id="60分钟算到第二天"),
        pytest.param("印发", "5wd", "2024-04-26", "2024-05-07", id="五一调休：4月28日上班"),
        pytest.param("印发", "1wd", "2024-02-09", "2024-02-18", id="春节后第一天上班是星期日"),
        pytest.param("印发", "-3d", "2024-03-01", "2024-02-27", id="提前3天"),
        pytest.param("印发", "-2wd", "2024-02-18", "2024-02-08", id="提前2个工作日"),
        pytest.param("收到通知", "30d", "2024-03-01", "", id="何时收到不知道"),
        pytest.param("印发", "30d", None, "", id="没有成文日期"),
        pytest.param("印发", None, "2024-03-01", "", id="没有长度"),
        pytest.param("印发", "许久", "2024-03-01", "", id="看不懂的长度"),
        pytest.param("印发", "9999y", "2024-03-01", "", id="日历之外"),
    ],
)
def test_relative_times_are_counted_from_the_issue(
    after: str, within: str | None, issued: str | None, expected: str
) -> None:
    issue = Issue(dt.date.fromisoformat(issued) if issued else None)
    given_time = time("relative", after=after, within=within)
    moments = [each.moment for each in occurrences(given_time, issue, dt.date.min, dt.date.max)]
    assert moments == ([expected] if expected else [])


def test_working_days_beyond_the_known_calendars_are_monday_to_friday_and_say_so() -> None:
    issue, given_time = Issue(dt.date(2091, 1, 1)), time("relative", after="印发", within="5wd")
    (only,) = occurrences(given_time, issue, dt.date.min, dt.date.max)
    assert (only.moment, only.assumptions) == ("2091-01-08", ("workday-calendar-estimated",))


@pytest.mark.parametrize(
    ("title", "issued", "expected"),
    [
        pytest.param("关于开展清理工作的通知", ISSUED, "1:03-31 2:06-30 3:09-30 4:12-31 5:2025-03-31", id="起数"),
        pytest.param("关于开展清理工作的通知", None, "-:03-31 -:06-30 -:09-30 -:12-31 -:2025-03-31", id="不数"),
        pytest.param("2024年工作要点", ISSUED, "1:03-31 2:06-30 3:09-30 4:12-31", id="年度计划到年底为止"),
        pytest.param("通知", dt.date(2024, 3, 31), "1:06-30 2:09-30 3:12-31 4:2025-03-31", id="印发当天不算"),
        pytest.param("通知", dt.date(2025, 1, 1), "1:2025-03-31", id="印发以前没有"),
    ],
)
def test_turns_are_counted_from_the_issue_until_the_plan_ends(
    title: str, issued: dt.date | None, expected: str
) -> None:
    several = occurrences(every("quarter"), Issue(issued, "", title), FIRST, dt.date(2025, 4, 1))
    assert " ".join(f"{each.number or '-'}:{each.moment.removeprefix('2024-')}" for each in several) == expected


def test_counting_begins_with_the_issue_also_when_the_list_begins_later() -> None:
    several = occurrences(every("month", "25"), Issue(ISSUED), dt.date(2024, 6, 1), dt.date(2024, 7, 31))
    assert [(each.number, each.every, each.moment) for each in several] == [
        (4, "month", "2024-06-25"), (5, "month", "2024-07-25"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given_time", "expected"),
    [
        pytest.param(every("quarter"), (Monthly(3, 3, -1),), id="季末一条"),
        pytest.param(every("year", "04-30,10-31", "底"), (Monthly(6, 4, -1),), id="隔半年的月底一条"),
        pytest.param(every("year", "04-30,11-30", "底"), (Monthly(12, 4, -1), Monthly(12, 11, -1)), id="不匀的各一条"),
        pytest.param(every("month", "30"), (Monthly(1, 1, 30), Monthly(12, 2, -1)), id="30日在2月另补"),
        pytest.param(every("month", "10,25"), (Monthly(1, 1, 10), Monthly(1, 1, 25)), id="一月两天各一条"),
        pytest.param(every("week", "fri,mon"), (Weekly((0, 4)),), id="一周几天一条"),
        pytest.param(every("day"), (Daily(),), id="每天"),
        pytest.param(on("2024-06-30"), (), id="不是周期"),
    ],
)
def test_a_recurring_time_is_few_series(given_time: DeadlineRecord, expected: tuple[Series, ...]) -> None:
    assert series(given_time) == expected


@settings(max_examples=200)
@given(
    st.sampled_from([1, 2, 3, 4, 6, 12]), st.integers(1, 12), st.sampled_from([*range(1, 32), -1]),
    st.dates(dt.date(2000, 1, 1), dt.date(2060, 1, 1)), st.integers(0, 900),
)  # fmt: skip
def test_the_days_of_months_are_those_that_counting_every_day_finds(
    step: int, month: int, day: int, since: dt.date, length: int
) -> None:
    until = since + dt.timedelta(length)

    def fits(each: dt.date) -> bool:
        last = (each + dt.timedelta(1)).day == 1
        return (each.month - month) % step == 0 and (each.day == day if day > 0 else last)

    counted = [each for each in (since + dt.timedelta(number) for number in range(length + 1)) if fits(each)]
    assert list(days((Monthly(step, month, day),), since, until)) == counted
