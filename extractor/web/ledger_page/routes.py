"""The addresses of the page 台账; other pages use those of a single task too."""

from __future__ import annotations

from starlette.routing import Route

from extractor.web.forms import with_form
from extractor.web.ledger_page.adding import blank, write_in
from extractor.web.ledger_page.editing import panel, save, take_back
from extractor.web.ledger_page.exporting import export
from extractor.web.ledger_page.history import history
from extractor.web.ledger_page.listing import listing, table
from extractor.web.ledger_page.several import several

ROUTES = (
    Route("/tasks", listing),
    Route("/tasks/table", table),
    Route("/tasks/new", blank),
    Route("/tasks/new", with_form(write_in), methods=["POST"]),
    Route("/tasks/several", with_form(several), methods=["POST"]),
    Route("/tasks/undo", with_form(take_back), methods=["POST"]),
    Route("/tasks/export.{form}", export),
    Route("/tasks/{task}/edit", panel),
    Route("/tasks/{task}/history", history),
    Route("/tasks/{task}", with_form(save), methods=["POST"]),
)
