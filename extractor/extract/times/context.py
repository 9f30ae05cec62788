"""What goes into the reading of a time, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from extractor.model.deadline import Deadline
    from extractor.model.found import Found
    from extractor.model.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class TimeContext:
    """What the document says about time.

    ``issued`` is the date of signature (成文日期), ``plan_year`` the year that the title or the heading names
    for the plan, ``reference`` the user's own day for documents that name neither. ``ahead``: the title is of no
    plan, and its year only says what the notice is about: 关于申报2027年度课题的通知 of November 2026.
    ``told_year`` is the one year that the full dates of a document name which has no date of its own.
    """

    issued: dt.date | None = None
    plan_year: int | None = None
    reference: dt.date | None = None
    ahead: bool = False
    told_year: int | None = None


@dataclass(frozen=True, slots=True)
class TimesRead:
    """The times of one stretch of text, in its order and disjoint, and what was odd about them."""

    times: tuple[Found[Deadline], ...] = ()
    problems: tuple[Problem, ...] = ()


NO_TIMES = TimesRead()
"""What most stretches hold."""


@dataclass(frozen=True, slots=True)
class Oddity:
    """A problem of a reading before it has a place: code, severity, and the words that fill the message."""

    code: str
    severity: Severity = "warning"
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """How a match is to be read: the document, the kind of stretch, and the last date that named its year."""

    context: TimeContext
    marked: bool
    before: dt.date | None = None

    def after(self, day: dt.date) -> Setting:
        """The same setting for words that follow ``day``, whose year they may inherit."""
        return replace(self, before=day)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule made of its words; no ``value`` means that they are no time that demands anything.

    ``anchor`` is the last day that was read from an explicit year, for later words that name none.
    """

    value: Deadline | None = None
    assumptions: tuple[str, ...] = ()
    oddities: tuple[Oddity, ...] = ()
    anchor: dt.date | None = None
