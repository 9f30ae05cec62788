"""What is marked in a notice: every value of its record with its place, its kind and a name to ask for it by."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from extractor.export.columns import RELATIONS, ROLES, SEVERITIES, TASK_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.model.record import (
        DeadlineRecord,
        DocumentRecord,
        Record,
        ReferenceRecord,
        Stretch,
        TaskRecord,
    )

FRAME = MappingProxyType({
    "title": "标题", "type": "文种", "issuers": "发文机关", "numbers": "发文字号", "date": "成文日期",
    "recipients": "主送机关", "cc": "抄送", "signatories": "签发人", "contacts": "联系人", "attachments": "附件",
    "classification": "密级",
})  # fmt: skip
"""The elements of a notice and what they are called on screens."""
_UNMARKED = frozenset({"type", "title"})  # the title is seen as one, its last word needs no mark
KINDS = MappingProxyType({
    "task": "任务", "owner": "责任主体", "time": "时限", "reference": "引用文件", "frame": "公文要素",
    "problem": "疑点",
})  # fmt: skip
"""What marks are told apart by, in the order of the legend."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that was found.

    Attributes:
        key: names it within the record: ``<task>.owner.0``, ``<document>.reference.2``, ``problem.3``.
        kind: one of ``KINDS``.
        span: where its words stand in the text.
        label: in a few words what it is: ``牵头 市教育局``.
        task: id of the task that it belongs to; empty for what belongs to the document.
        document: id of the document; empty for problems.
    """

    key: str
    kind: str
    span: Stretch
    label: str
    task: str = ""
    document: str = ""

    @property
    def start(self) -> int:
        """Where its words begin."""
        return self.span[0]

    @property
    def end(self) -> int:
        """Where they end."""
        return self.span[1]

    @property
    def length(self) -> int:
        """In characters."""
        return self.end - self.start


def facts_of(record: Record) -> tuple[Fact, ...]:
    """All that stands at a place of the text, in the order of the places."""
    found = [fact for document in record["documents"] for fact in _of_document(document)]
    found += _problems(record)
    size = len(record["text"])
    return tuple(sorted((fact for fact in found if 0 <= fact.start < fact.end <= size), key=_position))


def _position(fact: Fact) -> tuple[int, int, str]:
    return fact.start, -fact.end, fact.key


def _of_document(document: DocumentRecord) -> Iterator[Fact]:
    for name, evidence in document["evidence"].items():
        if name in _UNMARKED:
            continue
        for at, each in enumerate(evidence):
            yield Fact(f"{document['id']}.{name}.{at}", "frame", each["span"], FRAME[name], "", document["id"])
    for at, reference in enumerate(document["references"]):
        key = f"{document['id']}.reference.{at}"
        yield Fact(key, "reference", reference["span"], _reference(reference), "", document["id"])
    for task in document["tasks"]:
        yield from _of_task(task, document["id"])


def _of_task(task: TaskRecord, document: str) -> Iterator[Fact]:
    key = task["id"]
    yield Fact(f"task-{key}", "task", task["span"], f"{TASK_KINDS[task['kind']]} {task['title']}", key, document)
    for at, owner in enumerate(task["owners"]):
        label = f"{ROLES[owner['role']]} {owner['name']}"
        yield Fact(f"{key}.owner.{at}", "owner", owner["span"], label, key, document)
    if task["deadline"]:
        yield Fact(f"{key}.deadline", "time", task["deadline"]["span"], _time("时限", task["deadline"]), key, document)
    for at, time in enumerate(task["milestones"]):
        yield Fact(f"{key}.milestone.{at}", "time", time["span"], _time("另有时间", time), key, document)


def _time(name: str, time: DeadlineRecord) -> str:
    return " ".join(filter(None, (name, time.get("start", ""), "至" if "start" in time else "", _due(time))))


def _due(time: DeadlineRecord) -> str:
    return time.get("due", "").replace("T", " ") or time["text"]


def _reference(reference: ReferenceRecord) -> str:
    title = f"《{reference['title']}》" if reference["title"] else ""
    return f"{RELATIONS[reference['relation']]} {title}{'、'.join(reference['numbers'])}"


def _problems(record: Record) -> Iterator[Fact]:
    for at, problem in enumerate(record["problems"]):
        if problem["span"]:
            label = f"{SEVERITIES[problem['severity']]} {problem['message']}"
            yield Fact(f"problem.{at}", "problem", problem["span"], label)
