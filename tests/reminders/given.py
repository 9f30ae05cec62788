"""Times and tasks written down by hand, as the ledger holds them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, cast

from extractor.store.questions.tasks.answers import TaskAnswer
from extractor.store.questions.tasks.duties import Duty, Issue

if TYPE_CHECKING:
    from extractor.model.notice import Role, TaskKind
    from extractor.model.record import DeadlineRecord, TaskRecord

ISSUED = dt.date(2024, 3, 1)
PLAIN = Issue(ISSUED, "甲校〔2024〕3号", "关于开展清理工作的通知")


def time(kind: str, text: str = "", **fields: Any) -> DeadlineRecord:  # noqa: ANN401 - the fields of any kind
    """A time of that kind with its fields."""
    record = {"text": text or kind, "kind": kind, "span": [0, 1], "rule": "t", "assumptions": [], **fields}
    return cast("DeadlineRecord", record)


def on(due: str, text: str = "") -> DeadlineRecord:
    """Due on a day."""
    return time("date", text or due, due=due)


def every(interval: str, days: str | None = None, text: str = "") -> DeadlineRecord:
    """Due again and again."""
    return time("recurring", text or interval, every=interval, on=days)


def task(*times: DeadlineRecord, name: str = "a1", kind: TaskKind = "task", **owners: Role) -> TaskRecord:
    """A task with a deadline and milestones."""
    return {
        "id": name, "rule": "t", "kind": kind, "section": ["一、", "（二）"], "title": f"事项{name}",
        "text": f"做好事项{name}。", "span": [0, 1], "page": 2,
        "owners": [
            {"name": body, "role": role, "canonical": body, "text": body, "span": [0, 1], "rule": "o"}
            for body, role in owners.items()
        ],
        "deadline": times[0] if times else None, "milestones": list(times[1:]), "basis": "marked",
    }  # fmt: skip


def duty(record: TaskRecord, issue: Issue = PLAIN, status: str = "", revision: int = 0) -> Duty:
    """The task as reminders see it."""
    staff = {"状态": status} if status else {}
    answer = TaskAnswer(record, staff, (), "2024/清理.txt", issue.title, issue.numbers)
    return Duty(answer, issue, revision)
