"""What stands in a calendar, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    import datetime as dt

Moment: TypeAlias = "dt.date | dt.datetime"
"""A day, or a time of it in Asia/Shanghai (naive)."""


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the calendar.

    Attributes:
        uid: stays the same for ever, so that the next import replaces the entry.
        revision: grows whenever the task changes (SEQUENCE).
        stamp: when this revision was made, UTC; taken from the date of issue, never from a clock.
        start: day or moment.
        end: the day after the last one; None: one day, or one moment.
        repeat: parts of the RRULE; empty: once.
        summary: what is seen in the month: bodies and title.
        description: several lines.
        category: kind of task.
        status: ``CANCELLED`` when the task was called off.
        alarms: how long before ``start``, in minutes.
        busy: whether it takes up time (a meeting with its hour) or only marks the day.
    """

    uid: str
    revision: int
    stamp: dt.datetime
    start: Moment
    end: dt.date | None
    repeat: tuple[tuple[str, str | int | tuple[str, ...] | dt.date], ...]
    summary: str
    description: str
    category: str
    status: Literal["CONFIRMED", "CANCELLED"]
    alarms: tuple[int, ...]
    busy: bool = False
