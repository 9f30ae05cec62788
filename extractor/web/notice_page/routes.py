"""The addresses of the pages 公文; a file's name may have ``/`` in it, so it stands last."""

from __future__ import annotations

from starlette.routing import Route

from extractor.web.notice_page.listing import listing
from extractor.web.notice_page.original import download
from extractor.web.notice_page.pictures import picture
from extractor.web.notice_page.view import view

ROUTES = (
    Route("/notices", listing),
    Route("/notices/{name:path}", view),
    Route("/originals/{name:path}", download),
    Route("/pages/{name:path}", picture),
)
