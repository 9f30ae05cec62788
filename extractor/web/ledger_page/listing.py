"""``/tasks``: a page of the ledger, filtered and sorted by SQLite, so that 100,000 tasks cost no more than fifty."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from extractor.ledger.wording import ROLES
from extractor.model.notice import Role, TaskKind
from extractor.store.database import reading
from extractor.store.questions.conditions import DONE
from extractor.store.questions.tasks import count, tasks
from extractor.web.ledger_page.address import PAGE_SIZES, asked
from extractor.web.office import office_of
from extractor.web.rendering import page

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from extractor.model.record import OwnerRecord
    from extractor.store.questions.tasks import TaskAnswer

STATES = ("未开始", "进行中", *DONE)
CONDITIONS = {
    "department": "部门", "home": "所属", "role": "角色", "kind": "类别", "document": "公文", "issuer": "发文机关",
    "words": "文字", "status": "状态", "task": "编号", "due_after": "不早于", "due_before": "不晚于",
    "overdue": "已超期", "ongoing": "长期", "recurring": "周期", "doubtful": "需核对", "timed": "有时限",
    "unfinished": "未办结", "owner": "责任主体", "owner_home": "责任主体所属", "progress": "办理", "since": "新增的",
}  # fmt: skip
"""What the conditions are called on the page."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table: the task, who owns it in which role, and how its deadline stands to today."""

    answer: TaskAnswer
    owners: tuple[tuple[str, tuple[OwnerRecord, ...]], ...]
    urgency: str


def listing(request: Request) -> Response:
    """The page of tasks that the address asks for."""
    office = office_of(request)
    found = asked(request.query_params, office.today)
    with reading(office.out) as ledger:
        total = count(ledger, found.question)
        last = max(1, -(-total // found.size))
        number = min(found.number, last)
        answers = tasks(ledger, found.question, found.size, offset=(number - 1) * found.size, order=found.order)
    lines = [line(answer, office.today) for answer in answers]
    return page(
        request, "tasks.html", asked=found, lines=lines, total=total, number=number, last=last,
        conditions=CONDITIONS, roles=get_args(Role), kinds=get_args(TaskKind), states=STATES, sizes=PAGE_SIZES,
    )  # fmt: skip


def line(answer: TaskAnswer, today: dt.date) -> Line:
    """A row as the table shows it."""
    owners = answer.task["owners"]
    by_role = ((role, tuple(owner for owner in owners if owner["role"] == role)) for role in ROLES)
    return Line(answer, tuple((role, some) for role, some in by_role if some), urgency(answer, today))


_SOON = 14  # days


def urgency(answer: TaskAnswer, today: dt.date) -> str:
    """``done``, ``overdue``, ``soon`` (within two weeks) or nothing."""
    deadline = answer.task["deadline"]
    due = deadline.get("due", "")[:10] if deadline else ""
    if answer.status in DONE:
        return "done"
    if not due:
        return ""
    days = (dt.date.fromisoformat(due) - today).days
    return "overdue" if days < 0 else "soon" if days <= _SOON else ""
