"""``/tasks``: a page of the ledger, filtered and sorted by SQLite, so that 100,000 tasks cost no more than fifty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from extractor.export.workbook.states import STATES
from extractor.model.notice import Role, TaskKind
from extractor.store.database import reading
from extractor.store.questions.bodies.owning import most_loaded
from extractor.store.questions.tasks.answers import count, tasks
from extractor.web.ledger_page.address import FLAGS, PAGE_SIZES, asked
from extractor.web.ledger_page.line import line
from extractor.web.ledger_page.saving import trouble_of
from extractor.web.office import office_of
from extractor.web.rendering import page

if TYPE_CHECKING:
    from starlette.datastructures import QueryParams
    from starlette.requests import Request
    from starlette.responses import Response

    from extractor.web.office import Office

CONDITIONS = {
    "department": "部门", "home": "所属", "role": "角色", "kind": "类别", "document": "公文", "issuer": "发文机关",
    "words": "文字", "status": "状态", "task": "编号", "due_after": "不早于", "due_before": "不晚于",
    "overdue": "已超期", "ongoing": "长期", "recurring": "周期", "doubtful": "需核对", "timed": "有时限",
    "unfinished": "未办结", "owner": "责任主体", "owner_home": "责任主体所属", "progress": "办理", "since": "新增的",
}  # fmt: skip
"""What the conditions are called on the page."""
SUGGESTED = 200
"""How many bodies the field 部门 suggests."""


def listing(request: Request) -> Response:
    """The page of tasks that the address asks for."""
    office = office_of(request)
    with reading(office.out) as ledger:
        suggested = most_loaded(ledger, SUGGESTED)
    return page(
        request, "tasks.html", **rows(office, request.query_params), conditions=CONDITIONS, roles=get_args(Role),
        kinds=get_args(TaskKind), sizes=PAGE_SIZES, suggested=suggested, flags=FLAGS,
        trouble=trouble_of(request),
    )  # fmt: skip


def table(request: Request) -> Response:
    """``/tasks/table``: the table alone, to be put in place of the one that is shown."""
    return page(request, "tasks-table.html", **rows(office_of(request), request.query_params))


def rows(office: Office, query: QueryParams) -> dict[str, Any]:
    """What the table of the page shows, its rows and where they stand among all that were asked for."""
    found = asked(query, office.today)
    with reading(office.out) as ledger:
        total = count(ledger, found.question)
        last = max(1, -(-total // found.size))
        number = min(found.number, last)
        answers = tasks(ledger, found.question, found.size, offset=(number - 1) * found.size, order=found.order)
    lines = [line(answer, office.today) for answer in answers]
    return {
        "asked": found, "lines": lines, "total": total, "number": number, "last": last, "states": STATES,
    }  # fmt: skip
