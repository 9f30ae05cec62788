"""Working days by the State Council's calendar of holidays and make-up days."""

from __future__ import annotations

import datetime as dt

_ONE = dt.timedelta(days=1)
_WEEKEND = 5


def after_workdays(day: dt.date, count: int) -> tuple[dt.date, tuple[str, ...]]:
    """The ``count``-th working day after ``day``, before it when negative, and the assumptions made.

    In years whose holidays are not known yet Monday to Friday count: ``workday-calendar-estimated``.
    """
    estimated = False
    step = _ONE if count > 0 else -_ONE
    for _ in range(abs(count)):
        working = False
        while not working:
            day += step
            working, known = is_working(day)
            estimated |= not known
    return day, ("workday-calendar-estimated",) if estimated else ()


def is_working(day: dt.date) -> tuple[bool, bool]:
    """Whether people work on a day, and whether its year's holidays are known."""
    from chinese_calendar import is_workday  # noqa: PLC0415 - its tables are needed for few notices only

    try:
        return bool(is_workday(day)), True
    except NotImplementedError:
        return day.weekday() < _WEEKEND, False


def holiday(day: dt.date) -> str:
    """The festival for which a day is free, or worked in advance: 国庆节; empty for all other days."""
    from chinese_calendar import Holiday, get_holiday_detail  # noqa: PLC0415 - see above

    try:
        name = get_holiday_detail(day)[1]
    except NotImplementedError:
        return ""
    return next((str(each.chinese) for each in Holiday if each.value == name), "")
