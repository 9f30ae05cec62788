"""The address of the page 检索."""

from __future__ import annotations

from starlette.routing import Route

from extractor.web.search_page.finding import finding

ROUTES = (Route("/search", finding),)
