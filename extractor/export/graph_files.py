"""The graph -> ``graph.graphml`` for Gephi, ``graph.json`` (node-link) for programs; both load in networkx.

Written without networkx, whose import takes longer than reading a notice.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from extractor.graph.elements import Attribute, Edge, Graph, Node

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TYPES = {str: "string", int: "int"}


def json_bytes(graph: Graph) -> bytes:
    """Node-link JSON: ``networkx.node_link_graph(…, edges="edges")`` reads it."""
    nodes = [{"id": node.id, **_node(node)} for node in graph.nodes]
    edges = [
        {"source": edge.subject, "target": edge.object, "key": key, **_edge(edge)}
        for key, edge in enumerate(graph.edges)
    ]
    whole = {"directed": True, "multigraph": True, "graph": {}, "nodes": nodes, "edges": edges}
    return f"{json.dumps(whole, ensure_ascii=False)}\n".encode("utf-8", "backslashreplace")


def graphml_bytes(graph: Graph) -> bytes:
    """GraphML with string and whole-number attributes, as Gephi imports it."""
    root = ET.Element("graphml", xmlns=_NAMESPACE)
    nodes = [(node.id, _node(node)) for node in graph.nodes]
    edges = [(edge, _edge(edge)) for edge in graph.edges]
    _declare(root, "node", (attributes for _, attributes in nodes))
    _declare(root, "edge", (attributes for _, attributes in edges))
    drawing = ET.SubElement(root, "graph", edgedefault="directed")
    for identifier, attributes in nodes:
        _fill(ET.SubElement(drawing, "node", id=_xml(identifier)), "node", attributes)
    for key, (edge, attributes) in enumerate(edges):
        ends = {"source": _xml(edge.subject), "target": _xml(edge.object)}
        _fill(ET.SubElement(drawing, "edge", {"id": str(key), **ends}), "edge", attributes)
    ET.indent(root, " ")
    written: bytes = ET.tostring(root, "utf-8", xml_declaration=True)
    return written + b"\n"


def _node(node: Node) -> dict[str, Attribute]:
    return {"label": node.label, "kind": node.kind, **dict(node.attributes)}


def _edge(edge: Edge) -> dict[str, Attribute]:
    return {"relation": edge.relation, **edge.evidence()}


def _declare(root: ET.Element, element: str, listed: Iterable[Mapping[str, Attribute]]) -> None:
    types = {name: _TYPES[type(value)] for attributes in listed for name, value in attributes.items()}
    for name, kind in types.items():
        declared = {"id": f"{element}-{name}", "for": element, "attr.name": name, "attr.type": kind}
        ET.SubElement(root, "key", declared)


def _fill(element: ET.Element, kind: str, attributes: Mapping[str, Attribute]) -> None:
    for name, value in attributes.items():
        ET.SubElement(element, "data", key=f"{kind}-{name}").text = _xml(str(value))


def _xml(text: str) -> str:
    """``text`` without the characters that no XML file may hold."""
    return _NO_XML.sub("", text)
