"""``/names/…``: two bodies made one, a name taken out of a body, a decision taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.responses import HTMLResponse, RedirectResponse

from extractor.ledger.names.deciding import kept_apart, made_one, taken_back
from extractor.store.database import reading
from extractor.store.questions.bodies.one import Figures, Form, figures, forms
from extractor.store.questions.bodies.pairs import some_tasks, tasks_together
from extractor.web.addresses import body_address
from extractor.web.bodies_page.names import all_decided, decide, is_behind
from extractor.web.bodies_page.nodes import bodies_called, node_ids
from extractor.web.forms import field
from extractor.web.office import office_of
from extractor.web.rendering import page

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3

    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response

    from extractor.store.questions.bodies.owning import Body

_FEW = 5


@dataclass(frozen=True, slots=True)
class Side:
    """One of two bodies: its figures, the forms of its name, some of its tasks."""

    body: Body
    figures: Figures
    forms: list[Form]
    tasks: list[tuple[str, str]]


def decisions(request: Request) -> Response:
    """Everything that was decided about names."""
    with reading(office_of(request).out) as ledger:
        behind = is_behind(request, ledger)
    return page(request, "names.html", decided=all_decided(request), behind=behind, told=_told(request))


def proposed(request: Request) -> Response:
    """What would change if two bodies were one; nothing does yet."""
    given, office = request.query_params, office_of(request)
    home = given.get("home", "")
    with reading(office.out) as ledger:
        found = [bodies_called(ledger, given.get(name, "").strip(), home) for name in ("name", "other")]
        if any(len(likely) != 1 for likely in found) or found[0] == found[1]:
            return page(request, "names-merge-not.html", 400, given=given, found=found)
        sides = [_side(ledger, body, office.today) for (body,) in found]
        together = tasks_together(ledger, sides[0].body, sides[1].body)
    return page(request, "names-merge.html", sides=sides, together=together, home=home)


def merge(request: Request, form: FormData) -> Response:
    """Make two bodies one."""
    home, name, other = (field(form, each) for each in ("home", "name", "other"))
    group = tuple(dict.fromkeys((other, name) if field(form, "into") == other else (name, other)))
    decide(request, lambda known: made_one(known, group, home))
    return _told_on(group[0], home, "merged", group[-1])


def split(request: Request, form: FormData) -> Response:
    """Take a name out of the body that it is counted to."""
    home, name, canonical = (field(form, each) for each in ("home", "name", "canonical"))
    decide(request, lambda known: kept_apart(known, name, canonical, home))
    return _told_on(canonical, home, "apart", name)


def undo(request: Request, form: FormData) -> Response:
    """Forget what was decided about a name."""
    name, home = field(form, "name"), field(form, "home")
    decide(request, lambda known: taken_back(known, name, home))
    return RedirectResponse(f"/names?{urlencode({'told': 'undone', 'about': name})}", 303)


def state(request: Request) -> Response:
    """What the pages that wait for the ledger ask every few seconds; they load anew when it has followed."""
    with reading(office_of(request).out) as ledger:
        if is_behind(request, ledger):
            return HTMLResponse("", 204)
    return HTMLResponse("", headers={"hx-refresh": "true"})


def _side(ledger: sqlite3.Connection, body: Body, today: dt.date) -> Side:
    printed = forms(ledger, node_ids(body), _FEW)
    return Side(body, figures(ledger, body, today), printed, some_tasks(ledger, body, _FEW))


def _told_on(name: str, home: str, told: str, about: str) -> Response:
    """To the page of a body, which tells what was done and how to take it back."""
    said = urlencode({"home": home, "told": told, "about": about})
    return RedirectResponse(f"{body_address(name)}?{said}", 303)


def _told(request: Request) -> tuple[str, str]:
    """What was just done, and about which name."""
    return request.query_params.get("told", ""), request.query_params.get("about", "")
