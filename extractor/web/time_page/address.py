"""What an address of the page 时间 asks for: ``/time?month=2024-07&department=组织部&kind=meeting&day=2024-07-05``."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args
from urllib.parse import urlencode

from extractor.model.notice import TaskKind
from extractor.store.questions.tasks.question import TaskQuestion

if TYPE_CHECKING:
    from collections.abc import Mapping

_KINDS: tuple[TaskKind, ...] = get_args(TaskKind)
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_YEAR = 12
_LONGEST = 92  # days of a list


@dataclass(frozen=True, slots=True)
class Asked:
    """What is shown.

    Attributes:
        first: the first day of the month.
        day: the first day whose tasks are listed; None: no list.
        until: the last one.
        department: words of any name of an owner.
        home: words of the organisation that it belongs to.
        kind: of tasks.
    """

    first: dt.date
    day: dt.date | None
    until: dt.date | None
    department: str
    home: str
    kind: TaskKind | None

    @property
    def last(self) -> dt.date:
        """The last day of the month."""
        return self.first.replace(day=calendar.monthrange(self.first.year, self.first.month)[1])

    @property
    def question(self) -> TaskQuestion:
        """The conditions, without any day."""
        return TaskQuestion(department=self.department or None, home=self.home or None, kind=self.kind)

    def month(self, away: int) -> str:
        """The month ``away`` from this one: ``2024-08``; empty beyond the calendar."""
        number = self.first.year * _YEAR + self.first.month - 1 + away
        year, month = divmod(number, _YEAR)
        return f"{year:04}-{month + 1:02}" if _FIRST_YEAR <= year <= _LAST_YEAR else ""

    def address(self, **other: str | dt.date) -> str:
        """The address of this page with other values; of a single day only when it is given."""
        values = {"month": f"{self.first:%Y-%m}", **self._conditions(), **other}
        return "/time?" + urlencode({name: str(value) for name, value in values.items() if value})

    def tasks(self, since: dt.date, until: dt.date) -> str:
        """The same tasks in the ledger, due from ``since`` to ``until``."""
        values = {**self._conditions(), "due_after": since, "due_before": until, "order": "due"}
        return "/tasks?" + urlencode({name: str(value) for name, value in values.items() if value})

    def _conditions(self) -> dict[str, str | dt.date]:
        return {"department": self.department, "home": self.home, "kind": self.kind or ""}


def asked(query: Mapping[str, str], today: dt.date) -> Asked:
    """What the query of an address asks for; what is not understood is today's month."""
    day = _day(query.get("day", ""))
    until = _day(query.get("until", "")) if day else None
    first = _day(f"{query.get('month', '')}-01") or day or today
    kind = next((each for each in _KINDS if each == query.get("kind")), None)
    words = query.get("department", "").strip(), query.get("home", "").strip()
    return Asked(first.replace(day=1), day, _end(day, until) if day else None, *words, kind)


def _end(day: dt.date, until: dt.date | None) -> dt.date:
    """The last day of a list: the day itself, or a later one within a quarter."""
    return min(max(until or day, day), day + dt.timedelta(_LONGEST))


def _day(words: str) -> dt.date | None:
    try:
        day = dt.date.fromisoformat(words)
    except ValueError:
        return None
    return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else None
