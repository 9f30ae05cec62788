"""What a reminder letter says: the open tasks of one body, the most urgent first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from extractor.export.columns import RELATIONS
from extractor.export.one_line import one_line
from extractor.export.schedule.reminders import due, overdue
from extractor.export.schedule.words import left, source, spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from extractor.export.schedule.reminders import Reminder
    from extractor.model.notice import Role
    from extractor.store.questions.tasks.duties import Duty

SOON = 14
"""So many days ahead a task is called 即将到期 when nobody says otherwise."""
_ROLES: Mapping[Role, str] = MappingProxyType(
    {
        "lead": RELATIONS["leads"], "responsible": RELATIONS["responsible-for"], "support": RELATIONS["supports"],
        "actor": RELATIONS["acts-on"], "person": "责任人",
    }
)  # fmt: skip
_LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: what, in which role, by when, on what ground, and how things stand."""

    title: str
    role: str
    time: str
    source: str
    state: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to ``recipient`` of a ``day``; ``due_soon`` is due until ``soon``, ``other`` later or on no day."""

    recipient: str
    day: dt.date
    soon: dt.date
    overdue: tuple[Line, ...]
    due_soon: tuple[Line, ...]
    other: tuple[Line, ...]

    @property
    def total(self) -> int:
        """How many tasks it lists."""
        return len(self.overdue) + len(self.due_soon) + len(self.other)


def letter(
    recipient: str, duties: Sequence[Duty], roles: Mapping[str, Iterable[Role]], day: dt.date, within: dt.date | None
) -> Letter:
    """The letter to a body about its tasks that are not done.

    Each task stands in it once, at its most urgent time: the first that has passed, else the next one.

    Args:
        recipient: the body's name.
        duties: tasks; those that are not among ``roles`` are left out.
        roles: task id → the body's roles.
        day: the day of the letter.
        within: list only what has passed or falls due until this day; None: everything that is not done.
    """
    own = [duty for duty in duties if duty.answer.task["id"] in roles and not duty.done]
    soon = within or min(day, dt.date.max - dt.timedelta(SOON)) + dt.timedelta(SOON)
    late = _first(overdue(own, day))
    coming = {task: each for task, each in _first(due(own, day, dt.date.max)).items() if task not in late}
    near = {task: each for task, each in coming.items() if each.occurrence.day <= soon}
    rest = [] if within else [duty for duty in own if duty.answer.task["id"] not in late | near]
    return Letter(
        one_line(recipient),
        day,
        soon,
        tuple(_line(each.duty, each, roles, day) for each in late.values()),
        tuple(_line(each.duty, each, roles, day) for each in near.values()),
        tuple(_line(duty, coming.get(duty.answer.task["id"]), roles, day) for duty in rest),
    )


def _first(reminders: Iterable[Reminder]) -> dict[str, Reminder]:
    """The first reminder of each task."""
    found: dict[str, Reminder] = {}
    for reminder in reminders:
        found.setdefault(reminder.duty.answer.task["id"], reminder)
    return found


def _line(duty: Duty, reminder: Reminder | None, roles: Mapping[str, Iterable[Role]], day: dt.date) -> Line:
    task = duty.answer.task
    states = (left(reminder.days_left(day)) if reminder else "", one_line(duty.answer.status))
    return Line(
        title=one_line(task["title"], _LONGEST_TITLE),
        role="、".join(_ROLES[role] for role in roles[task["id"]]),
        time=_time(duty, reminder),
        source=one_line(source(duty) + "".join(task["section"])),
        state="，".join(filter(None, states)),
    )


def _time(duty: Duty, reminder: Reminder | None) -> str:
    """The words of the notice, and the day that they mean."""
    deadline = duty.answer.task["deadline"]
    if reminder is None:
        return one_line(deadline["text"]) if deadline else "未写明"
    words, day = one_line(reminder.time["text"]), spelled(reminder.occurrence.day)
    return words if day in words else f"{words}（{day}）"
