"""The graph -> ``graph.graphml`` for Gephi, ``graph.json`` (node-link) for programs; both load in networkx.

Written without networkx, whose import takes longer than reading a notice.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from extractor.rules.pattern.compile import plain_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from extractor.graph.elements import Attribute, Edge, Graph, Node

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NO_XML = r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_TYPES = {str: "string", int: "int"}


def json_bytes(graph: Graph) -> bytes:
    """Node-link JSON: ``networkx.node_link_graph(…, edges="edges")`` reads it."""
    return b"".join(json_chunks(graph))


def json_chunks(graph: Graph) -> Iterator[bytes]:
    """The same, piece by piece."""
    nodes = ({"id": node.id, **_node(node)} for node in graph.nodes)
    edges = (
        {"source": edge.subject, "target": edge.object, "key": key, **_edge(edge)}
        for key, edge in enumerate(graph.edges)
    )
    yield b'{"directed": true, "multigraph": true, "graph": {}, "nodes": ['
    yield from _listed(nodes)
    yield b'], "edges": ['
    yield from _listed(edges)
    yield b"]}\n"


def _listed(things: Iterable[Mapping[str, Attribute]]) -> Iterator[bytes]:
    comma = ""
    for thing in things:
        yield f"{comma}{json.dumps(thing, ensure_ascii=False)}".encode("utf-8", "backslashreplace")
        comma = ", "


def graphml_bytes(graph: Graph) -> bytes:
    """GraphML with string and whole-number attributes, as Gephi imports it."""
    return b"".join(graphml_chunks(graph))


def graphml_chunks(graph: Graph) -> Iterator[bytes]:
    """The same, piece by piece; an element a line."""
    yield f"<?xml version='1.0' encoding='utf-8'?>\n<graphml xmlns=\"{_NAMESPACE}\">\n".encode()
    yield from _declared("node", map(_node, graph.nodes))
    yield from _declared("edge", map(_edge, graph.edges))
    empty = not (graph.nodes or graph.edges)
    yield b' <graph edgedefault="directed" />\n' if empty else b' <graph edgedefault="directed">\n'
    for node in graph.nodes:
        yield _element("node", {"id": node.id}, _node(node))
    for key, edge in enumerate(graph.edges):
        yield _element("edge", {"id": str(key), "source": edge.subject, "target": edge.object}, _edge(edge))
    yield b"</graphml>\n" if empty else b" </graph>\n</graphml>\n"


def _node(node: Node) -> dict[str, Attribute]:
    return {"label": node.label, "kind": node.kind, **dict(node.attributes)}


def _edge(edge: Edge) -> dict[str, Attribute]:
    return {"relation": edge.relation, **edge.evidence()}


def _declared(element: str, listed: Iterable[Mapping[str, Attribute]]) -> Iterator[bytes]:
    types = {name: _TYPES[type(value)] for attributes in listed for name, value in attributes.items()}
    for name, kind in types.items():
        declared = f'id="{element}-{name}" for="{element}" attr.name="{name}" attr.type="{kind}"'
        yield f" <key {declared} />\n".encode()


def _element(kind: str, own: Mapping[str, str], attributes: Mapping[str, Attribute]) -> bytes:
    opened = " ".join(f'{name}="{_quoted(value)}"' for name, value in own.items())
    lines = (_data(f"{kind}-{name}", _xml(str(value))) for name, value in attributes.items())
    return f"  <{kind} {opened}>\n{''.join(lines)}  </{kind}>\n".encode("utf-8", "xmlcharrefreplace")


def _data(key: str, words: str) -> str:
    return f'   <data key="{key}">{_plain(words)}</data>\n' if words else f'   <data key="{key}" />\n'


def _plain(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(words: str) -> str:
    quoted = _plain(_xml(words)).replace('"', "&quot;")
    return quoted.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#09;")


def _xml(text: str) -> str:
    """``text`` without the characters that no XML file may hold."""
    return text if text.isprintable() else plain_pattern(_NO_XML).sub("", text)
