"""``/graph``: choosing where the graph begins, and the graph around it in a frame of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.responses import RedirectResponse

from extractor.store.database import reading
from extractor.store.questions.graph.surroundings import around, nodes_called
from extractor.web.graph_page.address import NAMES, STEPS, Asked, asked, likely, started
from extractor.web.office import office_of
from extractor.web.rendering import page

if TYPE_CHECKING:
    import sqlite3

    from starlette.requests import Request
    from starlette.responses import Response

    from extractor.store.questions.graph.surroundings import NodeAnswer

MOST = 600  # nodes that a picture can show so that a person still sees something
_FEW_TASKS = 8
_BUSY = "SELECT name, home, tasks FROM bodies WHERE tasks > 0 ORDER BY tasks DESC, name LIMIT 10"
_FULL = """
SELECT id, coalesce(nullif(title, ''), file), numbers, tasks FROM documents WHERE held AND part = 'notice'
ORDER BY tasks + refs DESC, key LIMIT 10
"""


def showing(request: Request) -> Response:
    """The page that the address asks for."""
    query = request.query_params
    wanted = asked(query)
    with reading(office_of(request).out) as ledger:
        start = started(ledger, query)
        if start is None:
            return _choosing(request, ledger, wanted)
        found = around(ledger, start.id, wanted.steps, wanted.relations, MOST)
    # One step from a body are its tasks without the notices that they could be folded into.
    state = f"#node={quote(start.id, safe='')}&most=1000{'&hide=' if wanted.steps == 1 else ''}"
    return page(
        request, "graph.html", asked=wanted, start=start, found=found, names=NAMES, steps=STEPS,
        picture=wanted.address(start.id, "/graph/picture") + state,
    )  # fmt: skip


def _choosing(request: Request, ledger: sqlite3.Connection, wanted: Asked) -> Response:
    """What the words may mean; the only thing that they can mean is shown at once."""
    found = likely(ledger, wanted, request.query_params)
    if only := _only(found, wanted.words):
        return RedirectResponse(wanted.address(only.id), 303)
    tasks = nodes_called(ledger, wanted.words, _FEW_TASKS, ("task",))
    return page(
        request, "graph-start.html", asked=wanted, found=[*found, *tasks], names=NAMES, steps=STEPS,
        busy=ledger.execute(_BUSY).fetchall(), full=ledger.execute(_FULL).fetchall(),
    )  # fmt: skip


def _only(found: list[NodeAnswer], words: str) -> NodeAnswer | None:
    """The one node found, or the one that is called exactly so."""
    same = [node for node in found if node.label == words]
    likely_ones = same or found
    return likely_ones[0] if len(likely_ones) == 1 else None
