"""Readings of days, months, quarters, years and the periods between them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.extract.times.context import Oddity, Reading, Setting, TimeContext
from extractor.extract.times.numbers import number
from extractor.extract.times.points import read_point
from extractor.extract.times.stretch import Stretch, months
from extractor.extract.times.weekdays import weekday_oddities
from extractor.model.deadline import OnDay, Period

if TYPE_CHECKING:
    from extractor.rules.rule import Match

_NAMED = re.compile(r"[年月季]")
_NAMED_YEAR = re.compile(r"年(?![底末终内])")
_MONTH_OF = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十正腊]{1,2})\s?月")
_BARE_NUMBER = re.compile(r"(?:^|[年月第])\s?(?:\d{1,2}|\d{4}|[一二三四五六七八九十〇]{1,4})$")


def by(match: Match, setting: Setting) -> Reading:
    """``when`` is the last moment: 6月底前, 3月4日17：00前, 一季度末."""
    words = match.group("when")
    return _on_day(words, read_point(words, setting), setting)


def on(match: Match, setting: Setting) -> Reading:
    """``when`` names a time without 前: it demands something only when it lies after the date of issue."""
    words = match.group("when")
    point = read_point(words, setting)
    issued = setting.context.issued
    if issued and (point.last < issued or (point.explicit and point.last == issued)):
        return Reading(anchor=_anchor(point))
    return _on_day(words, point, setting)


def before(match: Match, setting: Setting) -> Reading:
    """``when`` itself is too late: 11月前 is the last day of October, 2025年前 that of 2024."""
    point = read_point(match.group("when"), setting)
    due = point.day_before
    return Reading(OnDay(due), point.assumptions, _early(due, point, setting), _anchor(point))


def this_month_end(match: Match, setting: Setting) -> Reading:
    """月底前 without a month is the end of the month of issue."""
    point = read_point("本" + match.group("when"), setting)
    return Reading(OnDay(point.due), point.assumptions)


def between(match: Match, setting: Setting) -> Reading:
    """``from`` and ``to``, both included; each lends the other what that leaves out: 1997年4-6月, 11月4日~12日."""
    begin_words, end_words = _completed(match.group("from"), match.group("to"))
    begin = _begin(begin_words, end_words, setting)
    end = _end(end_words, begin.first)
    if not setting.marked and setting.context.issued and end.last < setting.context.issued:
        return Reading(anchor=_anchor(begin))
    odd = (*weekday_oddities(begin_words, begin.last), *weekday_oddities(end_words, end.last))
    anchor = end.last if begin.explicit or end.explicit else None
    odd = (*odd, *_early(end.due, begin, setting))
    return Reading(Period(begin.first, end.due), begin.assumptions, odd, anchor)


def from_now(match: Match, setting: Setting) -> Reading:
    """即日起至… begins on the date of issue; where that is unknown, only the end counts."""
    start = setting.context.issued or setting.context.reference
    if start is None:
        end = read_point(match.group("to"), setting)
        return Reading(OnDay(end.due), end.assumptions, anchor=_anchor(end))
    end = _end(match.group("to"), start)
    assumption = "start-from-issue-date" if setting.context.issued else "start-from-reference"
    return Reading(Period(start, end.due), (assumption,), anchor=_anchor(end))


def era(match: Match, setting: Setting) -> Reading:
    """“十四五”末: the five-year plan number n ends with the year 1955 + 5n (十四五: 2025)."""
    last = months(1955 + 5 * number(match.group("era")), 12, 12, "era").last
    stretch = Stretch(last, last, "era", explicit=True)
    return Reading(OnDay(last), oddities=_early(last, stretch, setting))


def _on_day(words: str, point: Stretch, setting: Setting) -> Reading:
    odd = weekday_oddities(words, point.last) if point.unit == "day" else ()
    odd = (*odd, *_early(point.due, point, setting))
    return Reading(OnDay(point.due), point.assumptions, odd, _anchor(point))


def _completed(begin: str, end: str) -> tuple[str, str]:
    """Both ends of a period with their units: 1997年4 + 6月 → 1997年4月, 6月; 6月1 + 5日 → 6月1日, 5日."""
    month = _MONTH_OF.search(begin)
    if month and "日" in end and not _NAMED.search(end):
        return begin + ("日" if _BARE_NUMBER.search(begin) else ""), month[0] + end
    if month and end == "月底":
        return begin, month[0] + "底"
    if _BARE_NUMBER.search(begin):
        unit = next((sign for sign in "季月年" if sign in end), "")
        return begin + (unit if "-" not in begin and "." not in begin else ""), end
    return begin, end


def _begin(words: str, end_words: str, setting: Setting) -> Stretch:
    """The beginning of a period: where it names no year, it is the end that must not lie long in the past."""
    begin = read_point(words, setting)
    if begin.explicit or setting.before or _NAMED_YEAR.search(words + end_words):
        return begin
    end = read_point(end_words, setting)
    if (begin.first.month, begin.first.day) > (end.last.month, end.last.day) or end.last.year == begin.first.year:
        return begin
    return replace(read_point(words, _year_of(end.last.year)), assumptions=end.assumptions)


def _end(words: str, begin: dt.date) -> Stretch:
    """The end of a period that begins at ``begin``: in the same year, or in the next when it would lie before it."""
    end = read_point(words, _year_of(begin.year))
    if end.last < begin and not end.explicit:
        end = read_point(words, _year_of(begin.year + 1))
    return end


def _year_of(year: int) -> Setting:
    return Setting(TimeContext(plan_year=year), marked=True, before=None)


def _anchor(point: Stretch) -> dt.date | None:
    return point.last if point.explicit else None


def _early(due: dt.date, point: Stretch, setting: Setting) -> tuple[Oddity, ...]:
    issued = setting.context.issued
    day = due.date() if isinstance(due, dt.datetime) else due
    if issued is None or not point.explicit or day >= issued:
        return ()
    return (Oddity("deadline-before-issue", "info", (("due", day.isoformat()), ("issued", issued.isoformat()))),)
