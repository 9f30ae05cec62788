"""收文: files dropped onto the page, what became of each, and all files of the corpus folder."""

from extractor.web.inbox_page.routes import ROUTES

__all__ = ["ROUTES"]
