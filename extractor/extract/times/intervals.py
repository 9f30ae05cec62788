"""Readings of times that come back, without a day: every year, quarter, month, week; every so many hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.extract.times.context import Reading, Setting
from extractor.extract.times.lengths import within
from extractor.extract.times.weekdays import NAMES, weekday_number
from extractor.model.deadline import Interval, Recurring, Relative
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from extractor.rules.rule import Match

_INTERVALS: tuple[tuple[str, Interval], ...] = (
    ("半年", "half-year"), ("学期", "half-year"), ("半月", "half-month"), ("半个月", "half-month"),
    ("双周", "half-month"), ("两周", "half-month"), ("两个周", "half-month"), ("2周", "half-month"),
    ("2个周", "half-month"), ("旬", "half-month"), ("年", "year"), ("季", "quarter"), ("月", "month"),
    ("周", "week"), ("星期", "week"), ("日", "day"), ("天", "day"), ("晚", "day"),
)  # fmt: skip
_WEEKDAY = own(r"([-~至到]?)(?:周|星期)?([一二三四五六日天])")


def interval_of(words: str) -> Interval:
    """The interval that 年度, 季, 学期 … name (学期: half a year, 旬, 双周 and 两周: half a month)."""
    return next(interval for word, interval in _INTERVALS if word in words)


def every(match: Match, _setting: Setting) -> Reading:
    """每季度, 每半年至少一次, 按月报送."""
    return Reading(Recurring(interval_of(match.group("interval"))))


def every_several(match: Match, _setting: Setting) -> Reading:
    """每两年, 每2小时: no interval of the calendar, so it is counted from the last time."""
    return Reading(Relative(match.group("after"), within(match.group("length")).code))


def weekly_on(match: Match, _setting: Setting) -> Reading:
    """每周四, 每周一、三、五, 每周一至周五: weekdays; all seven of them are every day."""
    days: list[int] = []
    for joint, sign in _WEEKDAY.findall("".join(match.group("on").split())):
        day = weekday_number(sign)
        days += range(days[-1] + 1, day + 1) if joint and days else [day]
    if len(set(days)) == len(NAMES):
        return Reading(Recurring("day"))
    return Reading(Recurring("week", ",".join(NAMES[day] for day in dict.fromkeys(days)) or None))
