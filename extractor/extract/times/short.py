"""Deadlines in a few characters, as tests, rule examples and screens show them."""

from __future__ import annotations

import datetime as dt
from typing import assert_never

from extractor.model.deadline import Deadline, OnDay, Ongoing, Period, Recurring, Relative, Vague


def short_form(deadline: Deadline) -> str:
    """``deadline`` in its short form; every kind has its own look.

    ``2024-06-30`` · ``2024-06-30T17:00`` · ``2024-04-01/2024-12-31`` · ``year``, ``year on 01-31`` ·
    ``印发+30d``, ``印发+30d=2024-07-01`` · ``ongoing`` · ``vague``; ``2024-12-31+ongoing`` for what goes on
    after its date.
    """
    match deadline:
        case OnDay():
            return _moment(deadline.due) + _and_on(deadline)
        case Period():
            return f"{deadline.start}/{_moment(deadline.due)}" + _and_on(deadline)
        case Recurring():
            return deadline.every + (f" on {deadline.on}" if deadline.on else "")
        case Relative():
            return f"{deadline.after}+{deadline.within or '?'}" + (f"={deadline.due}" if deadline.due else "")
        case Ongoing():
            return "ongoing"
        case Vague():
            return "vague"
        case _:
            assert_never(deadline)


def _moment(due: dt.date) -> str:
    return due.isoformat(timespec="minutes") if isinstance(due, dt.datetime) else due.isoformat()


def _and_on(deadline: OnDay | Period) -> str:
    return "+ongoing" if deadline.ongoing else ""
