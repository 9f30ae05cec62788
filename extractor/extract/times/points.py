"""From the words of one point in time (2024年6月底, 下月10日, 一季度末) to the stretch of days they cover."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.extract.times.clock import clock_of
from extractor.extract.times.numbers import number
from extractor.extract.times.stretch import Stretch, months
from extractor.extract.times.years import current_year, infer_year
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    import re

    from extractor.extract.times.context import Setting

_ISO = own(r"(\d{4}) ?[-./] ?(\d{1,2})(?: ?[-./] ?(\d{1,2})[日号]?)?(?!\d)")
_YEAR = own(
    r"([12]\d{3}|[一二][〇零九0Oo\u041e\u043e][〇零一二三四五六七八九0Oo\u041e\u043e]{2})(?=[年-])"
)
_MONTH = own(r"(\d{1,2}|十[一二三]?|[一二三四五六七八九正腊元])月")
_DAY = own(r"(\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九廿])[日号]")
_PART = own(r"月份?的?(初|上旬|上、?中旬|中旬|中、?下旬|中|下旬|月?底|月?末)")
_QUARTER = own(r"([一二三四1-4])个?季")
_HALF = own(r"(上|下)半年")
_TURN = own(r"今年|本年|当年|明年|次年|翌年|来年|第二年|下一?年")
_MOON = own(r"(本|当|这个|下个?|次)月")
_DOTTED = own(r"(\d{1,2})\.(\d{1,2})")
_WITHOUT_SIGN = own(r"(?<=月)\d{1,2}$")
_BLANK = own(r"\s+|(?<=[上中])、(?=[中下]旬)")  # 4月中、下旬 is 4月中下旬
NEXT_YEAR = ("明年", "次年", "翌年", "来年", "第二年", "下年", "下一年")
_LEAP_YEAR = 2000  # in which every day of the calendar exists
_PART_DAYS = {
    "初": (1, 10), "上旬": (1, 10), "上中旬": (1, 20), "中旬": (11, 20), "中": (11, 20), "中下旬": (11, 31),
    "下旬": (21, 31),
}  # fmt: skip


class UnknownYearError(ValueError):
    """The words name no year, and nothing in the document or the user's settings gives one."""


def read_point(words: str, setting: Setting) -> Stretch:
    """The stretch of days that ``words`` cover; ``words`` have been matched by a ``time-…`` fragment.

    Raises:
        UnknownYearError: no year is known.
        ValueError: 2月30日, 13月, 25：00.
    """
    iso = _ISO.search(words)
    return _numeric(iso, words[iso.end() :]) if iso else _dated(_BLANK.sub("", words), setting)


def _numeric(iso: re.Match[str], rest: str) -> Stretch:
    year, month, day = int(iso[1]), int(iso[2]), iso[3]
    stretch = _day(year, month, int(day)) if day else months(year, month, month, "month")
    return replace(stretch, clock=clock_of(_BLANK.sub("", rest)), explicit=True)


def _dated(plain: str, setting: Setting) -> Stretch:
    plain = _DOTTED.sub(r"\1月\2日", plain)
    plain += "日" if _WITHOUT_SIGN.search(plain) else ""
    named = _YEAR.search(plain)
    known = (number(named[1]), "") if named else _turned(plain, setting)
    for reader in (_within_month, _quarter, _half):
        found = reader(plain, known, setting)
        if found:
            return replace(found, clock=clock_of(plain), explicit=bool(named))
    return replace(_whole_year(known, setting), explicit=bool(named))


def _turned(plain: str, setting: Setting) -> tuple[int, str] | None:
    turn = _TURN.search(plain)
    if not turn:
        return None
    if setting.before and turn[0] in NEXT_YEAR:
        return setting.before.year + 1, "year-from-before"
    known = current_year(setting.context)
    if known is None:
        raise UnknownYearError(plain)
    return known[0] + (turn[0] in NEXT_YEAR), known[1]


def _within_month(plain: str, known: tuple[int, str] | None, setting: Setting) -> Stretch | None:
    moon = _MOON.search(plain)
    named = _MONTH.search(plain)
    if moon:
        year, month, assumption = _moon(moon[1], setting)
    elif named:
        month = {"正": 1, "元": 1, "腊": 12}.get(named[1]) or number(named[1])
        year, assumption = known or (0, "")
    else:
        return None
    day, part = _DAY.search(plain), _PART.search(plain)
    if not known and not moon:
        last = number(day[1]) if day else _part_end(part[1] if part else "底", month)
        year, assumption = _inferred(month, last, setting)
    stretch = _day(year, month, number(day[1])) if day else _part(year, month, part[1] if part else "")
    return replace(stretch, assumptions=(assumption,) if assumption else ())


def _inferred(month: int, day: int, setting: Setting) -> tuple[int, str]:
    if not 1 <= day <= calendar.monthrange(_LEAP_YEAR, month)[1]:
        message = f"no such day: {month}-{day}"
        raise ValueError(message)
    known = infer_year(month, day, setting)
    if known is None:
        raise UnknownYearError
    return known


def _moon(word: str, setting: Setting) -> tuple[int, int, str]:
    today = setting.context.issued or setting.context.reference
    if today is None:
        raise UnknownYearError
    later = word in ("下", "下个", "次")
    year, month = divmod(today.year * 12 + today.month - 1 + later, 12)
    return year, month + 1, "month-from-issue-date" if setting.context.issued else "year-from-reference"


def _day(year: int, month: int, day: int) -> Stretch:
    date = dt.date(year, month, day)
    return Stretch(date, date, "day")


def _part_end(part: str, month: int) -> int:
    return min(_PART_DAYS.get(part, (1, 31))[1], calendar.monthrange(_LEAP_YEAR, month)[1])


def _part(year: int, month: int, part: str) -> Stretch:
    whole = months(year, month, month, "month")
    if not part:
        return whole
    first, last = _PART_DAYS.get(part.removeprefix("月"), (whole.last.day, 31))
    end = min(last, whole.last.day)
    start = whole.first.replace(day=min(first, end))
    return Stretch(start, whole.first.replace(day=end), "part", assumptions=())


def _quarter(plain: str, known: tuple[int, str] | None, setting: Setting) -> Stretch | None:
    quarter = _QUARTER.search(plain)
    return _several_months(number(quarter[1]) * 3, 3, "quarter", known, setting) if quarter else None


def _half(plain: str, known: tuple[int, str] | None, setting: Setting) -> Stretch | None:
    half = _HALF.search(plain)
    return _several_months(6 if half[1] == "上" else 12, 6, "half", known, setting) if half else None


def _several_months(
    last: int, count: int, unit: str, known: tuple[int, str] | None, setting: Setting
) -> Stretch:
    year, assumption = known or _inferred(last, 30, setting)
    stretch = months(year, last - count + 1, last, "quarter" if unit == "quarter" else "half")
    return replace(stretch, assumptions=(assumption,) if assumption else ())


def _whole_year(known: tuple[int, str] | None, setting: Setting) -> Stretch:
    year, assumption = known or current_year(setting.context) or (0, "")
    if not year:
        raise UnknownYearError
    return replace(months(year, 1, 12, "year"), assumptions=(assumption,) if assumption else ())
