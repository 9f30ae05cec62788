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
_ROWS = 6  # of every list on the page


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it counts, the address of the page that shows just that, and how it looks."""

    number: int
    name: str
    address: str
    look: str = ""


def overview(request: Request) -> Response:
    """The page; the browser remembers that it was shown."""
    office = office_of(request)
    with reading(office.out) as ledger:
        now = last_run(ledger)
        here = visit(request, office.out, now)
        progress = _progress(ledger)
        since = max(last_arrival(ledger) - 1, 0) if here.since is None else here.since
        total = sum(figure.number for figure in progress)
        name = "最近一次新增" if here.since is None else "上次来过以后新增"
        # After run 0 came everything, and that was just counted.
        fresh = count(ledger, TaskQuestion(added_after=since)) if since else total
        new = Figure(fresh, name, f"/tasks?since={since}")
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
    yield Figure(overdue, "已超期", "/tasks?overdue=1&order=due", "overdue")
    yield Figure(count(ledger, soon), f"{SOON} 天内到期", f"/tasks?{urlencode(address)}", "soon")
    yield Figure(count(ledger, TaskQuestion(doubtful=True)), "需核对", "/tasks?doubtful=1", "doubtful")


def _problems(ledger: sqlite3.Connection) -> Iterator[Figure]:
    for severity, name in (("error", "读不了等错误"), ("warning", "要看一眼的警告")):
        number = count_problems(ledger, ProblemQuestion(severity))
        yield Figure(number, name, f"/inbox/problems?severity={severity}", severity)


def _progress(ledger: sqlite3.Connection) -> list[Figure]:
    shown: dict[Progress, str] = {"done": "已办结", "begun": "进行中", "left": "未开始", "dropped": "中止"}
    found = states(ledger)
    return [Figure(found[each], name, f"/tasks?progress={each}", each) for each, name in shown.items()]


def _lists(ledger: sqlite3.Connection, office: Office) -> Iterator[tuple[str, str, list[object]]]:
    """Name, address of the rest, and the first rows of what is due and overdue."""
    soon, address = _soon(office)
    for name, question, rest in (
        (f"{SOON} 天内到期", soon, f"/tasks?{urlencode(address)}"),
        ("已超期", TaskQuestion(overdue_on=office.today), "/tasks?overdue=1&order=due"),
    ):
        found = tasks(ledger, question, _ROWS, order="due")
        yield name, rest, [line(answer, office.today) for answer in found]


def _bodies(ledger: sqlite3.Connection, office: Office) -> list[tuple[str, str, Figure, Figure]]:
    """Name and organisation of the bodies with most to do, and two figures of each."""
    _, due = _soon(office)
    found = []
    for each in behind(ledger, office.today, office.today + dt.timedelta(SOON), _ROWS + 2):
        owner = {"owner": each.name} | ({"owner_home": each.home} if each.home else {})
        overdue = Figure(each.overdue, "已超期", f"/tasks?{urlencode({**owner, 'overdue': '1', 'order': 'due'})}")
        soon = Figure(each.soon, f"{SOON} 天内", f"/tasks?{urlencode({**owner, **due})}")
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
