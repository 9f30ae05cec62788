"""Pages from templates: everything that comes from a notice is escaped, times and roles are shown as everywhere."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from extractor import VERSION
from extractor.export.columns import DEADLINE_KINDS, NODE_KINDS, PARTS, RELATIONS, SEVERITIES, STATUSES, TASK_KINDS
from extractor.ledger.wording import ROLES, due_shown
from extractor.web.addresses import body_address, notice_address
from extractor.web.office import office_of

if TYPE_CHECKING:
    from starlette.requests import Request

PAGES = (
    ("/", "总览"), ("/tasks", "台账"), ("/notices", "公文"), ("/bodies", "部门"), ("/time", "时间"),
    ("/graph", "关系图"), ("/search", "检索"), ("/inbox", "收文"),
)  # fmt: skip
"""Address and name of what the menu lists, in its order."""
KEYS = {
    "/": "h", "/tasks": "t", "/notices": "n", "/bodies": "b", "/time": "d", "/graph": "r", "/search": "s",
    "/inbox": "i",
}  # fmt: skip
"""The letter that leads to a page, after ``g``."""
_SHOWN = {
    "kind": TASK_KINDS, "role": ROLES, "time_kind": DEADLINE_KINDS, "part": PARTS, "file_status": STATUSES,
    "severity": SEVERITIES, "node_kind": NODE_KINDS, "relation": RELATIONS,
    "progress": {"done": "已办结", "begun": "进行中", "dropped": "中止", "left": "未开始"},
}  # fmt: skip


def page(request: Request, template: str, status: int = 200, **values: object) -> HTMLResponse:
    """The page that ``template`` makes of ``values``; ``part`` templates are swapped into a page by htmx."""
    office = office_of(request)
    everywhere = {
        "here": request.url.path, "pages": PAGES, "keys": KEYS, "today": office.today, "version": VERSION,
        "out": office.out, "corpus": office.corpus,
    }  # fmt: skip
    return HTMLResponse(_environment().get_template(template).render({**everywhere, **values}), status)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("extractor.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["due"] = due_shown
    environment.filters["body_address"] = body_address
    environment.filters["notice_address"] = notice_address
    for name, shown in _SHOWN.items():
        environment.filters[name] = lambda key, shown=shown: shown.get(key, key)
    return environment
