"""Days as staff and spreadsheet programs write them."""

from __future__ import annotations

import datetime as dt
import re

from extractor.model.fold import fold

_DAY = re.compile(
    r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?"
    r"(?:[ T]*(?P<hour>\d{1,2})[:：](?P<minute>\d{2})(?:[:：]\d{2}(?:\.0+)?)?)?"
)


def iso_day(words: str) -> str | None:
    """``2024/6/30``, ``2024年6月30日``, ``2024-06-30 16:00`` in ISO form, the hour after a blank; None: no day.

    Midnight is what spreadsheet programs add to a day without hour, and is left out.
    """
    match = _DAY.fullmatch(fold(words).strip())
    if not match:
        return None
    year, month, day, hour, minute = (int(each or 0) for each in match.groups())
    try:
        moment = dt.datetime(year, month, day, hour, minute)  # noqa: DTZ001 - ledgers hold local time
    except ValueError:
        return None
    return moment.date().isoformat() if (hour, minute) == (0, 0) else moment.isoformat(" ", "minutes")
