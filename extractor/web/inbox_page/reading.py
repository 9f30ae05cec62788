"""How the reading of files stands, shown in a part of the page that is asked for again and again; and its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from starlette.responses import RedirectResponse

from extractor.store.database import NoResults, reading
from extractor.store.runs import written
from extractor.web.office import office_of
from extractor.web.rendering import page
from extractor.web.work import Readings, Wish

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from extractor.web.office import Office


def reading_state(request: Request) -> Response:
    """The part of the page; ``known`` in the address is the state that the rest of the page shows."""
    values = reading_values(request)
    changed = request.query_params.get("known") != values["known"]
    answer = page(request, "inbox-reading.html", 200, **{**values, "changed": changed})
    if changed:
        answer.headers["hx-trigger"] = "ledger-changed"
    return answer


def reading_values(request: Request) -> dict[str, object]:
    """What the part shows."""
    readings = readings_of(request)
    state = readings.state
    known = f"{state.ended}-{_written(office_of(request))}"
    return {"state": state, "results": readings.results, "known": known, "changed": False}


def read(request: Request) -> Response:
    """Read new and changed files; ``again`` names one to read anyway, ``everything`` all, ``sure`` a foreign folder."""
    query = request.query_params
    again = frozenset(query.getlist("again"))
    readings_of(request).ask(Wish(again, "everything" in query, "sure" in query))
    return _back(request)


def stop(request: Request) -> Response:
    """End the reading."""
    readings_of(request).stop()
    return _back(request)


def readings_of(request: Request) -> Readings:
    """The desk where readings are asked for."""
    return cast("Readings", request.app.state.readings)


def _back(request: Request) -> Response:
    """The part of the page for htmx, the whole page for a browser without script."""
    if "hx-request" in request.headers:
        return page(request, "inbox-reading.html", 200, **reading_values(request))
    return RedirectResponse("/inbox", 303)


def _written(office: Office) -> int:
    """The last run whose outputs stand, by whomever."""
    try:
        with reading(office.out) as ledger:
            return written(ledger)
    except NoResults:
        return 0
