"""A time as a notice writes it, and the days that it means."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

Gold = dict[str, object]
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_MONTHS = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")


@dataclass(frozen=True, slots=True)
class Time:
    """A time: the words, and its gold."""

    words: str
    gold: Gold


def on(words: str, due: str) -> Time:
    """A day, or a day with its hour."""
    return Time(words, {"text": words, "kind": "date", "due": due})


def between(words: str, start: dt.date, due: dt.date) -> Time:
    """From one day to another."""
    return Time(words, {"text": words, "kind": "period", "start": start.isoformat(), "due": due.isoformat()})


def last(day: dt.date) -> dt.date:
    """The last day of its month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def in_characters(day: dt.date) -> str:
    """二〇二五年六月底前."""
    return f"{str(day.year).translate(_DIGITS)}年{_MONTHS[day.month]}月底前"
