"""Times of day: 17：00, 下午4时, 上午9点半, 24时."""

from __future__ import annotations

import datetime as dt
import re

_CLOCK = re.compile(
    r"(?P<half>上午|早上?|中午|下午|晚上?|夜间|凌晨)?(?P<hour>\d{1,2}|[二两]?十[一二三四五六七八九]?|[一二三四五六七八九两])"
    r"(?:：(?P<colon>\d{2})|[时点](?:(?P<minute>\d{1,2})分?|(?P<semi>半))?)"
)


def clock_of(plain: str) -> dt.time | None:
    """The time of day in words without blanks; None when there is none, or when it is the end of the day (24：00).

    Raises:
        ValueError: 25：00 or 9：75.
    """
    from extractor.extract.times.numbers import number

    match = _CLOCK.search(plain)
    if not match:
        return None
    hour = number(match["hour"])
    minute = 30 if match["semi"] else int(match["colon"] or match["minute"] or 0)
    if match["half"] in ("下午", "晚", "晚上", "夜间") and hour < 12 or match["half"] == "中午" and hour < 3:
        hour += 12
    return None if (hour, minute) == (24, 0) else dt.time(hour, minute)
