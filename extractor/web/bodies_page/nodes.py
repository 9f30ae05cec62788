"""The nodes of the graph that a body of the ledger may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.graph.names import body_key
from extractor.graph.nodes import body_id

if TYPE_CHECKING:
    from extractor.store.questions.bodies.owning import Body


def node_ids(body: Body) -> tuple[str, str]:
    """The ids that a body, or a person, may have in the graph."""
    return body_id(body.home, body.name), f"person:{body_key(body.name)}"
