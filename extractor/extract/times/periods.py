"""Readings of periods: 4月1日至12月31日, 2020年6-9月, 10月-次年2月, 即日起至6月30日."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.extract.times.calendar_days import anchor_of, early
from extractor.extract.times.context import Reading, Setting, TimeContext
from extractor.extract.times.points import read_point
from extractor.extract.times.weekdays import weekday_oddities
from extractor.model.deadline import OnDay, Period
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    import datetime as dt

    from extractor.extract.times.stretch import Stretch
    from extractor.rules.rule import Match

_NAMED = own(r"[年月季]")
_NAMED_YEAR = own(r"年(?![底末终内])")
_MONTH_OF = own(r"(?:\d{1,2}|[一二三四五六七八九十正腊]{1,2})\s?月")
_BARE_NUMBER = own(r"(?:^|[年月第])\s?(?:\d{1,2}|\d{4}|[一二三四五六七八九十〇]{1,4})$")


def between(match: Match, setting: Setting) -> Reading:
    """``from`` and ``to``, both included; each lends the other what it leaves out: 2024年4-6月, 11月4日~12日.

    Raises:
        ValueError: the end lies before the beginning, or one of them is no day of the calendar.
    """
    begin_words, end_words = _completed(match.group("from"), match.group("to"))
    begin = _begin(begin_words, end_words, setting)
    end = _end(end_words, begin.first)
    if not setting.marked and setting.context.issued and end.last < setting.context.issued:
        return Reading(anchor=anchor_of(begin))  # a story of the past
    odd = weekday_oddities(begin_words, begin.last) + weekday_oddities(end_words, end.last)
    anchor = end.last if begin.explicit or end.explicit else None
    odd = (*odd, *early(end.due, begin, setting))
    return Reading(Period(begin.first, end.due), begin.assumptions, odd, anchor)


def from_now(match: Match, setting: Setting) -> Reading:
    """即日起至… begins on the date of issue; where that is unknown, only the end counts."""
    start = setting.context.issued or setting.context.reference
    if start is None:
        end = read_point(match.group("to"), setting)
        return Reading(OnDay(end.due), end.assumptions, anchor=anchor_of(end))
    end = _end(match.group("to"), start)
    assumption = "start-from-issue-date" if setting.context.issued else "start-from-reference"
    return Reading(Period(start, end.due), (assumption,), anchor=anchor_of(end))


def _completed(begin: str, end: str) -> tuple[str, str]:
    """Both ends of a period with their units: 2024年4 + 6月 → 2024年4月, 6月; 6月1 + 5日 → 6月1日, 6月5日."""
    month = _MONTH_OF.search(begin)
    if month and ("日" in end or "号" in end):
        day = begin + ("日" if _BARE_NUMBER.search(begin) else "")
        return day, end if _NAMED.search(end) else month[0] + end
    if month and end == "月底":
        return begin, month[0] + "底"
    if _BARE_NUMBER.search(begin):
        unit = next((sign for sign in "季月年" if sign in end), "")
        return begin + (unit if "-" not in begin and "." not in begin else ""), end
    return begin, end


def _begin(words: str, end_words: str, setting: Setting) -> Stretch:
    """The beginning of a period; without a year it is the end that must not lie long in the past."""
    begin = read_point(words, setting)
    if begin.explicit:
        return begin
    end = read_point(end_words, setting)
    if end.explicit and begin.first > end.last:
        return _latest_before(end, words)
    if setting.before or _NAMED_YEAR.search(words + end_words):
        return begin
    wraps = (begin.first.month, begin.first.day) > (end.last.month, end.last.day)
    if wraps or end.last.year == begin.first.year:
        return begin
    return replace(read_point(words, _year_of(end.last.year)), assumptions=end.assumptions)


def _latest_before(end: Stretch, words: str) -> Stretch:
    """The last such day before the end of a period, which alone has a year: 12月9日至2023年1月7日."""
    begin = read_point(words, _year_of(end.last.year))
    if begin.first > end.last:
        begin = read_point(words, _year_of(end.last.year - 1))
    return replace(begin, assumptions=end.assumptions)


def _end(words: str, begin: dt.date) -> Stretch:
    """The end of a period that begins at ``begin``: in the same year, otherwise in the next."""
    for year in (begin.year, begin.year + 1):
        with suppress(ValueError):  # 29 February: not in every year
            end = read_point(words, _year_of(year))
            if end.last >= begin:
                return end
    message = f"no end of a period: {words}"
    raise ValueError(message)


def _year_of(year: int) -> Setting:
    return Setting(TimeContext(plan_year=year), marked=True, before=None)
