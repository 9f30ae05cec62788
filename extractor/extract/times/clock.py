"""Times of day: 17：00, 下午4时, 上午9点半, 24时."""

from __future__ import annotations

import datetime as dt

from extractor.extract.times.numbers import number
from extractor.rules.pattern.own import own

_CLOCK = own(
    r"(?P<half>上午|早上?|中午|下午|晚上?|夜间|凌晨)?"
    r"(?P<hour>\d{1,2}|[二两]?十[一二三四五六七八九]?|[一二三四五六七八九两])"
    r"(?:：(?P<colon>\d{2})|[时点](?:(?P<minute>\d{1,2})分?|(?P<semi>半))?)"
)


_NOON = 12
# Below which hour a half of the day adds twelve: 下午4时 is 16:00, 中午1点 is 13:00, 中午11点半 stays.
_BEFORE_NOON = {"下午": 12, "晚": 12, "晚上": 12, "夜间": 12, "中午": 3}


def clock_of(plain: str) -> dt.time | None:
    """The time of day in words without blanks; None when there is none, or it is the day's end (24：00).

    Raises:
        ValueError: 25：00 or 9：75.
    """
    match = _CLOCK.search(plain)
    if not match:
        return None
    hour = number(match["hour"])
    minute = 30 if match["semi"] else int(match["colon"] or match["minute"] or 0)
    hour += _NOON if hour < _BEFORE_NOON.get(match["half"], 0) else 0
    return None if (hour, minute) == (24, 0) else dt.time(hour, minute)
