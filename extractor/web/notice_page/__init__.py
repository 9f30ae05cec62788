"""公文: the list of notices, and each notice with what was found in it at its place."""

from extractor.web.notice_page.routes import ROUTES

__all__ = ["ROUTES"]
