"""What comes on which day of a month or a quarter, quick enough to leaf through a big ledger.

Deadlines with a day stand in a column of the ledger and are asked for by it. All other days - turns of recurring
times, times counted from the issue, beginnings of periods, milestones - have to be reckoned; that is done once for
every state of the ledger.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.export.schedule.days import days
from extractor.export.schedule.occurrences import fixed, span
from extractor.export.schedule.series import series
from extractor.store.questions.tasks.dated import dated, fitting, with_unwritten_days
from extractor.store.questions.tasks.duties import Issue, issues
from extractor.store.questions.tasks.question import TaskQuestion

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from extractor.export.schedule.series import Series
    from extractor.model.record import DeadlineRecord, TaskRecord

_FIRST, _LAST = dt.date(1900, 1, 1), dt.date(2999, 12, 31)
_DAY_LENGTH = 10  # 2024-06-30


@dataclass(frozen=True, slots=True)
class Moment:
    """A day of a task.

    Attributes:
        day: the day.
        clock: the time of day, ``16:00``; empty: all day.
        task: its id.
        turn: what day it is: ``每季度``, ``阶段2``, ``开始``; empty for the deadline itself.
        again: it is one of many of a recurring time.
        begins: a period begins; nothing is due.
    """

    day: dt.date
    clock: str
    task: str
    turn: str = ""
    again: bool = False
    begins: bool = False

    @property
    def can_be_late(self) -> bool:
        """Whether it is missed when it has passed: of what recurs nobody notes which turns were done."""
        return not (self.again or self.begins)


@dataclass(frozen=True, slots=True)
class _Turns:
    """A recurring time of a task, and between which days it comes."""

    task: str
    series: tuple[Series, ...]
    first: dt.date
    last: dt.date
    turn: str


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The days that no column of the ledger holds."""

    fixed: tuple[Moment, ...]
    turns: tuple[_Turns, ...]


def reckon(connection: sqlite3.Connection) -> Reckoned:
    """Reckon them for all tasks that are not done."""
    known = {row["key"]: issue for row, issue in issues(connection)}
    single: list[Moment] = []
    turns: list[_Turns] = []
    for task, document in with_unwritten_days(connection):
        for number, time in enumerate((task["deadline"], *task["milestones"])):
            if time and time["kind"] == "recurring":
                turns.append(_turns(task, number, time, known[document]))
            elif time:
                single += _single(task, number, time, known[document])
    return Reckoned(tuple(single), tuple(each for each in turns if each.series))


def moments(
    connection: sqlite3.Connection, reckoned: Reckoned, question: TaskQuestion, since: dt.date, until: dt.date
) -> list[Moment]:
    """What comes from ``since`` to ``until``, both included, by day; done tasks are left out.

    Of a day what comes once stands before what comes again and again.
    """
    within = replace(question, due_from=since, due_to=until, unfinished=True)
    found = [_moment(task, due) for task, due in dated(connection, within)]
    others = [*_fixed_within(reckoned, since, until), *_turns_within(reckoned, since, until)]
    if question != TaskQuestion():
        asked = fitting(connection, question, (each.task for each in others))
        others = [each for each in others if each.task in asked]
    found += others
    return sorted(found, key=lambda each: (each.day, each.again, each.clock or "~"))


def each_once(found: Iterable[Moment]) -> list[Moment]:
    """The first day of every time; of a recurring one the next turn."""
    seen: dict[tuple[str, str], Moment] = {}
    for each in found:
        seen.setdefault((each.task, each.turn), each)
    return list(seen.values())


def _fixed_within(reckoned: Reckoned, since: dt.date, until: dt.date) -> Iterator[Moment]:
    return (each for each in reckoned.fixed if since <= each.day <= until)


def _turns_within(reckoned: Reckoned, since: dt.date, until: dt.date) -> Iterator[Moment]:
    """Most tasks recur as many others do: the days of a series are looked up once."""
    known: dict[tuple[tuple[Series, ...], dt.date, dt.date], list[dt.date]] = {}
    for each in reckoned.turns:
        key = (each.series, max(since, each.first), min(until, each.last))
        if key not in known:
            known[key] = list(days(*key))
        yield from (Moment(day, "", each.task, each.turn, again=True) for day in known[key])


def _moment(task: str, due: str) -> Moment:
    return Moment(dt.date.fromisoformat(due[:_DAY_LENGTH]), due[_DAY_LENGTH + 1 :], task)


def _turns(task: TaskRecord, number: int, time: DeadlineRecord, issue: Issue) -> _Turns:
    first, last = span(issue, _FIRST, _LAST)
    return _Turns(task["id"], series(time), first, last, _said(number, " ".join(time["text"].split())))


def _single(task: TaskRecord, number: int, time: DeadlineRecord, issue: Issue) -> Iterator[Moment]:
    """The days of a time that comes once, but for the deadline that has a column of its own."""
    for each in fixed(time, issue):
        if number or each.role == "start" or "due" not in time:
            clock = f"{each.clock:%H:%M}" if each.clock else ""
            begins = each.role == "start"
            yield Moment(each.day, clock, task["id"], _said(number, "开始" if begins else ""), begins=begins)


def _said(number: int, words: str) -> str:
    return " ".join(filter(None, (f"阶段{number}" if number else "", words)))
