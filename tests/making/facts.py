"""All facts of a document in one row, for tests of what must hold for each of them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from extractor.model.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.model.notice import Document, Frame, Section, Task
    from extractor.model.span import Span


@dataclass(frozen=True, slots=True)
class Fact:
    """A value with its kind, place and rule."""

    kind: str
    value: object
    span: Span
    rule: str


def found_in(document: Document) -> Iterator[Fact]:
    """Frame, tasks with owners and times, references: everything that claims a place in the text."""
    yield from framed(document.frame)
    for task in document.tasks:
        yield from tasked(task)
    for reference in document.references:
        yield Fact("reference", reference.value, reference.span, reference.rule)


def framed(frame: Frame) -> Iterator[Fact]:
    """The elements of GB/T 9704."""
    for field in fields(frame):
        value = getattr(frame, field.name)
        for found in value if isinstance(value, tuple) else (value,):
            if isinstance(found, Found):
                yield Fact(field.name, found.value, found.span, found.rule)


def tasked(task: Task) -> Iterator[Fact]:
    """The task itself, its owners, deadline and milestones."""
    yield Fact("task", task, task.span, task.rule)
    for owner in task.owners:
        yield Fact("owner", owner.value, owner.span, owner.rule)
    times = [("deadline", task.deadline)] if task.deadline else []
    for kind, time in times + [("milestone", found) for found in task.milestones]:
        yield Fact(kind, time.value, time.span, time.rule)


def sections_of(sections: Iterable[Section]) -> Iterator[Section]:
    """The outline, flat, in reading order."""
    for section in sections:
        yield section
        yield from sections_of(section.children)
