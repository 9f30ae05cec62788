"""A point in time as words draw it: a stretch of days, from the first to the last that they cover."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Literal

Unit = Literal["day", "part", "month", "quarter", "half", "year", "era"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days that words such as 5月, 6月中旬 or 一季度 cover, with a time of day where they name one."""

    first: dt.date
    last: dt.date
    unit: Unit
    clock: dt.time | None = None
    explicit: bool = False  # the words name the year
    assumptions: tuple[str, ...] = ()

    @property
    def due(self) -> dt.date | dt.datetime:
        """The last moment of the stretch."""
        return dt.datetime.combine(self.last, self.clock) if self.clock else self.last

    @property
    def day_before(self) -> dt.date | dt.datetime:
        """The last moment before the stretch; for a day, the day itself (X月Y日前 includes that day)."""
        return self.due if self.unit in ("day", "part") else self.first - dt.timedelta(days=1)


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month.

    Raises:
        ValueError: there is no such month.
    """
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def months(year: int, first: int, last: int, unit: Unit) -> Stretch:
    """From the first day of one month to the last day of another of the same year.

    Raises:
        ValueError: there is no such month.
    """
    return Stretch(dt.date(year, first, 1), month_end(year, last), unit)
