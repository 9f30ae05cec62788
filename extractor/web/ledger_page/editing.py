"""Cells of one task edited by a form: what the form shows, and how what comes back is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from extractor.export.workbook.states import STATES
from extractor.ledger.edits.at_once import Wish
from extractor.ledger.edits.task_row import full_rows, notes, standing
from extractor.store import files
from extractor.store.database import reading
from extractor.store.staff import COLUMNS, CORRECTABLE, KINDS
from extractor.web.forms import field
from extractor.web.ledger_page.evidence import evidence
from extractor.web.ledger_page.line import place
from extractor.web.ledger_page.saving import saved, undone
from extractor.web.office import office_of
from extractor.web.rendering import page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response

_AFTER, _SEEN, _RESTORE = "after.", "seen.", "restore"
_LONGEST_NUMBER = 15  # digits


def panel(request: Request) -> Response:
    """``GET /tasks/{id}/edit``: a form for all cells of a task, with what the program found and why."""
    task = str(request.path_params["task"])
    with reading(office_of(request).out) as ledger:
        known = standing(ledger, [task]).get(task)
        if known is None:
            raise HTTPException(404)
        row = full_rows(ledger, [known])[task]
        wrote, found = notes(ledger, [task])
        record = files.stored(ledger, known.file)
    return page(
        request, "task-edit.html", row={**row, **wrote[task]}, found=found[task], because=evidence(record, task),
        file=known.file, place=place(known.file, task), states=STATES, kinds=KINDS,
        view=request.query_params.get("view", ""), correctable=CORRECTABLE, own=COLUMNS,
    )  # fmt: skip


def save(request: Request, form: FormData) -> Response:
    """``POST /tasks/{id}``: fields ``after.状态``, ``seen.状态`` …; ``restore`` names a column to read as found."""
    wishes = list(_wishes(str(request.path_params["task"]), form))
    return saved(request, wishes, field(form, "view"))


def take_back(request: Request, form: FormData) -> Response:
    """``POST /tasks/undo``: field ``run``, the number under which the edits are noted."""
    run = field(form, "run")
    plain = run.isascii() and run.isdigit() and len(run) <= _LONGEST_NUMBER
    return undone(request, int(run) if plain else 0, field(form, "view"))


def _wishes(task: str, form: FormData) -> Iterator[Wish]:
    """The cells that are another than they were seen; line breaks come as forms send them, CR LF."""
    restored = field(form, _RESTORE)
    if restored in CORRECTABLE:
        yield Wish(task, restored, field(form, _SEEN + restored), None)
        return
    for column in (*COLUMNS, *CORRECTABLE):
        after, seen = (field(form, each + column).replace("\r\n", "\n") for each in (_AFTER, _SEEN))
        if _AFTER + column in form and after.strip() != seen.strip():
            yield Wish(task, column, seen, after.strip())
