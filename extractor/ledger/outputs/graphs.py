"""The graph of a run below the folder of the outputs: for Gephi, for programs, and as a page to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.export.graph_files import graphml_chunks, json_chunks
from extractor.export.graph_page.page import page_bytes
from extractor.export.ledger_problems import MOST_NODES
from extractor.store.atomic import prepared, remove, replace

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.graph.elements import Graph

GRAPHS = ("graph.graphml", "graph.json", "graph.html")


def write_graphs(out: Path, graph: Graph) -> None:
    """Write all of them anew; the page only while a browser can draw it.

    Raises:
        OutputInUse: a file cannot be written.
    """
    graphml, nodes, page = GRAPHS
    prepared(out / graphml, graphml_chunks(graph)).put()
    prepared(out / nodes, json_chunks(graph)).put()
    if len(graph.nodes) > MOST_NODES:
        remove(out / page)
    else:
        replace(out / page, page_bytes(graph))
