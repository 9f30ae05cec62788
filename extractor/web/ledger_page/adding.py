"""``/tasks/new``: a task that no notice holds, written in by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.export.workbook.states import STATES
from extractor.ledger.edits.by_hand import add
from extractor.messages import say
from extractor.store.database import entering
from extractor.store.staff import COLUMNS, CORRECTABLE, KINDS
from extractor.web.forms import field
from extractor.web.ledger_page.saving import entry_of, told
from extractor.web.rendering import page

if TYPE_CHECKING:
    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response


_LONGEST = 40  # characters of a title in a message


def blank(request: Request) -> Response:
    """The empty form."""
    return page(request, "task-new.html", states=STATES, kinds=KINDS)


def write_in(request: Request, form: FormData) -> Response:
    """Add the task, and say so."""
    entry = entry_of(request)
    words = {column: field(form, f"after.{column}") for column in (*CORRECTABLE, *COLUMNS)}
    with entering(entry.out) as ledger:
        written = add(ledger, words, entry)
    title = words["任务事项"].strip()[:_LONGEST]
    return told(request, written, "", done=say("task-listed", "", {"title": title}).text if written.run else "")
