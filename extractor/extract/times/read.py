"""Find the times of a stretch of text: candidates of all rules, the winners among them, and their values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.extract.times import (
    calendar_days,
    festivals,
    intervals,
    lasting,
    periods,
    recurring,
    relative,
    weekdays,
)
from extractor.extract.times.context import NO_TIMES, Oddity, Reading, Setting, TimeContext, TimesRead
from extractor.extract.times.points import UnknownYearError
from extractor.extract.times.scan import candidates
from extractor.model.deadline import Deadline, OnDay, Ongoing, Period, Vague
from extractor.model.found import Found
from extractor.model.problem import Problem
from extractor.rules.rule import Match

if TYPE_CHECKING:
    from extractor.model.span import Span
    from extractor.rules.book import RuleBook

LONG_PAST = 366
"""Days after which a day in the past demands nothing any more."""
Reader = Callable[[Match, Setting], Reading]
READERS: Mapping[str, Reader] = {
    "none": lasting.none,
    "vague": lasting.vague,
    "ongoing": lasting.ongoing,
    "by": calendar_days.by,
    "on": calendar_days.on,
    "before": calendar_days.before,
    "this-month-end": calendar_days.this_month_end,
    "range": periods.between,
    "range-from-now": periods.from_now,
    "era": calendar_days.era,
    "week": weekdays.week,
    "today": weekdays.today,
    "every": intervals.every,
    "yearly-on": recurring.yearly_on,
    "quarterly-on": recurring.quarterly_on,
    "monthly-on": recurring.monthly_on,
    "alternate-months": recurring.alternate_months,
    "weekly-on": intervals.weekly_on,
    "every-several": intervals.every_several,
    "after-event": relative.after_event,
    "ahead": relative.ahead,
    "within": relative.unanchored,
    "festival": festivals.festival,
}


def read_times(book: RuleBook, folded: str, span: Span, context: TimeContext, *, marked: bool) -> TimesRead:
    """The times by, at, within or every which ``folded[span]`` demands something, in text order and disjoint.

    Args:
        book: the rules; those of the kind ``deadlines`` are used.
        folded: the whole folded text (``model.fold``), which ``span`` and all spans of the result index.
        span: the stretch to read.
        context: what the document says about time.
        marked: the stretch is the value of a time label (完成时限：…, a cell of such a column, the time of a
            closing bracket), where bare months and 长期坚持 are times; otherwise it is running text.
    """
    found = winners(candidates(book, folded, span, marked=marked))
    if not found:
        return NO_TIMES
    setting = Setting(context, marked)
    times: list[Found[Deadline]] = []
    problems: list[Problem] = []
    end = span.start
    for match in found:
        if setting.before and any(stop in folded[end : match.span.start] for stop in "。\n"):
            setting = replace(setting, before=None)
        end = match.span.end
        reading = read_match(match, setting)
        problems += (_problem(odd, match.span, folded) for odd in reading.oddities)
        if reading.anchor:
            setting = replace(setting, before=reading.anchor)
        if reading.value is not None and (marked or not _is_long_past(reading.value, context.issued)):
            _add(times, Found(reading.value, match.span, match.rule.id, reading.assumptions), match)
    return TimesRead(tuple(times), tuple(problems))


def winners(matches: Iterable[Match]) -> list[Match]:
    """The longest of those that overlap, then the one whose rule stands first; in text order.

    ::

        2024年4月8日至12月20日      deadline.range     wins
        2024年4月8日                deadline.day       shorter
    """
    chosen: list[Match] = []
    taken: set[int] = set()
    for match in sorted(matches, key=lambda one: -len(one.span)):
        # What overlaps a span at least as long has its own first or last sign in it.
        if match.span.start not in taken and match.span.end - 1 not in taken:
            chosen.append(match)
            taken.update(range(match.span.start, match.span.end))
    return sorted(chosen, key=lambda one: one.span)


def _is_long_past(value: Deadline, issued: dt.date | None) -> bool:
    """Whether a time is over for more than a year when the notice is issued: 1998年底以前的工龄 only tells of it."""
    if issued is None or not isinstance(value, OnDay | Period):
        return False
    due = value.due.date() if isinstance(value.due, dt.datetime) else value.due
    return (issued - due).days > LONG_PAST


def _problem(odd: Oddity, span: Span, folded: str) -> Problem:
    words = "".join(span.quote(folded).split())
    return Problem(odd.code, span, odd.severity, (("words", words), *odd.details))


def read_match(match: Match, setting: Setting) -> Reading:
    """What the rule's reader makes of its match; vague when no such day exists or its year is unknown."""
    try:
        return READERS[match.rule.reads](match, setting)
    except UnknownYearError:
        return Reading(Vague(), oddities=(Oddity("deadline-without-year"),))
    except (ValueError, OverflowError):
        return Reading(Vague(), oddities=(Oddity("impossible-date"),))


def _add(times: list[Found[Deadline]], found: Found[Deadline], match: Match) -> None:
    """Add a time; 长期坚持 after a dated one (12月底前，长期坚持) becomes a property of that one."""
    last = times[-1] if times else None
    if not isinstance(found.value, Ongoing):
        times.append(found)
    elif last and isinstance(last.value, OnDay | Period):
        times[-1] = replace(last, value=replace(last.value, ongoing=True))
    elif match.rule.fields.get("joins") != "only" and not (last and isinstance(last.value, Ongoing)):
        times.append(found)
