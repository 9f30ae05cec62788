"""The graph of a run below the folder of the outputs: for Gephi, for programs, and as a page to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.export.graph_files import graphml_bytes, json_bytes
from extractor.export.graph_page.page import page_bytes
from extractor.store.atomic import replace

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.graph.elements import Graph

GRAPHS = ("graph.graphml", "graph.json", "graph.html")


def write_graphs(out: Path, graph: Graph) -> None:
    """Write all of them anew.

    Raises:
        OutputInUse: a file cannot be written.
    """
    for name, written in zip(GRAPHS, (graphml_bytes, json_bytes, page_bytes), strict=True):
        replace(out / name, written(graph))
