"""What the program had read in the notice for the cells of a task, by which rule, on what assumption."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.export.columns import DEADLINE_KINDS
from extractor.ledger.wording import due_shown
from extractor.web.ledger_page.line import reasons

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from extractor.model.record import DeadlineRecord, Record, TaskRecord

_COLUMNS = {
    "lead": "牵头单位", "responsible": "责任单位", "support": "配合单位", "actor": "责任主体", "person": "责任主体",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Because:
    """Words of the notice, what they were read as, the rule that read them, and what it had to assume."""

    words: str
    reading: str
    rule: str
    assumptions: tuple[str, ...] = ()


def evidence(record: Record | None, task: str) -> Mapping[str, tuple[Because, ...]]:
    """Column → what stands behind it; nothing for what was written in by hand."""
    tasks = (each for document in record["documents"] for each in document["tasks"]) if record else ()
    found = next((each for each in tasks if each["id"] == task), None)
    if found is None:
        return {}
    kind = Because(found["text"], "", found["rule"], reasons([found["basis"]]) if found["basis"] == "assumed" else ())
    deadline = (_time(found["deadline"]),) if found["deadline"] else ()
    return {"任务事项": (kind,), "截止日期": deadline} | dict(_owners(found))


def _owners(task: TaskRecord) -> Iterator[tuple[str, tuple[Because, ...]]]:
    for column in dict.fromkeys(_COLUMNS.values()):
        owners = (owner for owner in task["owners"] if _COLUMNS[owner["role"]] == column)
        yield column, tuple(Because(owner["text"], owner["canonical"], owner["rule"]) for owner in owners)


def _time(time: DeadlineRecord) -> Because:
    read = due_shown(time) or DEADLINE_KINDS[time["kind"]]
    return Because(time["text"], read, time["rule"], reasons(time["assumptions"]))
