"""Readings of one day, month, quarter or year of the calendar."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from extractor.extract.times.context import Oddity, Reading, Setting
from extractor.extract.times.numbers import number
from extractor.extract.times.points import read_point
from extractor.extract.times.stretch import Stretch, month_end
from extractor.extract.times.weekdays import weekday_oddities
from extractor.model.deadline import OnDay

if TYPE_CHECKING:
    from extractor.rules.rule import Match


def by(match: Match, setting: Setting) -> Reading:
    """``when`` is the last moment: 6月底前, 3月4日17：00前, 一季度末."""
    words = match.group("when")
    return _on_day(words, read_point(words, setting), setting)


def on(match: Match, setting: Setting) -> Reading:
    """``when`` names a time without 前: it demands something only when it lies after the date of issue.

    An hour of the very day does, too: a meeting is called for the afternoon.
    """
    words = match.group("when")
    point = read_point(words, setting)
    issued = setting.context.issued
    told = point.explicit and point.last == issued and not isinstance(point.due, dt.datetime)
    if issued and (point.last < issued or told):
        return Reading(anchor=anchor_of(point))
    return _on_day(words, point, setting)


def before(match: Match, setting: Setting) -> Reading:
    """``when`` itself is too late: 11月前 is the last day of October, 2025年前 that of 2024."""
    point = read_point(match.group("when"), setting)
    due = point.day_before
    return Reading(OnDay(due), point.assumptions, early(due, point, setting), anchor_of(point))


def this_month_end(match: Match, setting: Setting) -> Reading:
    """月底前 without a month is the end of the month of issue."""
    point = read_point("本" + match.group("when"), setting)
    return Reading(OnDay(point.due), point.assumptions)


def era(match: Match, setting: Setting) -> Reading:
    """“十四五”末: the five-year plan number n ends with the year 1955 + 5n (十四五: 2025)."""
    last = month_end(1955 + 5 * number(match.group("era")), 12)
    stretch = Stretch(last, last, "era", explicit=True)
    return Reading(OnDay(last), oddities=early(last, stretch, setting))


def _on_day(words: str, point: Stretch, setting: Setting) -> Reading:
    odd = weekday_oddities(words, point.last) if point.unit == "day" else ()
    odd = (*odd, *early(point.due, point, setting))
    return Reading(OnDay(point.due), point.assumptions, odd, anchor_of(point))


def anchor_of(point: Stretch) -> dt.date | None:
    """The day whose year later words without one may inherit; None when the words did not name it."""
    return point.last if point.explicit else None


def early(due: dt.date, point: Stretch, setting: Setting) -> tuple[Oddity, ...]:
    """A problem when a day whose year is printed lies before the document's date."""
    issued = setting.context.issued
    day = due.date() if isinstance(due, dt.datetime) else due
    if issued is None or not point.explicit or day >= issued:
        return ()
    details = (("due", day.isoformat()), ("issued", issued.isoformat()))
    return (Oddity("deadline-before-issue", "info", details),)
