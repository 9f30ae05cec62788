"""What a notice puts into the ledger, short enough to compare: beginnings of tasks, owners, times."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from extractor.extract.times.short import short_form

if TYPE_CHECKING:
    from extractor.model.found import Found
    from extractor.model.notice import Analysis, Owner, Task
    from extractor.model.source import Source

Row: TypeAlias = tuple[str, str, str]

_OPENING = 16


def paragraphs(source: Source) -> list[str]:
    """The paragraphs of a notice as its reader repaired them."""
    return source.text.splitlines()


def rows(analysis: Analysis) -> list[Row]:
    """The tasks of a file in reading order: beginning, owners with roles, deadline."""
    tasks = (task for document in analysis.documents for task in document.tasks)
    return [_row(analysis.source, task) for task in sorted(tasks, key=_position)]


def squeezed(words: str) -> str:
    """``words`` without the blanks and line breaks that only layout gives, and without a number label."""
    label = r"(?:[（(]?[一二三四五六七八九十]{1,3}[)）、]|[（(][0-9]{1,2}[)）]|[0-9]{1,2}[.．、](?![0-9]))"
    return re.sub(rf"^{label}", "", re.sub(r"\s", "", words))


def _row(source: Source, task: Task) -> Row:
    deadline = short_form(task.deadline.value) if task.deadline else ""
    owners = "、".join(sorted(map(_owner, task.owners)))
    return squeezed(source.quote(task.span))[:_OPENING], owners, deadline


def _owner(found: Found[Owner]) -> str:
    return f"{squeezed(found.value.name)}/{found.value.role}"


def _position(task: Task) -> tuple[int, int]:
    return task.span.start, task.span.end
