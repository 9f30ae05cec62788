"""By when something has to be done: a closed union of six readings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    import datetime as dt

Interval = Literal["year", "half-year", "quarter", "month", "half-month", "week", "day"]


@dataclass(frozen=True, slots=True)
class OnDay:
    """By or on a day; a ``datetime`` when the words name a time of day.

    ``ongoing``: and go on afterwards (并长期坚持).
    """

    due: dt.date | dt.datetime
    ongoing: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """From ``start`` to ``due``, both included."""

    start: dt.date
    due: dt.date | dt.datetime
    ongoing: bool = False


@dataclass(frozen=True, slots=True)
class Recurring:
    """Once in every interval.

    ``on`` is ``MM-DD``, ``DD`` or a weekday (``mon`` … ``sun``), several joined by ``,``; None when not said.
    """

    every: Interval
    on: str | None = None


@dataclass(frozen=True, slots=True)
class Ongoing:
    """Without an end: 长期坚持, 持续推进, 常态化."""


@dataclass(frozen=True, slots=True)
class Relative:
    """Counted from an event: ``after`` as printed, ``within`` as ``30d`` ``15wd`` ``3m`` ``1y`` ``48h`` ``60min``.

    A negative length counts back from the event.

    ``due`` is known only when the event is the date of issue.
    """

    after: str
    within: str | None
    due: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """A time that no calendar holds: 年初, 近期, 适时."""


Deadline: TypeAlias = OnDay | Period | Recurring | Ongoing | Relative | Vague
