"""The tasks of a document -> rows of tasks, of their owners and of their times."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from extractor.graph.nodes import one_line, owner_id
from extractor.store.doubt import doubts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.model.record import DeadlineRecord, DocumentRecord, OwnerRecord, Record, TaskRecord
    from extractor.store.parquet.columns import Row


def task_rows(record: Record, document: DocumentRecord, ends: Row) -> Iterator[tuple[str, Row]]:
    """The rows, each with its table; ``ends`` are the columns that say which document it is."""
    ordered = sorted(document["tasks"], key=lambda task: (task["span"], task["id"]))
    for position, task in enumerate(ordered):
        here = {**ends, "task": task["id"], "task_key": f"{ends['document_key']}.{position:05d}"}
        yield "tasks", {**here, "position": position, **_task(task, record)}
        for row in _owners(task):
            yield "owners", {**here, **row}
        for place, time in enumerate((task["deadline"], *task["milestones"])):
            if time:
                yield "times", {**here, "position": place, **_time(time)}


def due_of(task: TaskRecord) -> str | None:
    """The day on which a task falls due, if there is one."""
    return task["deadline"].get("due") if task["deadline"] else None


def _task(task: TaskRecord, record: Record) -> Row:
    times = [time for time in (task["deadline"], *task["milestones"]) if time]
    return {
        "kind": task["kind"],
        "title": task["title"],
        "text": task["text"],
        "start": task["span"][0],
        "stop": task["span"][1],
        "rule": task["rule"],
        "page": task["page"],
        "section": task["section"],
        "basis": task["basis"],
        "due": due_of(task),
        "deadline": task["deadline"]["kind"] if task["deadline"] else "",
        "ongoing": any(time["kind"] == "ongoing" or time.get("ongoing", False) for time in times),
        "recurring": any(time["kind"] == "recurring" for time in times),
        "doubts": list(doubts(task, record["problems"])),
        "record": json.dumps(task, ensure_ascii=False),
    }


def _owners(task: TaskRecord) -> Iterator[Row]:
    seen: set[tuple[str, str]] = set()
    for position, owner in enumerate(task["owners"]):
        body = owner.get("home", ""), owner["canonical"] or owner["name"]
        yield {"position": position, "again": body in seen, "due": due_of(task), **_owner(owner)}
        seen.add(body)


def _owner(owner: OwnerRecord) -> Row:
    return {
        "name": one_line(owner["name"]),
        "role": owner["role"],
        "canonical": owner["canonical"] or owner["name"],
        "home": owner.get("home", ""),
        "body": owner_id(owner),
        "text": owner["text"],
        "start": owner["span"][0],
        "stop": owner["span"][1],
        "rule": owner["rule"],
    }


def _time(time: DeadlineRecord) -> Row:
    return {
        "text": time["text"],
        "kind": time["kind"],
        "first": time.get("start"),
        "due": time.get("due"),
        "every": time.get("every"),
        "on": time.get("on"),
        "after": time.get("after"),
        "within": time.get("within"),
        "ongoing": time.get("ongoing", False),
        "assumptions": time["assumptions"],
        "start": time["span"][0],
        "stop": time["span"][1],
        "rule": time["rule"],
    }
