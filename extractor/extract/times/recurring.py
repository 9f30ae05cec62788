"""Readings of times that come back: every year, quarter, month, week, day."""

from __future__ import annotations

import calendar
import re

from extractor.extract.times.context import Reading, Setting
from extractor.extract.times.lengths import within
from extractor.extract.times.numbers import number
from extractor.extract.times.points import ImpossibleDateError
from extractor.extract.times.weekdays import NAMES, weekday_number
from extractor.model.deadline import Interval, Recurring, Relative
from extractor.rules.rule import Match

_INTERVALS: tuple[tuple[str, Interval], ...] = (
    ("半年", "half-year"), ("学期", "half-year"), ("半月", "half-month"), ("半个月", "half-month"), ("双周", "half-month"),
    ("旬", "half-month"), ("年", "year"), ("季", "quarter"), ("月", "month"), ("周", "week"), ("星期", "week"),
    ("日", "day"), ("天", "day"),
)  # fmt: skip
_IN_YEAR = re.compile(
    r"(?P<month>\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:(?P<day>\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"
    r"|的?(?P<part>上旬|中旬|下旬|月?[底末初]))?"
)
_QUARTERS = {"一": "03-31", "1": "03-31", "二": "06-30", "2": "06-30", "三": "09-30", "3": "09-30", "四": "12-31", "4": "12-31"}
_IN_MONTH = re.compile(r"(\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]|(底|末|初|上旬|中旬|下旬)")
_PARTS = {"初": 10, "上旬": 10, "中旬": 20, "底": 31, "末": 31, "下旬": 31}
_WEEKDAY = re.compile(r"([-~至到]?)(?:周|星期)?([一二三四五六日天])")


def interval_of(words: str) -> Interval:
    """The interval that 年度, 季, 学期 … name (学期: half a year, 旬 and 双周: half a month)."""
    return next(interval for word, interval in _INTERVALS if word in words)


def every(match: Match, _setting: Setting) -> Reading:
    """每季度, 每半年至少一次, 按月报送."""
    return Reading(Recurring(interval_of(match.group("interval"))))


def yearly_on(match: Match, _setting: Setting) -> Reading:
    """每年1月底前, 每年4月、10月底前: the days of the year as ``MM-DD``; what the last one says (底) holds for all."""
    words = "".join(match.group("on").split())
    if "季" in words:
        return Reading(Recurring("year", _QUARTERS[re.sub("第", "", words)[0]]))
    if "月" not in words:
        return Reading(Recurring("year", "06-30" if "上半" in words else "12-31"))
    days = [_month_day(one, before=bool(match.group("by"))) for one in _IN_YEAR.finditer(_shared(words))]
    return Reading(Recurring("year", ",".join(dict.fromkeys(days))))


def _shared(words: str) -> str:
    """What only the last of several months says, said of each: 4、10月底 → 4月底、10月底; 4月、10月底 → 4月底、10月底."""
    words = re.sub(r"(?<=\d)(?=[、和及与]\d{1,2}月)", "月", words)
    last = re.search(r"月(的?(?:上旬|中旬|下旬|月?[底末初]))$", words)
    return re.sub(r"月(?=[、，和及与以])", f"月{last[1]}", words) if last else words


def _month_day(one: re.Match[str], *, before: bool) -> str:
    month = number(one["month"])
    if before and not one["day"] and not one["part"]:
        month = (month - 2) % 12 + 1
    if not 1 <= month <= 12:  # noqa: PLR2004 - months of the year
        raise ImpossibleDateError
    last = calendar.monthrange(2001, month)[1]
    day = number(one["day"]) if one["day"] else min(_PARTS.get((one["part"] or "底").removeprefix("月"), 31), last)
    if not 1 <= day <= last + (month == 2):  # noqa: PLR2004 - 29 February exists in some years
        raise ImpossibleDateError
    return f"{month:02}-{day:02}"


def monthly_on(match: Match, _setting: Setting) -> Reading:
    """每月25日前, 每月底前, 次月10日前: the days of the month as ``DD``; the last day is 31."""
    days = [_day(one) for one in _IN_MONTH.finditer("".join(match.group("on").split()))]
    return Reading(Recurring("month", ",".join(f"{day:02}" for day in days)))


def _day(one: re.Match[str]) -> int:
    day = number(one[1]) if one[1] else _PARTS[one[2]]
    if not 1 <= day <= 31:  # noqa: PLR2004 - days of a month
        raise ImpossibleDateError
    return day


def quarterly_on(match: Match, _setting: Setting) -> Reading:
    """每季度末, 每季度第一个月10日前: the days of all quarters (or half-years) as ``MM-DD``."""
    interval = interval_of(match.group("interval"))
    length = 3 if interval == "quarter" else 6
    which, day = match.group("which"), match.group("day")
    if match.group("interval") == "学期" or which in ("当", "次"):
        return Reading(Recurring(interval))
    nth = _nth(which, length)
    days = [_month_day_of(first + nth, day, which) for first in range(0, 12, length)]
    return Reading(Recurring(interval, ",".join(sorted(days))))


def _nth(which: str, length: int) -> int:
    if which in ("末", "底") or which.startswith("最后"):
        return length
    return 1 if which in ("首", "初") else number(which.removeprefix("第").removesuffix("个"))


def _month_day_of(month: int, day: str, which: str) -> str:
    month = (month - 1) % 12 + 1
    last = calendar.monthrange(2001, month)[1]
    named = _IN_MONTH.search("".join(day.split())) if day else None
    return f"{month:02}-{min(_day(named) if named else _PARTS.get(which, 31), last):02}"


def weekly_on(match: Match, _setting: Setting) -> Reading:
    """每周四, 每周一、三、五, 每周一至周五: weekdays; all seven of them are every day."""
    days: list[int] = []
    for joint, sign in _WEEKDAY.findall("".join(match.group("on").split())):
        day = weekday_number(sign)
        days += range(days[-1] + 1, day + 1) if joint and days else [day]
    if len(set(days)) == len(NAMES):
        return Reading(Recurring("day"))
    return Reading(Recurring("week", ",".join(NAMES[day] for day in dict.fromkeys(days))))


def every_several(match: Match, _setting: Setting) -> Reading:
    """每两年, 每2小时: no interval of the calendar, so it is counted from the last time."""
    return Reading(Relative(match.group("after"), within(match.group("length")).code))
