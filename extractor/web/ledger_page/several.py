"""``POST /tasks/several``: one cell of many tasks at once, those that were ticked or all that fit the conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import QueryParams

from extractor.ledger.edits.at_once import Wish, edit
from extractor.store.database import entering, reading
from extractor.store.questions.tasks.many import staff_cells
from extractor.web.forms import field
from extractor.web.ledger_page.address import asked
from extractor.web.ledger_page.saving import entry_of, told
from extractor.web.office import office_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response

_COLUMNS = ("状态", "责任人")


def several(request: Request, form: FormData) -> Response:
    """Write ``after.状态`` and ``after.责任人``, where not empty, into the tasks ``task``, or ``all`` of the ``query``.

    What was ticked is compared with what the page showed (``seen.状态`` beside each ``task``, in the same order);
    of all that fit nobody has seen every one, and what stands there is replaced.
    """
    entry = entry_of(request)
    with reading(entry.out) as ledger:
        question = asked(QueryParams(field(form, "query")), office_of(request).today).question
        known = staff_cells(ledger, question, _COLUMNS) if field(form, "all") else _ticked(form)
    wishes = list(_wishes(known, {column: field(form, f"after.{column}").strip() for column in _COLUMNS}))
    with entering(entry.out) as ledger:
        written = edit(ledger, wishes, entry)
    return told(request, written, "row")


def _ticked(form: FormData) -> dict[str, Mapping[str, str]]:
    tasks = [str(each) for each in form.getlist("task")]
    seen = [form.getlist(f"seen.{column}") for column in _COLUMNS]
    rows = zip(tasks, *seen, strict=False)
    return {task: dict(zip(_COLUMNS, map(str, cells), strict=True)) for task, *cells in rows}


def _wishes(known: Mapping[str, Mapping[str, str]], after: Mapping[str, str]) -> Iterator[Wish]:
    for task, seen in known.items():
        for column, words in after.items():
            if words and words != seen.get(column, ""):
                yield Wish(task, column, seen.get(column, ""), words)
