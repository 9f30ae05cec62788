"""Edits that come from a page: into the ledger, and back as the rows that changed with a message that can be undone."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from starlette.responses import RedirectResponse

from extractor.export.edit_problems import edit_problems
from extractor.export.one_line import shortened
from extractor.export.workbook.states import STATES
from extractor.ledger.edits.at_once import Entry, edit
from extractor.ledger.edits.undoing import undo
from extractor.store.database import entering, reading
from extractor.store.merge import BOTH_EDITED
from extractor.store.questions.tasks.answers import tasks
from extractor.store.questions.tasks.question import TaskQuestion
from extractor.store.staff import KEY
from extractor.web.ledger_page.line import Line, line
from extractor.web.office import office_of
from extractor.web.rendering import page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from extractor.ledger.edits.at_once import Wish, Written
    from extractor.messages import Message
    from extractor.store.edit import Conflict, Edit
    from extractor.web.clerk import Clerk
    from extractor.web.office import Office

ORIGIN = "workbench"
"""Whence edits of the workbench come, in the history."""
_FEW = 50  # rows that are sent back one by one; of more the page is shown anew
_LONGEST = 60  # characters of a cell in a message


@dataclass(frozen=True, slots=True)
class Collision:
    """A cell that somebody else edited since it was seen; ``title`` of the task."""

    conflict: Conflict
    title: str


def saved(request: Request, wishes: Sequence[Wish], view: str = "row") -> Response:
    """Write the cells, and say what became of them."""
    entry = entry_of(request)
    with entering(entry.out) as ledger:
        written = edit(ledger, wishes, entry)
    return told(request, written, view)


def undone(request: Request, run: int, view: str) -> Response:
    """Take back what was edited under the number of a run."""
    entry = entry_of(request)
    with entering(entry.out) as ledger:
        written = undo(ledger, run, entry)
    return told(request, written, view, back=True)


def entry_of(request: Request) -> Entry:
    """Whence the edits of a request come."""
    office = office_of(request)
    return Entry(office.out, ORIGIN, office.now())


def told(request: Request, written: Written, view: str, *, back: bool = False, done: str = "") -> Response:
    """What became of edits: a message, and for the table the rows that changed; forms without script go back to it."""
    follow(request)
    if "hx-request" not in request.headers:
        return RedirectResponse("/tasks", 303)
    both = [each for each in written.conflicts if each.reason == BOTH_EDITED]
    cells: tuple[Edit | Conflict, ...] = (*written.edits, *both)
    changed = list(dict.fromkeys(each.task for each in cells))
    lines = _lines(office_of(request), changed) if view == "row" and len(changed) <= _FEW else []
    answer = page(
        request, "saved.html", lines=lines, states=STATES, run=written.run, edits=written.edits, back=back, view=view,
        done=done, collisions=list(_collisions(written)), problems=_problems(written),
        short=lambda words: shortened(words, _LONGEST),
    )  # fmt: skip
    news: dict[str, object] = {"task-edited": {"tasks": changed[:_FEW], "run": written.run}}
    if written.run and not 0 < len(lines) == len(changed):
        news["table-stale"] = None
    answer.headers["hx-trigger"] = json.dumps(news)
    return answer


def follow(request: Request) -> None:
    """Let the files of the outputs follow, a little later."""
    clerk = cast("Clerk | None", request.app.state.clerk)
    if clerk:
        clerk.later()


def trouble_of(request: Request) -> Message | None:
    """Why the files of the outputs do not follow, if somebody has to do something about it."""
    clerk = cast("Clerk | None", request.app.state.clerk)
    return clerk.trouble if clerk else None


def _lines(office: Office, ids: Iterable[str]) -> list[Line]:
    with reading(office.out) as ledger:
        found = (tasks(ledger, TaskQuestion(task=each), 1) for each in ids)
        return [line(answer, office.today) for answers in found for answer in answers]


def _collisions(written: Written) -> Iterable[Collision]:
    titles = {row[KEY]: row.get("任务事项", "") for row in written.rows if KEY in row}
    both = (each for each in written.conflicts if each.reason == BOTH_EDITED)
    return (Collision(each, titles.get(each.task, "")) for each in both)


def _problems(written: Written) -> list[Mapping[str, object]]:
    others = [each for each in written.conflicts if each.reason != BOTH_EDITED]
    rows = [row for row in written.rows if KEY in row]
    found = edit_problems(others, (), rows, where="台账")
    return [{"text": each["message"], "advice": each["advice"]} for _, each in found]
