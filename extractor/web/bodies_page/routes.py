"""The addresses of the page 部门."""

from __future__ import annotations

from starlette.routing import Route

from extractor.web.bodies_page.deciding import decisions, merge, proposed, split, state, undo
from extractor.web.bodies_page.listing import listing
from extractor.web.bodies_page.one import one
from extractor.web.forms import with_form

ROUTES = (
    Route("/bodies", listing),
    Route("/bodies/{name:path}", one),
    Route("/names", decisions),
    Route("/names/state", state),
    Route("/names/merge", proposed, methods=["GET"]),
    Route("/names/merge", with_form(merge), methods=["POST"]),
    Route("/names/apart", with_form(split), methods=["POST"]),
    Route("/names/undo", with_form(undo), methods=["POST"]),
)
