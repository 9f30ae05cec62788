"""A row of the table as it is shown: owners by role, how the deadline stands to today, why a task is doubtful."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from extractor.ledger.edits.staffed import FILE as BY_HAND
from extractor.ledger.wording import ROLES
from extractor.messages import say
from extractor.messages.catalogue import catalogue
from extractor.store.questions.conditions import DONE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.model.record import OwnerRecord
    from extractor.store.questions.tasks.answers import TaskAnswer

_SOON = 14  # days


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table.

    Attributes:
        answer: the task, and what staff wrote beside it.
        owners: who owns it, by role.
        urgency: ``done``, ``overdue``, ``soon`` (within two weeks) or nothing.
        doubts: why a person should look at it, in words.
        place: address of its place in the notice; empty where no notice has it.
    """

    answer: TaskAnswer
    owners: tuple[tuple[str, tuple[OwnerRecord, ...]], ...]
    urgency: str
    doubts: tuple[str, ...]
    place: str


def line(answer: TaskAnswer, today: dt.date) -> Line:
    """A row as the table shows it."""
    owners = answer.task["owners"]
    by_role = ((role, tuple(owner for owner in owners if owner["role"] == role)) for role in ROLES)
    return Line(
        answer, tuple((role, some) for role, some in by_role if some), urgency(answer, today),
        reasons(answer.doubts), place(answer.file, answer.task["id"]),
    )  # fmt: skip


def reasons(codes: Iterable[str]) -> tuple[str, ...]:
    """What is doubtful; a code without words of its own is shown as it is."""
    known = catalogue("zh")
    return tuple(say(f"doubt-{code}", "", {}).text if f"doubt-{code}" in known else code for code in codes)


def place(file: str, task: str) -> str:
    """Address of the place of a task in its notice; empty for what was written in by hand."""
    return "" if file == BY_HAND else f"/notices/{quote(file)}#task-{task}"


def urgency(answer: TaskAnswer, today: dt.date) -> str:
    """``done``, ``overdue``, ``soon`` (within two weeks) or nothing."""
    deadline = answer.task["deadline"]
    due = deadline.get("due", "")[:10] if deadline else ""
    if answer.status in DONE:
        return "done"
    if not due:
        return ""
    days = (dt.date.fromisoformat(due) - today).days
    return "overdue" if days < 0 else "soon" if days <= _SOON else ""
