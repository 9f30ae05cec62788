"""Lengths of time (30日, 15个工作日, 三个月, 半年, 48小时), and the day that lies so far after another."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Literal, cast

from extractor.extract.times.numbers import number
from extractor.extract.times.workdays import after_workdays
from extractor.rules.pattern.own import own

LengthUnit = Literal["d", "wd", "m", "y", "h", "min"]
_UNITS: tuple[tuple[str, LengthUnit, int], ...] = (
    ("工作日", "wd", 1), ("周", "d", 7), ("星期", "d", 7), ("学期", "m", 6), ("季度", "m", 3),
    ("小时", "h", 1), ("钟头", "h", 1), ("分钟", "min", 1),
    ("月", "m", 1), ("年", "y", 1), ("日", "d", 1), ("天", "d", 1),
)  # fmt: skip
_HALVES: dict[LengthUnit, tuple[int, LengthUnit]] = {
    "y": (6, "m"), "m": (15, "d"), "h": (30, "min"), "d": (12, "h"), "wd": (4, "h"),
}  # fmt: skip
_CODE = own(r"(-?\d{1,4})(d|wd|m|y|h|min)")
_COUNT = own(r"\d+|[一二两三四五六七八九十百]+")


@dataclass(frozen=True, slots=True)
class Length:
    """So many units of time."""

    count: int
    unit: LengthUnit

    @property
    def code(self) -> str:
        """``30d``, ``15wd``, ``3m``, ``1y``, ``48h``, ``60min``."""
        return f"{self.count}{self.unit}"

    def after(self, day: dt.date) -> tuple[dt.date, tuple[str, ...]]:
        """The day that lies this length after ``day``, and the assumptions made."""
        if self.unit == "wd":
            return after_workdays(day, self.count)
        if self.unit in ("m", "y"):
            return _months_after(day, self.count * (12 if self.unit == "y" else 1)), ()
        hours = {"d": 24.0, "h": 1.0, "min": 1 / 60}[self.unit] * self.count
        return day + dt.timedelta(days=-(-hours // 24)), ()


def within(words: str) -> Length:
    """The length that ``words`` name, the longer of two (3-5个工作日).

    Half of a unit is given in the next smaller one: 半年 is 6 months, 半个月 15 days, 半个工作日 4 hours; no minute
    is parted, half of one counts as one.

    Raises:
        ValueError: the words hold no number or no unit of time.
    """
    plain = "".join(words.split())
    unit, factor = next((unit, factor) for word, unit, factor in _UNITS if word in plain)
    counted = _COUNT.findall(plain)
    count = number(counted[-1]) if counted else 0
    if counted and "半" not in plain:
        return Length(count * factor, unit)
    halves = (2 * count + 1) * factor
    if halves % 2 == 0 or unit not in _HALVES:
        return Length((halves + 1) // 2, unit)
    half, smaller = _HALVES[unit]
    return Length(halves * half, smaller)


def length_of(code: str) -> Length:
    """The length that ``code`` writes: ``30d``, ``-15wd``; negative lengths count back.

    Raises:
        ValueError: it is no code of a length.
    """
    match = _CODE.fullmatch(code)
    if not match:
        raise ValueError(code)
    return Length(int(match[1]), cast("LengthUnit", match[2]))


def _months_after(day: dt.date, count: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
