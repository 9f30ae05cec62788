"""A notice read again: its documents and tasks keep the ids under which staff know them.

Ids come from content (``model.identity``), so most stay by themselves. Where a title or the beginning of a task was
corrected, the content's id is another; the thing is the same when its words are nearly the same.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from extractor.model.record import DocumentRecord, Record, TaskRecord

Thing = TypeVar("Thing", "DocumentRecord", "TaskRecord")

_SAME_DOCUMENT = 0.6
_SAME_TASK = 0.6
_ENOUGH = 2_000  # characters of a document that are compared
_NEAR = 50  # places up or down the list that a task may have moved while its words changed
_SAME_SECTION = 0.2


def keep_ids(old: Record, new: Record) -> Record:
    """``new`` with the ids of ``old`` for the documents and tasks that both hold."""
    known = _documents(old, new)
    ids = {document["id"]: known[at]["id"] for at, document in enumerate(new["documents"]) if at in known}
    documents = [
        _renamed(document, ids, known[at]) if at in known else _placed(document, ids)
        for at, document in enumerate(new["documents"])
    ]
    return {**new, "documents": documents}


def _documents(old: Record, new: Record) -> dict[int, DocumentRecord]:
    """Position in ``new`` → the same document in ``old``."""

    def alike(ours: DocumentRecord, theirs: DocumentRecord) -> float:
        if ours["part"] != theirs["part"]:
            return 0.0
        return max(_ratio(_words(new, ours), _words(old, theirs)), _same_number(ours, theirs))

    return _paired(new["documents"], old["documents"], alike, _SAME_DOCUMENT)


def _renamed(document: DocumentRecord, ids: dict[str, str], before: DocumentRecord) -> DocumentRecord:
    known = _paired(document["tasks"], before["tasks"], _alike_tasks, _SAME_TASK)
    taken = {task["id"] for task in known.values()}
    tasks: list[TaskRecord] = []
    for at, task in enumerate(document["tasks"]):
        identifier = known[at]["id"] if at in known else _free(task["id"], taken)
        taken.add(identifier)
        tasks.append({**task, "id": identifier})
    return {**_placed(document, ids), "id": before["id"], "tasks": tasks}


def _placed(document: DocumentRecord, ids: dict[str, str]) -> DocumentRecord:
    """Under its parent, whose id was kept: an attachment that is found only now belongs to a notice known before."""
    parent = document["parent"]
    return {**document, "parent": ids.get(parent or "", parent)}


def _paired(
    ours: Sequence[Thing], theirs: Sequence[Thing], alike: Callable[[Thing, Thing], float], least: float
) -> dict[int, Thing]:
    """Position in ``ours`` → its counterpart: by id, else the most alike of those left, each only once."""
    by_id = {thing["id"]: thing for thing in theirs}
    pairs = {at: by_id[thing["id"]] for at, thing in enumerate(ours) if thing["id"] in by_id}
    used = {thing["id"] for thing in pairs.values()}
    free = [(at, thing) for at, thing in enumerate(ours) if at not in pairs]
    left = [(at, thing) for at, thing in enumerate(theirs) if thing["id"] not in used]
    near = ((pair, other) for pair in free for other in left if abs(pair[0] - other[0]) <= _NEAR)
    scores = ((alike(thing, other), at, other["id"]) for (at, thing), (_, other) in near)
    for _, at, identifier in sorted((-score, at, identifier) for score, at, identifier in scores if score >= least):
        if at not in pairs and identifier not in used:
            pairs[at] = by_id[identifier]
            used.add(identifier)
    return pairs


def _alike_tasks(ours: TaskRecord, theirs: TaskRecord) -> float:
    bonus = _SAME_SECTION if ours["section"] == theirs["section"] and ours["section"] else 0.0
    return _ratio(ours["text"], theirs["text"]) + bonus


def _same_number(ours: DocumentRecord, theirs: DocumentRecord) -> float:
    return 1.0 if ours["part"] == "notice" and set(ours["numbers"]) & set(theirs["numbers"]) else 0.0


def _words(record: Record, document: DocumentRecord) -> str:
    start, end = document["span"]
    return record["text"][start : min(end, start + _ENOUGH)]


def _ratio(ours: str, theirs: str) -> float:
    """How alike two texts are, 0 to 1; the cheap upper bound is tried first."""
    matcher = SequenceMatcher(None, ours[:_ENOUGH], theirs[:_ENOUGH], autojunk=False)
    least = _SAME_TASK - _SAME_SECTION
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    return matcher.ratio()


def _free(identifier: str, taken: set[str]) -> str:
    """An id that no kept task has: a new task that begins as a corrected one once did."""
    while identifier in taken:
        identifier = f"{identifier[:-1]}{(int(identifier[-1], 16) + 1) % 16:x}"
    return identifier
