"""总览: what is due, overdue, doubtful and new, each figure a link to the table that shows just those rows."""

from extractor.web.overview_page.routes import ROUTES

__all__ = ["ROUTES"]
