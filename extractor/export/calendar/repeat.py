"""A series -> the parts of its RRULE, in the forms that Outlook imports (MS-OXCICAL 2.1.3.2.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, assert_never

from extractor.export.schedule.series import WEEKDAYS, Daily, Monthly, Series, Weekly

if TYPE_CHECKING:
    import datetime as dt

_YEAR = 12
Parts: TypeAlias = "tuple[tuple[str, str | int | tuple[str, ...] | dt.date], ...]"


def repeat(one: Series, until: dt.date | None) -> Parts:
    """``FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1`` for the end of every quarter; ``until`` is the last day, if any."""
    return (*_parts(one), *((("UNTIL", until),) if until else ()))


def reminded(one: Series | None, days_before: int) -> bool:
    """Whether an alarm so many days ahead helps: not before the last time is over."""
    match one:
        case Daily():
            return False
        case Weekly():
            return days_before == 1
        case _:
            return True


def _parts(one: Series) -> Parts:
    match one:
        case Monthly(step, month, day) if step == _YEAR:
            return ("FREQ", "YEARLY"), ("BYMONTH", month), ("BYMONTHDAY", day)
        case Monthly(step, _, day):
            return ("FREQ", "MONTHLY"), *((("INTERVAL", step),) if step > 1 else ()), ("BYMONTHDAY", day)
        case Weekly(days):
            return ("FREQ", "WEEKLY"), ("BYDAY", tuple(WEEKDAYS[day][:2].upper() for day in days))
        case Daily():
            return (("FREQ", "DAILY"),)
        case never:
            assert_never(never)
