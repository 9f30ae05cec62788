"""``/graph/picture``: the part of the graph around a node, as the page that ``graph.html`` is.

It runs under a policy of its own, which names its scripts by their digests, and may stand in a frame of ours only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import Response

from extractor.export.graph_page.page import graph_page
from extractor.ledger.stored_graph import part_of_graph
from extractor.store.database import reading
from extractor.store.questions.graph.surroundings import around
from extractor.web.addresses import body_address, notice_address
from extractor.web.graph_page.address import asked, started
from extractor.web.graph_page.showing import MOST
from extractor.web.office import office_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request

    from extractor.graph.elements import Graph


def picture(request: Request) -> Response:
    """The page of the nodes around the start."""
    query = request.query_params
    wanted = asked(query)
    with reading(office_of(request).out) as ledger:
        start = started(ledger, query)
        if start is None:
            raise HTTPException(404)
        found = around(ledger, start.id, wanted.steps, wanted.relations, MOST)
        graph = part_of_graph(ledger, found.nodes, wanted.relations)
    shown = graph_page(graph, dict(_addresses(graph)))
    policy = f"{shown.policy}; frame-ancestors 'self'"
    return Response(shown.data, media_type="text/html", headers={"content-security-policy": policy})


def _addresses(graph: Graph) -> Iterator[tuple[str, str]]:
    """Where the nodes have pages of their own; cited documents and persons have none."""
    for node in graph.nodes:
        known = dict(node.attributes)
        if node.kind == "task":
            yield node.id, f"/tasks?task={node.id.removeprefix('task:')}"
        elif node.kind == "document":
            yield node.id, notice_address(str(known.get("file", "")))
        elif node.kind == "body":
            home = str(known.get("home", ""))
            yield node.id, body_address(node.id.removeprefix("body:").removeprefix(f"{home}/"), home)
