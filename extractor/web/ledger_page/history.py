"""``/tasks/{id}/history``: everything that happened to a task, from its notice and by the hands of staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from extractor.ledger.wording import CHANGES, ORIGINS
from extractor.store.database import reading
from extractor.store.questions.changes import changes
from extractor.web.ledger_page.line import place
from extractor.web.office import office_of
from extractor.web.rendering import page

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


def history(request: Request) -> Response:
    """A page, or its part for the dialog of the table."""
    task = str(request.path_params["task"])
    with reading(office_of(request).out) as ledger:
        found = changes(ledger, task=task)
    if not found:
        raise HTTPException(404)
    template = "task-history.html" if "hx-request" in request.headers else "task-history-page.html"
    return page(
        request, template, task=task, changes=found, title=found[-1].title, fields=CHANGES, origins=ORIGINS,
        place=place(found[-1].file, task) if found[-1].file else "",
    )  # fmt: skip
