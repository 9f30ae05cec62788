"""检索: words found in the text of notices and tasks."""

from extractor.web.search_page.routes import ROUTES

__all__ = ["ROUTES"]
