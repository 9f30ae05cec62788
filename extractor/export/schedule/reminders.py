"""What is due for whom: the dated times of tasks, those that have passed, and those that no calendar holds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.export.schedule.occurrences import Occurrence, fixed, occurrences, span
from extractor.export.schedule.series import series

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.model.record import DeadlineRecord
    from extractor.store.questions.tasks.duties import Duty

_LAST = dt.date.max


@dataclass(frozen=True, slots=True)
class Reminder:
    """One day of one task; ``milestone`` counts from 1, 0 is the deadline itself."""

    duty: Duty
    time: DeadlineRecord
    occurrence: Occurrence
    milestone: int = 0

    def days_left(self, day: dt.date) -> int:
        """Days from ``day`` on; negative when it has passed."""
        return (self.occurrence.day - day).days


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Times that are in no list of days: ``undated`` ones, and recurring ones whose plan has ``ended``."""

    undated: int
    ended: int


def schedule(duties: Iterable[Duty], since: dt.date, until: dt.date) -> list[Reminder]:
    """Everything that comes from ``since`` to ``until``, by day; done tasks are left out."""
    found = (
        Reminder(duty, time, occurrence, number)
        for duty in duties if not duty.done
        for number, time in duty.times
        for occurrence in occurrences(time, duty.issue, since, until)
    )  # fmt: skip
    return sorted(found, key=_day)


def due(duties: Iterable[Duty], day: dt.date, until: dt.date) -> list[Reminder]:
    """What falls due from ``day`` to ``until``, by day: of recurring times the next occurrence only.

    A period is due at its end, a meeting that lasts several days on its first.
    """
    found = (
        next(_due(duty, number, time, day, until), None)
        for duty in duties if not duty.done
        for number, time in duty.times
    )  # fmt: skip
    return sorted((each for each in found if each), key=_day)


def overdue(duties: Iterable[Duty], day: dt.date) -> list[Reminder]:
    """What was due before ``day`` and is not done, the longest overdue first.

    Recurring times are never overdue: nobody notes what was done in which quarter.
    """
    found = (
        Reminder(duty, time, occurrence, number)
        for duty in duties if not duty.done
        for number, time in duty.times
        for occurrence in fixed(time, duty.issue)
        if occurrence.role == "due" and occurrence.day < day
    )  # fmt: skip
    return sorted(found, key=_day)


def left_out(duties: Iterable[Duty], day: dt.date) -> LeftOut:
    """How many times of tasks that are not done no list of days from ``day`` on can ever show."""
    undated = ended = 0
    for duty in duties:
        for _, time in () if duty.done else duty.times:
            if time["kind"] == "recurring" and series(time):
                begin, end = span(duty.issue, day, _LAST)
                ended += begin > end
            else:
                undated += next(fixed(time, duty.issue), None) is None
    return LeftOut(undated, ended)


def _due(duty: Duty, number: int, time: DeadlineRecord, day: dt.date, until: dt.date) -> Iterator[Reminder]:
    meeting = duty.answer.task["kind"] == "meeting"
    for occurrence in occurrences(time, duty.issue, day, until):
        if meeting or occurrence.role == "due":
            yield Reminder(duty, time, occurrence, number)


def _day(reminder: Reminder) -> tuple[dt.date, dt.time]:
    """By day and hour; within one, tasks keep the order of files and places. All day comes last: until midnight."""
    return reminder.occurrence.day, reminder.occurrence.clock or dt.time.max
