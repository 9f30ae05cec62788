"""The addresses of the page 关系图."""

from __future__ import annotations

from starlette.routing import Route

from extractor.web.graph_page.picture import picture
from extractor.web.graph_page.showing import showing

ROUTES = (Route("/graph", showing), Route("/graph/picture", picture))
