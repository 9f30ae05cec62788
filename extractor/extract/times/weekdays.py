"""Days told from the day of issue: 本周五, 下周一, 明日; and whether a printed weekday is true."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from extractor.extract.times.clock import clock_of
from extractor.extract.times.context import Oddity, Reading, Setting
from extractor.extract.times.points import UnknownYearError
from extractor.model.deadline import OnDay
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from extractor.rules.rule import Match

NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SIGNS = "一二三四五六日"
_PRINTED = own(r"(?:星期|周|礼拜)([一二三四五六日天])")
_WEEK = dt.timedelta(days=7)
_LATER = {"今": 0, "明": 1, "后": 2}


def weekday_number(sign: str) -> int:
    """0 for 一 (Monday) to 6 for 日 or 天."""
    return _SIGNS.index("日" if sign == "天" else sign)


def weekday_oddities(words: str, day: dt.date) -> tuple[Oddity, ...]:
    """A problem when ``words`` name a weekday that ``day`` is not: 2024年3月4日（星期四）."""
    printed = _PRINTED.search(words)
    if not printed or weekday_number(printed[1]) == day.weekday():
        return ()
    real = f"星期{_SIGNS[day.weekday()]}"
    details = (("date", day.isoformat()), ("printed", f"星期{printed[1]}"), ("real", real))
    return (Oddity("weekday-mismatch", "warning", details),)


def week(match: Match, setting: Setting) -> Reading:
    """本周五前, 下周一: counted from the date of issue; without a weekday, the Sunday of that week.

    Raises:
        UnknownYearError: the document has no date, and the user named none.
    """
    issued, source = _issued(setting)
    later = _WEEK if match.group("week") == "下" else dt.timedelta()
    monday = issued - dt.timedelta(days=issued.weekday()) + later
    day = monday + dt.timedelta(days=weekday_number(match.group("weekday") or "日"))
    return Reading(OnDay(_at_clock(day, match)), (f"week-{source}",))


def today(match: Match, setting: Setting) -> Reading:
    """今日下午5时前, 明天9:00: counted from the date of issue.

    Raises:
        UnknownYearError: as ``week``.
    """
    issued, source = _issued(setting)
    day = issued + dt.timedelta(days=_LATER[match.group("turn")])
    odd = weekday_oddities(match.group("weekday"), day)
    return Reading(OnDay(_at_clock(day, match)), (f"day-{source}",), odd)


def _issued(setting: Setting) -> tuple[dt.date, str]:
    """The day from which is counted, and how an assumption about it ends."""
    if setting.context.issued:
        return setting.context.issued, "from-issue-date"
    if setting.context.reference:
        return setting.context.reference, "from-reference"
    raise UnknownYearError


def _at_clock(day: dt.date, match: Match) -> dt.date:
    clock = clock_of("".join(match.group("clock").split()))
    return dt.datetime.combine(day, clock) if clock else day
