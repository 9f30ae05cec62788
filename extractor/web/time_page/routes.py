"""The address of the page 时间."""

from __future__ import annotations

from starlette.routing import Route

from extractor.web.time_page.month import showing

ROUTES = (Route("/time", showing),)
