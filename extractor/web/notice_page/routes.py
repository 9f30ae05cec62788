"""The addresses of the pages 公文; a file's name may have ``/`` in it, so it stands last."""

from __future__ import annotations

from starlette.routing import Route

from extractor.web.notice_page.listing import listing
from extractor.web.notice_page.view import view

ROUTES = (
    Route("/notices", listing),
    Route("/notices/{name:path}", view),
)
