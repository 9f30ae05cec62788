"""A deadline -> plain values: its kind and the fields of that kind."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, assert_never

from extractor.model.deadline import Deadline, OnDay, Ongoing, Period, Recurring, Relative, Vague

if TYPE_CHECKING:
    from extractor.model.found import Found
    from extractor.model.record import DeadlineRecord
    from extractor.model.source import Source


def deadline_record(source: Source, found: Found[Deadline]) -> DeadlineRecord:
    """A time with its words, kind, value, place and rule."""
    record: DeadlineRecord = {
        "text": source.quote(found.span),
        "kind": kind_of(found.value),
        "span": [found.span.start, found.span.end],
        "rule": found.rule,
        "assumptions": list(found.assumptions),
    }
    _add_value(record, found.value)
    return record


def kind_of(deadline: Deadline) -> str:
    """``date``, ``period``, ``recurring``, ``ongoing``, ``relative`` or ``vague``."""
    match deadline:
        case OnDay():
            return "date"
        case Period():
            return "period"
        case Recurring():
            return "recurring"
        case Ongoing():
            return "ongoing"
        case Relative():
            return "relative"
        case Vague():
            return "vague"
        case never:
            assert_never(never)


def _add_value(record: DeadlineRecord, deadline: Deadline) -> None:
    match deadline:
        case OnDay(due, ongoing):
            record["due"] = iso(due)
            _add_ongoing(record, ongoing=ongoing)
        case Period(start, due, ongoing):
            record["start"], record["due"] = iso(start), iso(due)
            _add_ongoing(record, ongoing=ongoing)
        case Recurring(every, on):
            record["every"], record["on"] = every, on
        case Relative(after, within, due):
            record["after"], record["within"] = after, within
            if due:
                record["due"] = iso(due)
        case Ongoing() | Vague():
            pass


def _add_ongoing(record: DeadlineRecord, *, ongoing: bool) -> None:
    if ongoing:
        record["ongoing"] = True


def iso(day: dt.date | dt.datetime) -> str:
    """``2020-06-30``, or ``2020-06-30T16:00`` when the words name a time of day."""
    return day.isoformat(timespec="minutes") if isinstance(day, dt.datetime) else day.isoformat()
