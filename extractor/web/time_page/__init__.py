"""时间: what is due on which day, as a month and as the list of the next three months."""

from extractor.web.time_page.routes import ROUTES

__all__ = ["ROUTES"]
