"""Readings of festivals: 春节前, 国庆节前, 2025年中秋前."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from extractor.extract.times.context import Reading, Setting
from extractor.extract.times.points import UnknownYearError, read_point
from extractor.model.deadline import OnDay
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from extractor.rules.rule import Match

_ENTRY = own(r"(\S+) (\d\d)-(\d\d)")


def festival(match: Match, setting: Setting) -> Reading:
    """The day before a festival: of the named year, otherwise the first such festival after the issue.

    The rule's fields ``solar`` and ``lunar`` hold the festivals and their days: ``name MM-DD``, joined by
    commas.

    Raises:
        UnknownYearError: no year is known.
    """
    name, year = match.group("festival"), match.group("year")
    today = setting.context.issued or setting.context.reference
    assumptions: tuple[str, ...] = ("festival-date",)
    if year:
        day = _date(match, name, read_point(year, setting).first.year)
    elif today:
        days = (_date(match, name, today.year + later) for later in (0, 1))
        day = next(day for day in days if day > today)
        source = "issue-date" if setting.context.issued else "reference"
        assumptions = ("festival-date", f"year-from-{source}")
    elif setting.context.plan_year:
        day = _date(match, name, setting.context.plan_year)
        assumptions = ("festival-date", "year-from-plan")
    else:
        raise UnknownYearError
    return Reading(OnDay(day - dt.timedelta(days=1)), assumptions)


def _date(match: Match, name: str, year: int) -> dt.date:
    for field in ("solar", "lunar"):
        for known, month, day in _ENTRY.findall(match.rule.fields[field].replace(",", " ")):
            if known == name:
                in_year = dt.date if field == "solar" else _lunar
                return in_year(year, int(month), int(day))
    return _clear_and_bright(year)


def _lunar(year: int, month: int, day: int) -> dt.date:
    return _gregorian(_lunar_day(year, month, day).getSolar())


def _clear_and_bright(year: int) -> dt.date:
    """清明, the only festival that is a solar term."""
    return _gregorian(_lunar_day(year, 3, 1).getJieQiTable()["清明"])


@lru_cache(maxsize=64)
def _lunar_day(year: int, month: int, day: int) -> Any:  # noqa: ANN401 - the library has no types
    from lunar_python import Lunar  # noqa: PLC0415 - large tables, needed for few notices only

    return Lunar.fromYmd(year, month, day)


def _gregorian(solar: Any) -> dt.date:  # noqa: ANN401 - the library has no types
    return dt.date(solar.getYear(), solar.getMonth(), solar.getDay())
