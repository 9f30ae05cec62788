"""``/time``: a month of days with what is due on them, and the weeks of the next three months."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, get_args

from extractor.extract.times.workdays import holiday, is_working
from extractor.ledger.timetable import Moment, each_once, moments, reckon
from extractor.model.notice import TaskKind
from extractor.store.database import reading
from extractor.store.questions.tasks.answers import TaskAnswer, tasks
from extractor.store.questions.tasks.dated import state
from extractor.store.questions.tasks.question import TaskQuestion
from extractor.web.office import office_of
from extractor.web.rendering import page
from extractor.web.time_page.address import Asked, asked

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from extractor.ledger.timetable import Reckoned

AHEAD = 90  # days
_ON_A_DAY, _LISTED, _NEXT = 3, 200, 40
_ONE_DAY, _WEEK = dt.timedelta(1), dt.timedelta(6)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar; ``work`` is 班 for a weekend that is worked, 休 for a weekday that is not."""

    day: dt.date
    inside: bool
    working: bool
    work: str
    festival: str
    moments: Sequence[Moment]

    @property
    def late(self) -> bool:
        """Whether anything on it is missed once it has passed."""
        return any(each.can_be_late for each in self.moments)

    @property
    def shown(self) -> Sequence[Moment]:
        """The first few."""
        return self.moments[:_ON_A_DAY]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return max(0, len(self.moments) - _ON_A_DAY)


@dataclass(frozen=True, slots=True)
class Week:
    """Some days of the list ahead, with how many things they bring."""

    first: dt.date
    last: dt.date
    count: int


def showing(request: Request) -> Response:
    """The page that the address asks for."""
    office = office_of(request)
    today, wanted = office.today, asked(request.query_params, office.today)
    with reading(office.out) as ledger:
        found = partial(moments, ledger, _reckoned(request, ledger), wanted.question)
        reached = found(*_reach(wanted))
        listed = each_once(found(wanted.day, wanted.until)) if wanted.day and wanted.until else []
        coming = found(today, today + dt.timedelta(AHEAD))
        month = _by_day(reached)
        weeks = [[_day(day, wanted, month) for day in week] for week in _weeks(wanted)]
        ahead = each_once(coming)
        shown = [*(each for week in weeks for day in week for each in day.shown), *ahead[:_NEXT], *listed[:_LISTED]]
        answers = _answers(ledger, shown)
    return page(
        request, "time.html", asked=wanted, weeks=weeks, answers=answers, ahead=ahead[:_NEXT], listed=listed[:_LISTED],
        all_listed=len(listed), all_ahead=len(ahead), by_week=list(_by_week(coming, today)), kinds=get_args(TaskKind),
        total=len(each_once(each for each in reached if wanted.first <= each.day <= wanted.last)),
        known=is_working(wanted.first)[1],
    )  # fmt: skip


def _reckoned(request: Request, ledger: sqlite3.Connection) -> Reckoned:
    """What had to be reckoned, kept by the workbench as long as the ledger stays as it is."""
    kept = request.app.state
    now = state(ledger)
    known: tuple[object, Reckoned] | None = getattr(kept, "timetable", None)
    if known is None or known[0] != now:
        known = kept.timetable = (now, reckon(ledger))
    return known[1]


def _reach(wanted: Asked) -> tuple[dt.date, dt.date]:
    """The days that the calendar shows: whole weeks."""
    weeks = _weeks(wanted)
    return weeks[0][0], weeks[-1][-1]


def _weeks(wanted: Asked) -> list[list[dt.date]]:
    return calendar.Calendar().monthdatescalendar(wanted.first.year, wanted.first.month)


def _by_day(found: Iterable[Moment]) -> dict[dt.date, list[Moment]]:
    days: defaultdict[dt.date, list[Moment]] = defaultdict(list)
    for each in found:
        days[each.day].append(each)
    return dict(days)


def _day(day: dt.date, wanted: Asked, found: Mapping[dt.date, list[Moment]]) -> Day:
    working, known = is_working(day)
    plain = day.weekday() < calendar.SATURDAY
    work = "" if working == plain or not known else "班" if working else "休"
    festival = holiday(day) if not working else ""
    return Day(day, day.month == wanted.first.month, working, work, festival, found.get(day, ()))


def _by_week(ahead: Iterable[Moment], today: dt.date) -> Iterable[Week]:
    """Weeks end on Sunday, the first begins today."""
    days = _by_day(ahead)
    first, end = today, today + dt.timedelta(AHEAD)
    while first <= end:
        last = min(end, first + _WEEK - dt.timedelta(first.weekday()))
        within = (each for day, found in days.items() if first <= day <= last for each in found)
        yield Week(first, last, len(each_once(within)))
        first = last + _ONE_DAY


def _answers(ledger: sqlite3.Connection, shown: Iterable[Moment]) -> dict[str, TaskAnswer]:
    """The tasks whose titles are shown."""
    wanted = tuple({each.task for each in shown})
    return {answer.task["id"]: answer for answer in tasks(ledger, TaskQuestion(ids=wanted))} if wanted else {}
