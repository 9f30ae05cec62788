"""Which year is meant when the words name none."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.extract.times.context import Setting, TimeContext

GRACE = dt.timedelta(days=60)
_GRACE_MONTHS, _MOST_MONTHS = 2, 6
_SOON = 92


def infer_year(month: int, day: int, setting: Setting) -> tuple[int, str] | None:
    """The year of a month and day without one, and the assumption made; None when nothing is known.

    In this order: the year of an earlier date of the same sentence that this one continues; the year of issue for
    a day soon after it in a notice about the next year; the year that title or heading names for the plan, unless
    that is long over; the year of issue, or the next one when the day would lie more than 60 days in the past; the
    year that the other dates of the document name; the year of issue's rule with the user's reference day.
    """
    before, context = setting.before, setting.context
    if before and (month, day) >= (before.month, before.day):
        return before.year, "year-from-before"
    if context.issued and context.ahead and _soon(context.issued, month, day):
        return context.issued.year, "year-from-issue-date"
    if context.plan_year and not _long_over(context, month):
        return context.plan_year, "year-from-plan"
    if context.issued:
        return _from(context.issued, month, day, "year-from-issue-date")
    if context.reference and not context.told_year:
        return _from(context.reference, month, day, "year-from-reference")
    told = (context.told_year, "year-from-before"), (context.plan_year, "year-from-plan")
    return next(((year, assumed) for year, assumed in told if year), None)


def _soon(issued: dt.date, month: int, day: int) -> bool:
    """Whether the day comes within three months after the issue, still in its year."""
    days = (dt.date(issued.year, month, 1) + dt.timedelta(days=day - 1) - issued).days
    return 0 <= days <= _SOON


def _long_over(context: TimeContext, month: int) -> bool:
    """A month of the plan's year well before the issue: 2021年度考核 of January 2022, 1月20日.

    A plan of the year of issue may name months gone by; but 2026年秋季学期 of December 2026, 1月20日 is none.
    """
    issued, plan = context.issued, context.plan_year
    if not issued or not plan or plan > issued.year:
        return False
    grace = _GRACE_MONTHS if plan < issued.year else _MOST_MONTHS
    return (issued.year - plan) * 12 + issued.month - month > grace


def _from(today: dt.date, month: int, day: int, assumption: str) -> tuple[int, str]:
    candidate = dt.date(today.year, month, 1) + dt.timedelta(days=day - 1)
    return (today.year + 1, "year-next") if today - candidate > GRACE else (today.year, assumption)


def current_year(context: TimeContext) -> tuple[int, str] | None:
    """The year that 今年, 本年度 or a bare 年底 means."""
    if context.plan_year:
        return context.plan_year, "year-from-plan"
    if context.issued:
        return context.issued.year, "year-from-issue-date"
    return (context.reference.year, "year-from-reference") if context.reference else None
