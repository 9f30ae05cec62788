"""What tasks may be asked for by, and the same as conditions of SQL."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from extractor.store.questions.conditions import OPEN, STATE, Conditions

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from extractor.model.notice import Role, TaskKind

FROM = f"FROM tasks JOIN documents ON documents.key = tasks.document {STATE}"
"""The tables that the conditions speak of."""
Progress: TypeAlias = Literal["done", "begun", "dropped", "left"]
"""How far a task is; ``left`` is whatever staff have not begun, or call by words of their own."""
PROGRESS: Mapping[Progress, tuple[str, ...]] = MappingProxyType(
    {"done": ("已完成", "已销号"), "begun": ("进行中",), "dropped": ("中止",)}
)
"""The states that staff write for each but ``left``."""


def listed(states: Iterable[str]) -> str:
    """States as SQL lists them."""
    return ", ".join(f"'{state}'" for state in states)


_BEGUN = listed(state for states in PROGRESS.values() for state in states)
_ADDED = "SELECT task FROM changes WHERE run > ? AND field = 'added'"


@dataclass(frozen=True, slots=True)
class TaskQuestion:
    """The conditions, all of which must hold; None or False: any.

    Attributes:
        department: words of any name of the owner.
        home: words of the organisation that the owner belongs to.
        role: the role of ``owner``; without one, of whoever else is asked for.
        kind: task, requirement, submission or meeting.
        document: names of the document: words of its title, number or file; one of them must fit.
        issuer: words of an issuer.
        due_from: due on this day or later.
        due_to: due on this day or before.
        overdue_on: due before this day and not done.
        ongoing: to be carried on.
        recurring: due again and again.
        doubtful: to be looked at by a person.
        words: words of its text, separated by blanks.
        status: what staff wrote under 状态.
        task: its id, or the beginning of it.
        timed: with a deadline of any kind.
        unfinished: not done, as far as staff wrote.
        ids: one of these.
        owner: the very name of a body that has a part in it, the canonical one.
        owner_home: the organisation of that body; empty when it has none.
        progress: how far it is, as far as staff wrote.
        added_after: came into the ledger in a run after this one.
        file: the very name of the file that it stands in.
    """

    department: str | None = None
    home: str | None = None
    role: Role | None = None
    kind: TaskKind | None = None
    document: tuple[str, ...] = ()
    issuer: str | None = None
    due_from: dt.date | None = None
    due_to: dt.date | None = None
    overdue_on: dt.date | None = None
    ongoing: bool = False
    recurring: bool = False
    doubtful: bool = False
    words: str | None = None
    status: str | None = None
    task: str | None = None
    timed: bool = False
    unfinished: bool = False
    ids: tuple[str, ...] = ()
    owner: str | None = None
    owner_home: str = ""
    progress: Progress | None = None
    added_after: int | None = None
    file: str | None = None


def conditions_of(question: TaskQuestion) -> Conditions:
    """The same for a statement over ``FROM``."""
    conditions = Conditions()
    conditions.add("tasks.held")
    _add_owners(conditions, question)
    if question.document:
        conditions.named(question.document)
    if question.words is not None:
        conditions.worded("tasks.passage", question.words)
    _add_plain(conditions, question)
    _add_state(conditions, question)
    _add_times(conditions, question)
    return conditions


def _add_owners(conditions: Conditions, question: TaskQuestion) -> None:
    if question.owner is None:
        conditions.owned(question.department, question.role, question.home)
        return
    conditions.owned(question.department, None, question.home)
    conditions.owned_by(question.owner, question.owner_home, question.role)


def _add_plain(conditions: Conditions, question: TaskQuestion) -> None:
    if question.kind:
        conditions.add("tasks.kind = ?", question.kind)
    if question.file is not None:
        conditions.add("documents.file = ?", question.file)
    if question.issuer is not None:
        conditions.add("instr(documents.issued_by, ?)", question.issuer)
    if question.doubtful:
        conditions.add("tasks.doubts <> ''")
    if question.ids:
        conditions.add(f"tasks.id IN ({', '.join('?' * len(question.ids))})", *question.ids)
    if question.added_after:  # after 0 came everything
        conditions.add(f"tasks.id IN ({_ADDED})", question.added_after)
    if question.task is not None:
        # A range instead of LIKE, so that the index on ids serves.
        conditions.add("tasks.id >= ? AND tasks.id < ?", question.task, f"{question.task}\U0010ffff")


def _add_state(conditions: Conditions, question: TaskQuestion) -> None:
    if question.unfinished:
        conditions.add(OPEN)
    if question.status is not None:
        conditions.add("coalesce(state.value, '') = ?", question.status)
    if question.progress == "left":
        conditions.add(f"coalesce(state.value, '') NOT IN ({_BEGUN})")
    elif question.progress:
        conditions.add(f"state.value IN ({listed(PROGRESS[question.progress])})")


def _add_times(conditions: Conditions, question: TaskQuestion) -> None:
    """Days are compared as they are written; a task without a date is due neither before nor after any day."""
    if question.due_from:
        conditions.add("tasks.due >= ?", question.due_from.isoformat())
    if question.due_to:
        # The whole day counts: 2024-06-30T16:00 stands before 2024-06-30U.
        conditions.add("tasks.due < ?", f"{question.due_to.isoformat()}U")
    if question.overdue_on:
        conditions.add(f"tasks.due < ? AND {OPEN}", question.overdue_on.isoformat())
    if question.ongoing:
        conditions.add("tasks.ongoing")
    if question.recurring:
        conditions.add("tasks.recurring")
    if question.timed:
        conditions.add("tasks.time <> ''")
