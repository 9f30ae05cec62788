"""Readings of days that come back: every year, half-year, quarter or month on a day."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

from extractor.extract.times.context import Reading, Setting
from extractor.extract.times.intervals import interval_of
from extractor.extract.times.numbers import number
from extractor.model.deadline import Recurring
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from extractor.rules.rule import Match

_PART = r"上旬|中旬|下旬|月?[底末初]"
_DAY = r"\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_MONTH = r"\d{1,2}|十[一二]?|[一二三四五六七八九元]"
_IN_YEAR = own(rf"(?P<month>{_MONTH})月(?:的?(?P<day>{_DAY})[日号]|的?(?P<part>{_PART}))?")
_IN_MONTH = own(rf"(?P<day>{_DAY})[日号]|(?P<part>{_PART})")
_LAST_PART = own(rf"月(的?(?:{_PART}|(?:{_DAY})[日号]))$")
_PARTS = {"初": 10, "上旬": 10, "中旬": 20, "底": 31, "末": 31, "下旬": 31}
_LONGEST = 31
_LEAP_YEAR, _COMMON_YEAR = 2000, 2001


def yearly_on(match: Match, _setting: Setting) -> Reading:
    """每年1月底前, 每年4月、10月底前: the days of the year as ``MM-DD``; 底 of the last one holds for all.

    Raises:
        ValueError: a day that no year has.
    """
    words = "".join(match.group("on").split())
    if "季" in words:
        nth = number(words[: words.index("季")].lstrip("第"))
        return Reading(Recurring("year", _month_day(nth * 3, "", "底")))
    if "月" not in words:
        return Reading(Recurring("year", "06-30" if "上半" in words else "12-31"))
    before = bool(match.group("by"))
    days = [_named(one, before=before) for one in _IN_YEAR.finditer(_shared(words))]
    return Reading(Recurring("year", ",".join(dict.fromkeys(days))))


def monthly_on(match: Match, _setting: Setting) -> Reading:
    """每月25日前, 每月底前, 次月10日前: the days of the month as ``DD``; the last day is 31.

    Raises:
        ValueError: a day that no month has.
    """
    found = _IN_MONTH.finditer("".join(match.group("on").split()))
    days = [_day(one["day"], one["part"], _LONGEST) for one in found]
    return Reading(Recurring("month", ",".join(f"{day:02}" for day in days)))


def alternate_months(match: Match, _setting: Setting) -> Reading:
    """逢单月10日前, 双月底前: the day in the odd or the even months as ``MM-DD``.

    Raises:
        ValueError: a day that no month has.
    """
    named = _IN_MONTH.search("".join(match.group("day").split()) + "日")
    day = named["day"] if named else ""
    first = 1 if match.group("which") == "单" else 2
    return Reading(Recurring("year", ",".join(_month_day(month, day, "底") for month in range(first, 13, 2))))


def quarterly_on(match: Match, _setting: Setting) -> Reading:
    """每季度末, 每季度第一个月10日前: the days of all quarters (or half-years) as ``MM-DD``.

    Raises:
        ValueError: a day that no month has.
    """
    interval, which = interval_of(match.group("interval")), match.group("which")
    if match.group("interval") == "学期" or which in ("当", "次"):
        return Reading(Recurring(interval))
    length = 3 if interval == "quarter" else 6
    named = _IN_MONTH.search("".join(match.group("day").split()))
    day, part = (named["day"], named["part"]) if named else ("", which[-1])
    nth = _nth(which, length)
    days = sorted(_month_day((first + nth - 1) % 12 + 1, day, part) for first in range(0, 12, length))
    return Reading(Recurring(interval, ",".join(days)))


def _shared(words: str) -> str:
    """What only the last of several months says, said of each: 4、10月底 and 4月、10月底 → 4月底、10月底."""
    words = re.sub(r"(?<=\d)(?=[、和及与]\d{1,2}月)", "月", words)
    last = _LAST_PART.search(words)
    return re.sub(r"月(?=[、，和及与以])", f"月{last[1]}", words) if last else words


def _named(one: re.Match[str], *, before: bool) -> str:
    """A day of the year; a bare month with 前 (每年12月前) is the last day of the month before."""
    month = number(one["month"])
    if before and not one["day"] and not one["part"]:
        month = 12 if month == 1 else month - 1
    return _month_day(month, one["day"], one["part"])


def _month_day(month: int, day: str | None, part: str | None) -> str:
    last = calendar.monthrange(_LEAP_YEAR if day else _COMMON_YEAR, month)[1]
    return f"{month:02}-{_day(day, part, last):02}"


def _day(day: str | None, part: str | None, last: int) -> int:
    """The day of a month that ends with ``last``; a part of the month by its last day, 底 for want of one."""
    if not day:
        return min(_PARTS.get((part or "底").removeprefix("月"), _LONGEST), last)
    if not 1 <= number(day) <= last:
        message = f"no such day: {day}"
        raise ValueError(message)
    return number(day)


def _nth(which: str, length: int) -> int:
    """Which month of a quarter or half-year is meant: 首月, 第二个月, 最后一个月, 末."""
    if which in ("末", "底") or which.startswith("最后"):
        return length
    return 1 if which in ("首", "初") else number(which.removeprefix("第").removesuffix("个"))
