"""Days as staff and spreadsheet programs write them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from extractor.model.fold import fold
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    import re

_DAY = own(
    r"(?<!\d)(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?"
    r"(?:[ T]*(?P<hour>\d{1,2})[:：](?P<minute>\d{2})(?:[:：]\d{2}(?:\.0+)?)?)?(?!\d)"
)


def iso_day(words: str) -> str | None:
    """``2024/6/30``, ``2024年6月30日``, ``2024-06-30 16:00`` in ISO form, the hour after a blank; None: no day.

    Midnight is what spreadsheet programs add to a day without hour, and is left out.
    """
    match = _DAY.fullmatch(fold(words).strip())
    return _iso(match) if match else None


def day_within(words: str) -> str | None:
    """The one day that words name in full: ``2024年6月30日前`` is the 30th; None when they name none, or several."""
    days = {_iso(match) for match in _DAY.finditer(fold(words))}
    return days.pop() if len(days) == 1 else None


def _iso(match: re.Match[str]) -> str | None:
    year, month, day, hour, minute = (int(each or 0) for each in match.groups())
    try:
        moment = dt.datetime(year, month, day, hour, minute)  # noqa: DTZ001 - ledgers hold local time
    except ValueError:
        return None
    return moment.date().isoformat() if (hour, minute) == (0, 0) else moment.isoformat(" ", "minutes")
