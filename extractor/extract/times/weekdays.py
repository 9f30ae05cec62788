"""Days of the week: the names they go by, whether a printed one is true, and 本周五, 下周一."""

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
    today = setting.context.issued or setting.context.reference
    if today is None:
        raise UnknownYearError
    later = _WEEK if match.group("week") == "下" else dt.timedelta()
    monday = today - dt.timedelta(days=today.weekday()) + later
    day = monday + dt.timedelta(days=weekday_number(match.group("weekday") or "日"))
    clock = clock_of("".join(match.group("clock").split()))
    assumption = "week-from-issue-date" if setting.context.issued else "week-from-reference"
    return Reading(OnDay(dt.datetime.combine(day, clock) if clock else day), (assumption,))
