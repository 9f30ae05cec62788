"""The days of a series between two days."""

from __future__ import annotations

import calendar
import datetime as dt
import heapq
from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from extractor.export.schedule.series import LAST, Daily, Monthly, Series, Weekly

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_YEAR = 12


def days(several: Iterable[Series], since: dt.date, until: dt.date) -> Iterator[dt.date]:
    """The days of all series from ``since`` to ``until``, both included, in order, each once."""
    merged = heapq.merge(*(_days(one, since, until) for one in several))
    return (day for day, _ in groupby(merged))


def _days(one: Series, since: dt.date, until: dt.date) -> Iterator[dt.date]:
    match one:
        case Monthly():
            return (day for day in _of_months(one, since, until) if since <= day <= until)
        case Weekly():
            return (day for day in _all(since, until) if day.weekday() in one.days)
        case Daily():
            return _all(since, until)
        case never:
            assert_never(never)


def _all(since: dt.date, until: dt.date) -> Iterator[dt.date]:
    # By number, because no day comes after the last one of the calendar.
    return map(dt.date.fromordinal, range(since.toordinal(), until.toordinal() + 1))


def _of_months(one: Monthly, since: dt.date, until: dt.date) -> Iterator[dt.date]:
    first, last = (day.year * _YEAR + day.month - 1 for day in (since, until))
    first += (one.month - 1 - first) % one.step
    for counted in range(first, last + 1, one.step):
        year, month = divmod(counted, _YEAR)
        length = calendar.monthrange(year, month + 1)[1]
        if one.day <= length:
            yield dt.date(year, month + 1, length if one.day == LAST else one.day)
