"""The one node of a document that several files hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.graph.nodes import document_node

if TYPE_CHECKING:
    from extractor.graph.elements import Node
    from extractor.graph.versions.found import Versions
    from extractor.graph.versions.merged import Printing


def version_node(printing: Printing, versions: Versions) -> Node:
    """The node of the version that holds, with the number of versions and the names of all their files."""
    node = document_node(printing.document, printing.record["file"])
    files = [file for file, _ in versions.members.get(printing.document["id"], ())]
    if len(files) <= 1:
        return node
    return replace(node, attributes=(*node.attributes, ("versions", len(files)), ("files", "、".join(files))))
