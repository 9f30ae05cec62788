"""Days that come back, as every calendar program understands them: 每季度末 is the last day of every third month.

One series has one day a month, or some days of the week: the recurrences that Outlook imports (MS-OXCICAL
2.1.3.2.2) hold no more. What a notice says in one word may so become several series: 每年4月、10月底 is two.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from extractor.model.record import DeadlineRecord

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LAST = -1
"""The last day of a month, whatever its number."""
_YEAR, _FEBRUARY, _LONGEST, _SHORTEST = 12, 2, 31, 28
_COMMON_YEAR = 2001
_STEPS: Mapping[str, int] = {"year": 12, "half-year": 6, "quarter": 3, "month": 1}


@dataclass(frozen=True, slots=True, order=True)
class Monthly:
    """A day of every ``step``-th month, ``month`` among them; months without that day are left out."""

    step: int
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Weekly:
    """Some days of every week, 0 for Monday."""

    days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Daily:
    """Every day."""


Series: TypeAlias = Monthly | Weekly | Daily


def series(time: DeadlineRecord) -> tuple[Series, ...]:
    """The series of a ``recurring`` time; none when it is of another kind, or its ``on`` is no day.

    ``on`` null means the last day of the interval: 每季度 by the end of the quarter, 每周 by Sunday, 每半月 by the
    15th and the last. A day that a month lacks is its last: 每月30日 comes on 28 February.
    """
    if time["kind"] != "recurring":
        return ()
    every, days = time.get("every", ""), [day for day in (time.get("on") or "").split(",") if day]
    try:
        return _series(every, days, time["text"])
    except ValueError:
        return ()


def _series(every: str, days: list[str], words: str) -> tuple[Series, ...]:
    if every == "day":
        return (Daily(),)
    if every == "week":
        return (Weekly(tuple(sorted({WEEKDAYS.index(day) for day in days or ["sun"]}))),)
    if every == "half-month":
        return _monthly([int(day) for day in days] or [15, _LONGEST])
    if every == "month":
        return _monthly([int(day) for day in days] or [_LONGEST])
    return _yearly(days or _ends(_STEPS.get(every, 0)), words)


def _ends(step: int) -> list[str]:
    """The last days of a year's halves or quarters, ``MM-DD``; none for an interval that is none."""
    months = range(step, _YEAR + 1, step) if step else ()
    return [f"{month:02}-{_length(month)}" for month in months]


def _monthly(days: Iterable[int]) -> tuple[Series, ...]:
    found: set[Monthly] = set()
    for day in days:
        if not 1 <= day <= _LONGEST:
            raise ValueError(day)
        found.add(Monthly(1, 1, LAST if day == _LONGEST else day))
        if _SHORTEST < day < _LONGEST:
            found.add(Monthly(_YEAR, _FEBRUARY, LAST))
    return tuple(sorted(found, key=lambda one: (one.step, one.day % 32)))


def _yearly(days: Iterable[str], words: str) -> tuple[Series, ...]:
    """Days of the year: evenly spread ones of the same number are one series, others one each."""
    named = dict.fromkeys(_day_of_year(day, words) for day in days)
    months, numbers = sorted(month for month, _ in named), {day for _, day in named}
    step = _YEAR // len(months) if months else _YEAR
    if len(numbers) == 1 and months == list(range(months[0], _YEAR + 1, step)) and _YEAR % len(months) == 0:
        return (Monthly(step, months[0], numbers.pop()),)
    return tuple(Monthly(_YEAR, month, day) for month, day in sorted(named))


def _day_of_year(text: str, words: str) -> tuple[int, int]:
    """Month and day of ``MM-DD``; the last day of a month is called so, 28 February only when the words say 底."""
    month, day = (int(part) for part in text.split("-"))
    if not (1 <= month <= _YEAR and 1 <= day <= calendar.monthrange(2000, month)[1]):
        raise ValueError(text)
    if month == _FEBRUARY and day == _SHORTEST:
        return month, LAST if any(sign in words for sign in "底末") or "下旬" in words else day
    return month, LAST if day >= _length(month) else day


def _length(month: int) -> int:
    return calendar.monthrange(_COMMON_YEAR, month)[1]
