"""The addresses of the page 部门."""

from __future__ import annotations

from starlette.routing import Route

from extractor.web.bodies_page.listing import listing
from extractor.web.bodies_page.one import one

ROUTES = (Route("/bodies", listing), Route("/bodies/{name:path}", one))
