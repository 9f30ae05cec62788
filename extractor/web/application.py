"""The workbench put together: routes of all pages, what guards them, and what is said when one cannot be shown."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.responses import RedirectResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from extractor.web import ledger_page, notice_page
from extractor.web.errors import HANDLERS
from extractor.web.guard import Guard
from extractor.web.notice_page.painter import Painter

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from extractor.web.guard import Admission
    from extractor.web.office import Office

_HERE = Path(str(files("extractor.web")))
_VIEW = Path(str(files("extractor.export.notice_view")))


def application(office: Office, admission: Admission) -> Guard:
    """The workbench as an ASGI application; ``admission`` says to whom it answers.

    The guard stands before everything, so that also what is said of a mistake of the program has its headers.
    """
    app = Starlette(routes=_routes(), exception_handlers=HANDLERS)
    app.state.office = office
    app.state.painter = Painter()
    return Guard(app, admission)


def _routes() -> list[BaseRoute]:
    return [
        Route("/", _home),
        *ledger_page.ROUTES,
        *notice_page.ROUTES,
        Mount("/assets", StaticFiles(directory=_HERE / "assets")),
        Mount("/view", StaticFiles(directory=_VIEW / "assets")),
        Mount("/vendored", StaticFiles(directory=_HERE / "vendored")),
    ]


def _home(_: Request) -> RedirectResponse:
    return RedirectResponse("/tasks")
