"""A time of the ledger -> its dated occurrences; the ledger's row stays as it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from extractor.export.schedule.counted import counted
from extractor.export.schedule.days import days
from extractor.export.schedule.plan_end import plan_end
from extractor.export.schedule.series import series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.model.record import DeadlineRecord
    from extractor.store.questions.tasks.duties import Issue

_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One day on which something is due, or begins.

    Attributes:
        day: the day.
        clock: the time of day; None: all day.
        role: ``due``, or ``start`` for the beginning of a period.
        number: the how-manieth of a recurring time since the date of issue; None: not recurring, or that date
            is not known.
        every: the interval of a recurring time: ``quarter``.
        assumptions: codes, e.g. ``workday-calendar-estimated``.
    """

    day: dt.date
    clock: dt.time | None = None
    role: Literal["due", "start"] = "due"
    number: int | None = None
    every: str | None = None
    assumptions: tuple[str, ...] = ()

    @property
    def moment(self) -> str:
        """``2024-06-30``, or ``2024-06-30 16:00``."""
        return f"{self.day} {self.clock:%H:%M}" if self.clock else str(self.day)


def occurrences(time: DeadlineRecord, issue: Issue, since: dt.date, until: dt.date) -> Iterator[Occurrence]:
    """The occurrences from ``since`` to ``until``, both included, in order; none for 长期 and 近期.

    A recurring time begins on the day after the issue and ends with the years of its plan, if the title names any.
    """
    if time["kind"] == "recurring":
        yield from _recurring(time, issue, since, until)
    else:
        yield from (each for each in fixed(time, issue) if since <= each.day <= until)


def fixed(time: DeadlineRecord, issue: Issue) -> Iterator[Occurrence]:
    """Beginning and end of a time that comes once; nothing when no calendar holds it."""
    found = counted(time.get("after", ""), time.get("within"), issue.day) if "due" not in time else None
    for role, text in (("start", time.get("start")), ("due", time.get("due"))):
        moment = _moment(text)
        if moment:
            yield Occurrence(*moment, "start" if role == "start" else "due", assumptions=tuple(time["assumptions"]))
    if found:
        yield Occurrence(found[0], assumptions=(*time["assumptions"], *found[1]))


def span(issue: Issue, since: dt.date, until: dt.date) -> tuple[dt.date, dt.date]:
    """That part of ``since`` … ``until`` in which recurring times of a document come; empty when it ends first."""
    after_issue = since if issue.day is None else max(since, issue.day + _ONE_DAY)
    return after_issue, min(until, plan_end(issue.title, issue.day) or until)


def _recurring(time: DeadlineRecord, issue: Issue, since: dt.date, until: dt.date) -> Iterator[Occurrence]:
    every, assumptions = time.get("every"), tuple(time["assumptions"])
    begin, end = span(issue, issue.day or since, until)
    for number, day in enumerate(days(series(time), begin, end), 1):
        if day >= since:
            counted_from_issue = number if issue.day else None
            yield Occurrence(day, None, "due", counted_from_issue, every, assumptions)


def _moment(text: str | None) -> tuple[dt.date, dt.time | None] | None:
    """Day and time of day; None when there is none that a calendar could hold."""
    try:
        moment = dt.datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return moment.date(), moment.time() if "T" in (text or "") else None
