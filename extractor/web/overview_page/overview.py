"""``/``: how the ledger stands today."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from extractor.store.database import reading
from extractor.store.questions.ledger.standing import behind, last_arrival, last_run, states
from extractor.store.questions.notices.files import file_figures, latest_files
from extractor.store.questions.notices.problems import ProblemQuestion, count_problems, problems
from extractor.store.questions.tasks.answers import count, tasks
from extractor.store.questions.tasks.question import TaskQuestion
from extractor.web.inbox_page.problems import place_of
from extractor.web.ledger_page.line import line
from extractor.web.office import office_of
from extractor.web.overview_page.visits import visit
from extractor.web.rendering import page

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from starlette.requests import Request
    from starlette.responses import Response

    from extractor.store.questions.notices.problems import ProblemAnswer
    from extractor.store.questions.tasks.question import Progress
    from extractor.web.office import Office

SOON = 14  # days
_PROGRESS: tuple[Progress, ...] = ("done", "begun", "left", "dropped")
_ROWS = 6  # of every list on the page


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it counts (``overdue``, ``soon`` …), and the address of the page that shows just that."""

    number: int
    what: str
    address: str


def overview(request: Request) -> Response:
    """The page; the browser remembers that it was shown."""
    office = office_of(request)
    with reading(office.out) as ledger:
        now = last_run(ledger)
        here = visit(request, office.out, now)
        progress = _progress(ledger)
        since = max(last_arrival(ledger) - 1, 0) if here.since is None else here.since
        total = sum(figure.number for figure in progress)
        # After run 0 came everything, and that was just counted.
        fresh = count(ledger, TaskQuestion(added_after=since)) if since else total
        new = Figure(fresh, "latest" if here.since is None else "since", f"/tasks?since={since}")
        values = {
            "figures": [*_tasks(ledger, office), new, *_problems(ledger)], "progress": progress,
            "lists": list(_lists(ledger, office)), "bodies": _bodies(ledger, office), "readings": _readings(ledger),
            "problems": _gravest(ledger), "days": SOON,
            "fresh": here.since is not None and here.since < last_arrival(ledger),
        }  # fmt: skip
    answer = page(request, "overview.html", 200, **values)
    here.note(answer, office.out, now)
    return answer


def _soon(office: Office) -> tuple[TaskQuestion, dict[str, str]]:
    """What is due within the next days and not done, as a question and as an address."""
    until = office.today + dt.timedelta(SOON)
    question = TaskQuestion(due_from=office.today, due_to=until, unfinished=True)
    days = {"due_after": office.today.isoformat(), "due_before": until.isoformat()}
    return question, {**days, "unfinished": "1", "order": "due"}


def _tasks(ledger: sqlite3.Connection, office: Office) -> Iterator[Figure]:
    soon, address = _soon(office)
    overdue = count(ledger, TaskQuestion(overdue_on=office.today))
    yield Figure(overdue, "overdue", "/tasks?overdue=1&order=due")
    yield Figure(count(ledger, soon), "soon", f"/tasks?{urlencode(address)}")
    yield Figure(count(ledger, TaskQuestion(doubtful=True)), "doubtful", "/tasks?doubtful=1")


def _problems(ledger: sqlite3.Connection) -> Iterator[Figure]:
    for severity in ("error", "warning"):
        number = count_problems(ledger, ProblemQuestion(severity))
        yield Figure(number, severity, f"/inbox/problems?severity={severity}")


def _progress(ledger: sqlite3.Connection) -> list[Figure]:
    found = states(ledger)
    return [Figure(found[each], each, f"/tasks?progress={each}") for each in _PROGRESS]


def _lists(ledger: sqlite3.Connection, office: Office) -> Iterator[tuple[str, str, list[object]]]:
    """What it lists, address of the rest, and the first rows of what is due and overdue."""
    soon, address = _soon(office)
    for name, question, rest in (
        ("soon", soon, f"/tasks?{urlencode(address)}"),
        ("overdue", TaskQuestion(overdue_on=office.today), "/tasks?overdue=1&order=due"),
    ):
        found = tasks(ledger, question, _ROWS, order="due")
        yield name, rest, [line(answer, office.today) for answer in found]


def _bodies(ledger: sqlite3.Connection, office: Office) -> list[tuple[str, str, Figure, Figure]]:
    """Name and organisation of the bodies with most to do, and two figures of each."""
    _, due = _soon(office)
    found = []
    for each in behind(ledger, office.today, office.today + dt.timedelta(SOON), _ROWS + 2):
        owner = {"owner": each.name} | ({"owner_home": each.home} if each.home else {})
        overdue = Figure(each.overdue, "overdue", f"/tasks?{urlencode({**owner, 'overdue': '1', 'order': 'due'})}")
        soon = Figure(each.soon, "soon", f"/tasks?{urlencode({**owner, **due})}")
        found.append((each.name, each.home, overdue, soon))
    return found


def _readings(ledger: sqlite3.Connection) -> list[tuple[object, object]]:
    stamps = latest_files(ledger, _ROWS)
    figures = file_figures(ledger, [stamp.name for stamp in stamps])
    return [(stamp, figures.get(stamp.name)) for stamp in stamps]


def _gravest(ledger: sqlite3.Connection) -> list[tuple[ProblemAnswer, str]]:
    """The gravest problems, each with the way to its place."""
    question = ProblemQuestion("error")
    found = problems(ledger, question, _ROWS)
    more = problems(ledger, replace(question, severity="warning"), _ROWS - len(found)) if len(found) < _ROWS else []
    return [(each, place_of(each)) for each in (*found, *more)]
