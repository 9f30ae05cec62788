"""``/tasks/{id}/history``: everything that happened to a task, from its notice and by the hands of staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from extractor.ledger.edits.task_row import standing
from extractor.ledger.wording import CHANGES, ORIGINS
from extractor.store.database import reading
from extractor.store.questions.ledger.changes import changes
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
        known = standing(ledger, [task]).get(task)
    if not (found or known):
        raise HTTPException(404)
    title, file = (known.task["title"], known.file) if known else (found[-1].title, "")
    template = "task-history.html" if "hx-request" in request.headers else "task-history-page.html"
    return page(
        request, template, task=task, changes=found, title=title, fields=CHANGES, origins=ORIGINS,
        place=place(file, task) if file else "",
    )  # fmt: skip
