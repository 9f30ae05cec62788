"""The workbench put together: routes of all pages, what guards them, and what is said when one cannot be shown."""

from __future__ import annotations

from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from extractor.web import (
    bodies_page,
    graph_page,
    inbox_page,
    ledger_page,
    notice_page,
    overview_page,
    search_page,
    time_page,
)
from extractor.web.errors import HANDLERS
from extractor.web.guard import Guard
from extractor.web.inbox_page.shelf import Shelf
from extractor.web.notice_page.painter import Painter
from extractor.web.work import Readings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.routing import BaseRoute

    from extractor.web.clerk import Clerk
    from extractor.web.guard import Admission
    from extractor.web.office import Office

_HERE = Path(str(files("extractor.web")))
_VIEW = Path(str(files("extractor.export.notice_view")))


def application(office: Office, admission: Admission, clerk: Clerk | None = None) -> Guard:
    """The workbench as an ASGI application; ``admission`` says to whom it answers.

    The guard stands before everything, so that also what is said of a mistake of the program has its headers.
    Without a ``clerk`` the files of the outputs wait for the next run.
    """
    app = Starlette(routes=_routes(), exception_handlers=HANDLERS, lifespan=_life)
    app.state.office = office
    app.state.shelf = Shelf(office)
    app.state.readings = Readings(office)
    app.state.clerk = clerk
    app.state.painter = Painter()
    return Guard(app, admission)


@asynccontextmanager
async def _life(app: Starlette) -> AsyncIterator[None]:
    """What goes on beside the pages ends with the workbench."""
    yield
    await run_in_threadpool(app.state.readings.close)
    await run_in_threadpool(app.state.painter.close)


def _routes() -> list[BaseRoute]:
    return [
        *overview_page.ROUTES,
        *ledger_page.ROUTES,
        *bodies_page.ROUTES,
        *time_page.ROUTES,
        *graph_page.ROUTES,
        *search_page.ROUTES,
        *inbox_page.ROUTES,
        *notice_page.ROUTES,
        Mount("/assets", StaticFiles(directory=_HERE / "assets")),
        Mount("/view", StaticFiles(directory=_VIEW / "assets")),
        Mount("/vendored", StaticFiles(directory=_HERE / "vendored")),
    ]
