"""关系图: how documents, bodies and tasks hang together, from one of them outwards."""

from extractor.web.graph_page.routes import ROUTES

__all__ = ["ROUTES"]
