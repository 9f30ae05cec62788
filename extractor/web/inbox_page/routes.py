"""The addresses of the page 收文."""

from __future__ import annotations

from starlette.routing import Route

from extractor.web.inbox_page.listing import files, inbox
from extractor.web.inbox_page.moving import ask_remove, remove, restore
from extractor.web.inbox_page.problems import listing
from extractor.web.inbox_page.reading import read, reading_state, stop
from extractor.web.inbox_page.uploading import upload

ROUTES = (
    Route("/inbox", inbox),
    Route("/inbox/files", files, methods=["GET"]),
    Route("/inbox/files", upload, methods=["PUT"]),
    Route("/inbox/reading", reading_state, methods=["GET"]),
    Route("/inbox/reading", read, methods=["POST"]),
    Route("/inbox/stop", stop, methods=["POST"]),
    Route("/inbox/remove", ask_remove, methods=["GET"]),
    Route("/inbox/remove", remove, methods=["POST"]),
    Route("/inbox/restore", restore, methods=["POST"]),
    Route("/inbox/problems", listing),
)
