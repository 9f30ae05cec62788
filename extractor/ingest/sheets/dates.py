"""Serial numbers as days and times, written as a format code says: 45473 → 2024年6月30日."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Callable

_PIECE = re.compile(
    r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.|(AM/PM|上午/下午)|(y+|m+|d+|h+|s+|a{3,4})|(.)', re.IGNORECASE | re.DOTALL
)
_LITERAL = own(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_FIRST = {False: dt.datetime(1899, 12, 30), True: dt.datetime(1904, 1, 1)}  # noqa: DTZ001 - a sheet knows no zone
_LEAP_DAY_1900 = 60  # Excel counts a 29 February 1900 that never was
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEK = "一二三四五六日"
_LAST = 2_958_466  # 9999-12-31


def is_date(code: str) -> bool:
    """Whether a format code writes days or times."""
    return bool(re.search(r"[ymdhs]|a{3,4}", _LITERAL.sub("", code), re.IGNORECASE)) and "general" not in code.lower()


def written_date(serial: float, code: str, *, from_1904: bool) -> str | None:
    """The day and time that ``serial`` counts, as ``code`` writes it; None for what is no day."""
    if not 0 <= serial < _LAST:
        return None
    early = not from_1904 and serial < _LEAP_DAY_1900
    seconds = round((serial + early) * 86400)
    moment = _FIRST[from_1904] + dt.timedelta(seconds=seconds)
    half = "am/pm" in code.lower() or "上午/下午" in code
    words, after_hour = "", False
    for match in _PIECE.finditer(code.split(";", maxsplit=1)[0]):
        quoted, escaped, noon, token, other = match.groups()
        if token:
            kind = token[0].lower()
            minutes = kind == "m" and (after_hour or _before_seconds(code, match.end()))
            words += _FIELDS["n" if minutes else kind](moment, len(token), half)
            after_hour = kind == "h" or (after_hour and kind == "s")
        elif noon:
            words += ("上午", "下午")[moment.hour >= 12] if "上" in noon else ("AM", "PM")[moment.hour >= 12]  # noqa: PLR2004 - noon
        else:
            words += quoted or escaped or other or ""
    return words.strip()


def _before_seconds(code: str, place: int) -> bool:
    return re.match(r"[^ymdhs]*s", code[place:], re.IGNORECASE) is not None


def _padded(number: int, width: int) -> str:
    return f"{number:02}" if width > 1 else str(number)


def _year(moment: dt.datetime, width: int, _: bool) -> str:  # noqa: FBT001 - one shape for all fields
    return f"{moment.year:04}" if width > 2 else f"{moment.year % 100:02}"  # noqa: PLR2004 - yy


def _month(moment: dt.datetime, width: int, _: bool) -> str:  # noqa: FBT001 - see above
    return _padded(moment.month, width) if width <= 2 else _MONTHS[moment.month - 1]  # noqa: PLR2004 - mm


def _day(moment: dt.datetime, width: int, _: bool) -> str:  # noqa: FBT001 - see above
    return _padded(moment.day, width) if width <= 2 else "星期" + _WEEK[moment.weekday()]  # noqa: PLR2004 - dd


def _hour(moment: dt.datetime, width: int, half: bool) -> str:  # noqa: FBT001 - see above
    return _padded((moment.hour + 11) % 12 + 1 if half else moment.hour, width)


_FIELDS: dict[str, Callable[[dt.datetime, int, bool], str]] = {
    "y": _year,
    "m": _month,
    "n": lambda moment, width, _: _padded(moment.minute, width),
    "d": _day,
    "h": _hour,
    "s": lambda moment, width, _: _padded(moment.second, width),
    "a": lambda moment, width, _: ("星期" if width > 3 else "") + _WEEK[moment.weekday()],  # noqa: PLR2004 - aaaa
}
