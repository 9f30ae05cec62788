"""Nodes, edges and bodies of the graph -> rows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from extractor.graph.nodes import owner_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from extractor.graph.elements import Because, Edge, Node
    from extractor.model.record import DocumentRecord
    from extractor.store.parquet.columns import Row


def node_row(node: Node) -> Row:
    """A node with its attributes."""
    attributes = json.dumps(dict(node.attributes), ensure_ascii=False)
    return {"node": node.id, "kind": node.kind, "label": node.label, "attributes": attributes}


def edge_row(edge: Edge) -> Row:
    """An edge with the words that say so, and where they stand."""
    because = edge.because
    return {
        "subject": edge.subject,
        "relation": edge.relation,
        "object": edge.object,
        "file": because.file,
        "words": because.words,
        "start": because.start,
        "stop": because.end,
        "rule": because.rule,
        "there": json.dumps(edge.there.shown(), ensure_ascii=False) if edge.there else None,
    }


def edge_order(edge: Edge) -> tuple[str, str, str, Because, bool, str]:
    """The order of edges in a file, which does not depend on how they were found."""
    return edge.subject, edge.relation, edge.object, edge.because, edge.there is not None, str(edge.there)


def owning_bodies(document: DocumentRecord) -> set[tuple[str, str, str]]:
    """Node, home and canonical name of everybody who owns a task of the document."""
    owners = (owner for task in document["tasks"] for owner in task["owners"])
    return {(owner_id(owner), owner.get("home", ""), owner["canonical"] or owner["name"]) for owner in owners}


def body_row(node: str, home: str, canonical: str, called: Callable[[str, str], Iterable[str]]) -> Row:
    """A body with all names under which it may be asked for."""
    names = sorted(set(called(home, canonical)))
    return {"body": node, "canonical": canonical, "home": home, "called": names}
