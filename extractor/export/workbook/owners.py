"""Records -> the bodies of each task under one name each, as ``extractor departments`` counts them."""

from __future__ import annotations

from collections import defaultdict
from sys import intern
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.export.workbook.contents import Owners
    from extractor.model.record import OwnerRecord, Record, TaskRecord

PARTS = MappingProxyType(
    {"lead": "牵头", "responsible": "责任", "support": "配合", "person": "责任人", "actor": "主体"}
)
"""What an owner's role is called beside its name."""

_Body = tuple[str, str]  # canonical name, home


def task_owners(records: Sequence[Record]) -> dict[str, Owners]:
    """Task id → its bodies, each once with all its parts; bodies of one name in two places are told apart."""
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for task in _tasks(records):
        for name, home in map(_body, task["owners"]):
            homes[name].add(home)
    shared = {name for name, places in homes.items() if len(places) > 1}
    return {task["id"]: _owners(task, shared) for task in _tasks(records)}


def _tasks(records: Iterable[Record]) -> Iterator[TaskRecord]:
    return (task for record in records for document in record["documents"] for task in document["tasks"])


def _body(owner: OwnerRecord) -> _Body:
    return " ".join((owner["canonical"] or owner["name"]).split()), str(owner.get("home", ""))


def _owners(task: TaskRecord, shared: set[str]) -> Owners:
    parts: defaultdict[_Body, list[str]] = defaultdict(list)
    for owner in task["owners"]:
        parts[_body(owner)].append(PARTS[owner["role"]])
    named = ((_shown(body, shared), "、".join(dict.fromkeys(roles))) for body, roles in parts.items())
    return tuple((intern(name), intern(part)) for name, part in named)  # few bodies have many tasks


def _shown(body: _Body, shared: set[str]) -> str:
    name, home = body
    return f"{name}（{home}）" if home and name in shared else name
