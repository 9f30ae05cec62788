"""What changed in the ledger, and when: between two readings of a file, and by the hands of staff."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from extractor.model.record import DeadlineRecord, Record, TaskRecord

ADDED, REMOVED = "added", "removed"
BY_RUN = "run"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that became another; ``field`` is ``added``, ``removed`` or what changed in the task."""

    task: str
    file: str
    title: str
    field: str
    before: str = ""
    after: str = ""
    origin: str = BY_RUN


def differences(old: Record | None, new: Record | None) -> Iterator[Change]:
    """What differs between two readings of one file, task by task, in the order of the text."""
    before, after = _tasks(old), _tasks(new)
    file = (new or old or {"file": ""})["file"]
    for identifier, task in after.items():
        if identifier not in before:
            yield Change(identifier, file, task["title"], ADDED, after=task["text"])
        else:
            yield from _changed(file, before[identifier], task)
    for identifier, task in before.items():
        if identifier not in after:
            yield Change(identifier, file, task["title"], REMOVED, before=task["text"])


def note(connection: sqlite3.Connection, run: int, changes: Iterable[Change]) -> None:
    """Keep changes under the number of their run."""
    connection.executemany(
        "INSERT INTO changes (run, task, file, title, field, before, after, origin) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (run, each.task, each.file, each.title, each.field, each.before, each.after, each.origin)
            for each in changes
        ),
    )


def _tasks(record: Record | None) -> dict[str, TaskRecord]:
    if record is None:
        return {}
    return {task["id"]: task for document in record["documents"] for task in document["tasks"]}


def _changed(file: str, old: TaskRecord, new: TaskRecord) -> Iterator[Change]:
    for field, value in _FIELDS.items():
        before, after = value(old), value(new)
        if before != after:
            yield Change(new["id"], file, new["title"], field, before, after)


def _owners(task: TaskRecord) -> str:
    return "、".join(f"{owner['name']}（{owner['role']}）" for owner in task["owners"])


def _time(time: DeadlineRecord | None) -> str:
    if time is None:
        return ""
    due = time.get("due", "").replace("T", " ")
    return " ".join(time["text"].split()) + (f" → {due}" if due else "")


_FIELDS: Mapping[str, Callable[[TaskRecord], str]] = {
    "text": lambda task: "".join(task["text"].split()),
    "kind": lambda task: task["kind"],
    "section": lambda task: "".join(task["section"]),
    "owners": _owners,
    "deadline": lambda task: _time(task["deadline"]),
    "milestones": lambda task: "；".join(map(_time, task["milestones"])),
}
