"""The addresses of the page 台账."""

from __future__ import annotations

from starlette.routing import Route

from extractor.web.ledger_page.listing import listing

ROUTES = (Route("/tasks", listing),)
