"""The addresses of the page 总览."""

from __future__ import annotations

from starlette.routing import Route

from extractor.web.overview_page.overview import overview
from extractor.web.overview_page.visits import seen

ROUTES = (Route("/", overview), Route("/seen", seen, methods=["POST"]))
