"""Tasks -> events: one a day that comes once, one a series that comes back, each with alarms while it is open."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.export.calendar.event import Event
from extractor.export.calendar.repeat import reminded, repeat
from extractor.export.calendar.wording import description, summary
from extractor.export.columns import TASK_KINDS
from extractor.export.schedule.days import days
from extractor.export.schedule.occurrences import fixed, span
from extractor.export.schedule.plan_end import plan_end
from extractor.export.schedule.series import series

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.export.calendar.event import Moment
    from extractor.export.calendar.repeat import Parts
    from extractor.export.schedule.series import Series
    from extractor.model.record import DeadlineRecord
    from extractor.store.questions.tasks.duties import Duty

ALARM_DAYS = (3, 1)
"""How many days before a day its alarms ring."""
ALARM_HOUR = 9
"""At which hour they ring when the day has no hour of its own."""
DOMAIN = "tasks.extractor"
"""Ends every UID, so that ids of other programs never meet ours."""
EPOCH = dt.date(2000, 1, 1)
"""Stands in for the date of issue of documents without one: no clock is asked, so the same ledger, the same bytes."""
_CALLED_OFF = "中止"
_DAY = dt.timedelta(days=1)
_MINUTES = 24 * 60


def events(duties: Iterable[Duty]) -> Iterator[Event]:
    """The events of all tasks that have a day, in the order of the ledger.

    Tasks that are done stay, marked so and without alarms: left out, they would go on ringing where an older
    calendar was imported. Of recurring ones only the first day is left then.
    """
    for duty in duties:
        for number, time in duty.times:
            name = f"{duty.answer.task['id']}-m{number}" if number else duty.answer.task["id"]
            found = _recurring(duty, time, name) if time["kind"] == "recurring" else _once(duty, time, name)
            yield from (_event(duty, number, time, place) for place in found)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an event lies: its UID without the domain, start and end, its series, and whether a period begins."""

    name: str
    start: Moment
    end: dt.date | None
    one: Series | None = None
    begins: bool = False


def _once(duty: Duty, time: DeadlineRecord, name: str) -> Iterator[_Place]:
    """A day, or the first and the last day of a period; a meeting of several days is one event over all of them."""
    found = list(fixed(time, duty.issue))
    if duty.answer.task["kind"] == "meeting" and len(found) > 1:
        first, last = found[0].day, found[-1].day
        yield _Place(name, first, _after(max(first, last)))
        return
    for each in found:
        begins = each.role == "start"
        moment = dt.datetime.combine(each.day, each.clock) if each.clock else each.day
        end = None if each.clock else _after(each.day)
        yield _Place(f"{name}-start" if begins else name, moment, end, begins=begins)


def _recurring(duty: Duty, time: DeadlineRecord, name: str) -> Iterator[_Place]:
    begin, end = span(duty.issue, duty.issue.day or EPOCH, dt.date.max)
    for number, one in enumerate(series(time), 1):
        first = next(days((one,), begin, end), None)
        if first:
            yield _Place(name if number == 1 else f"{name}-{number}", first, _after(first), one)


def _event(duty: Duty, number: int, time: DeadlineRecord, place: _Place) -> Event:
    task, day = duty.answer.task, duty.issue.day or EPOCH
    timed = isinstance(place.start, dt.datetime)
    return Event(
        uid=f"{place.name}@{DOMAIN}",
        revision=duty.revision,
        stamp=dt.datetime.combine(day, dt.time(), dt.UTC) + dt.timedelta(seconds=duty.revision),
        start=place.start,
        end=place.end,
        repeat=() if duty.done else _repeat(duty, place.one),
        summary=summary(duty, time, milestone=bool(number), begins=place.begins),
        description=description(duty, time),
        category=TASK_KINDS[task["kind"]],
        status="CANCELLED" if duty.answer.status == _CALLED_OFF else "CONFIRMED",
        alarms=() if duty.done else _alarms(place.one, timed=timed),
        busy=timed and task["kind"] == "meeting",
    )


def _repeat(duty: Duty, one: Series | None) -> Parts:
    until = plan_end(duty.issue.title, duty.issue.day)
    return repeat(one, until) if one else ()


def _alarms(one: Series | None, *, timed: bool) -> tuple[int, ...]:
    """Minutes before the start; a day without an hour begins at midnight, its alarms ring in the morning."""
    early = 0 if timed else ALARM_HOUR * 60
    return tuple(ahead * _MINUTES - early for ahead in ALARM_DAYS if reminded(one, ahead))


def _after(day: dt.date) -> dt.date | None:
    return None if day == dt.date.max else day + _DAY
