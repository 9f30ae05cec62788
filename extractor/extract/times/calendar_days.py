"""Readings of days, months, quarters, years and the periods between them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from extractor.extract.times.context import Oddity, Reading, Setting, TimeContext
from extractor.extract.times.points import UnknownYearError, read_point
from extractor.extract.times.stretch import Stretch, months
from extractor.extract.times.weekdays import weekday_oddities
from extractor.model.deadline import OnDay, Period
from extractor.rules.rule import Match

_NAMED = re.compile(r"[年月季]")
_NAMED_YEAR = re.compile(r"年(?![底末终内])")


def by(match: Match, setting: Setting) -> Reading:
    """``when`` is the last moment: 6月底前, 3月4日17：00前, 一季度末."""
    words = match.group("when")
    return _on_day(words, read_point(words, setting), setting)


def on(match: Match, setting: Setting) -> Reading:
    """``when`` names a time without saying 前: it demands something only when it lies after the document's date."""
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
    """``from`` and ``to``, both included; what one leaves out it takes from the other: 1997年4-6月, 11月4日~12日."""
    begin_words, end_words = _completed(match.group("from"), match.group("to"))
    begin = _begin(begin_words, end_words, setting)
    end = _end(end_words, begin.first)
    if not setting.marked and setting.context.issued and end.last < setting.context.issued:
        return Reading(anchor=_anchor(begin))
    odd = (*weekday_oddities(begin_words, begin.last), *weekday_oddities(end_words, end.last))
    anchor = end.last if begin.explicit or end.explicit else None
    return Reading(Period(begin.first, end.due), begin.assumptions, (*odd, *_early(end.due, begin, setting)), anchor)


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
    from extractor.extract.times.numbers import number

    last = months(1955 + 5 * number(match.group("era")), 12, 12, "era").last
    return Reading(OnDay(last), oddities=_early(last, Stretch(last, last, "era", explicit=True), setting))


def _on_day(words: str, point: Stretch, setting: Setting) -> Reading:
    odd = weekday_oddities(words, point.last) if point.unit == "day" else ()
    return Reading(OnDay(point.due), point.assumptions, (*odd, *_early(point.due, point, setting)), _anchor(point))


def _completed(begin: str, end: str) -> tuple[str, str]:
    """Both ends of a period with their units: 1997年4 + 6月 → 1997年4月, 6月; 6月1 + 5日 → 6月1日, 5日."""
    if not _NAMED.search(end) and "日" in end:
        month = begin[: begin.index("月") + 1] if "月" in begin else ""
        return (begin if begin.rstrip()[-1] in "日号）" or "：" in begin else begin + "日"), _month_only(month) + end
    if end == "月底":
        return begin, _month_only(begin[: begin.index("月")]) + "月底" if "月" in begin else end
    if "季" in end and "季" not in begin:
        return begin + "季度", end
    if "月" in end and "月" not in begin and not re.search(r"[-./季底末半]", begin):
        return begin + "月", end
    return (begin if _NAMED.search(begin) or re.search(r"\D", begin) else begin + "年"), end


def _month_only(words: str) -> str:
    return re.sub(r"^.*年度?\s*", "", words)


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
