"""部门: who has to do how much; a page for every body, with its names and the decisions about them."""

from extractor.web.bodies_page.routes import ROUTES

__all__ = ["ROUTES"]
