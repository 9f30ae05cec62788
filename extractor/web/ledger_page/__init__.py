"""台账: the table of tasks, what it may be narrowed to, and the routes of its pages."""

from extractor.web.ledger_page.routes import ROUTES

__all__ = ["ROUTES"]
