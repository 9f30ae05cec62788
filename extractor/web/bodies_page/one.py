"""``/bodies/党委组织部?home=甲学院``: what a body has to do, when, and under which names notices know it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args
from urllib.parse import urlencode

from starlette.responses import RedirectResponse

from extractor.model.notice import Role
from extractor.store.database import reading
from extractor.store.questions.bodies.of_papers import issued, received
from extractor.store.questions.bodies.one import figures, forms, load, other_names
from extractor.store.questions.tasks.answers import count, tasks
from extractor.store.questions.tasks.question import TaskQuestion
from extractor.web.addresses import body_address
from extractor.web.bodies_page.chart import chart
from extractor.web.bodies_page.names import decided_about, is_behind, likely_same
from extractor.web.bodies_page.nodes import bodies_called, node_ids
from extractor.web.ledger_page.line import line
from extractor.web.office import office_of
from extractor.web.paging import page_asked
from extractor.web.rendering import page

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3

    from starlette.requests import Request
    from starlette.responses import Response

    from extractor.store.questions.bodies.owning import Body

State = Literal["", "open", "overdue"]
_ROLES: tuple[Role, ...] = get_args(Role)
_STATES: tuple[State, ...] = get_args(State)
_SIZE, _MOST_FORMS, _MOST_PAPERS = 50, 60, 8


@dataclass(frozen=True, slots=True)
class Asked:
    """Which of a body's tasks: in that role, in that state; and the page of them."""

    body: Body
    role: Role | None
    state: State
    number: int

    def address(self, **other: str | int) -> str:
        """The address of this page with other values."""
        values = {"home": self.body.home, "role": self.role or "", "state": self.state, **other}
        said = urlencode({name: value for name, value in values.items() if value})
        return f"{body_address(self.body.name)}?{said}" if said else body_address(self.body.name)

    def question(self, today: dt.date) -> TaskQuestion:
        """The same for the ledger."""
        late = today if self.state == "overdue" else None
        return TaskQuestion(
            owner=self.body.name, owner_home=self.body.home, role=self.role,
            overdue_on=late, unfinished=self.state == "open",
        )  # fmt: skip


def one(request: Request) -> Response:
    """The page of one body; of a name that it is also called by, the way there."""
    name, home = request.path_params["name"], request.query_params.get("home")
    with reading(office_of(request).out) as ledger:
        likely = bodies_called(ledger, name, home)
        if len(likely) != 1:
            return page(request, "body-which.html", 300 if likely else 404, name=name, likely=likely)
        body = likely[0]
        if (" ".join(body.name.split()), body.home) != (name, home or ""):
            return RedirectResponse(body_address(body.name, body.home), 307)
        return _shown(request, ledger, body)


def _shown(request: Request, ledger: sqlite3.Connection, body: Body) -> Response:
    asked, today = _asked(request, body), office_of(request).today
    total = count(ledger, asked.question(today))
    last = max(1, -(-total // _SIZE))
    number = min(asked.number, last)
    found = tasks(ledger, asked.question(today), _SIZE, offset=(number - 1) * _SIZE, order="due")
    nodes = node_ids(body)
    printed = forms(ledger, nodes, _MOST_FORMS)
    said = {each.words for each in printed}
    others, likely = likely_same(request, ledger, body)
    names = other_names(ledger, body)
    return page(
        request, "body.html", asked=asked, body=body, figures=figures(ledger, body, today), total=total,
        lines=[line(answer, today) for answer in found], number=number, last=last,
        chart=chart(load(ledger, body, today), today),
        forms=printed, also=[each for each in names if each not in said], others=others, likely=likely,
        decided=decided_about(request, (body.name, *names, *said), body.home), behind=is_behind(request, ledger),
        told=(request.query_params.get("told", ""), request.query_params.get("about", "")),
        issued=issued(ledger, nodes, _MOST_PAPERS), received=received(ledger, nodes, _MOST_PAPERS), roles=_ROLES,
    )  # fmt: skip


def _asked(request: Request, body: Body) -> Asked:
    given = request.query_params
    role = next((each for each in _ROLES if each == given.get("role")), None)
    state: State = next((each for each in _STATES if each == given.get("state")), "")
    return Asked(body, role, state, page_asked(given))
