"""The graph -> ``graph.html``: one file that opens without a network and runs nothing but its own scripts.

The content security policy names the scripts and styles by their digests: words of a notice that look like a
script are data, and would not run even if they slipped out of the data. Source: CSP Level 3, hash sources.
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from extractor.export.graph_page.data import page_data

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.graph.elements import Graph

LIBRARIES = ("d3-dispatch.min.js", "d3-quadtree.min.js", "d3-timer.min.js", "d3-force.min.js", "cytoscape.min.js")
SCRIPTS = (
    "model.js", "state.js", "view.js", "elements.js", "layout.js", "labels.js", "looks.js", "drawing.js",
    "pieces.js", "panel.js", "controls.js", "start.js",
)  # fmt: skip
_LIBRARY_STYLE = ".__________cytoscape_container { position: relative; }"  # cytoscape adds it when it starts
_NO_MARKUP = str.maketrans({each: f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"})


@dataclass(frozen=True, slots=True)
class GraphPage:
    """A page, and the policy that it is to be shown under; its own ``meta`` element says the same."""

    data: bytes
    policy: str


def page_bytes(graph: Graph) -> bytes:
    """The page of ``graph``; the same bytes for the same graph."""
    return graph_page(graph).data


def graph_page(graph: Graph, addresses: Mapping[str, str] = MappingProxyType({})) -> GraphPage:
    """The page of ``graph``, where ``addresses`` (by id of a node) are offered as the way to a page about it."""
    style = _text("assets", "style.css")
    libraries = [_text("vendored", name) for name in LIBRARIES]
    own = '"use strict";\n' + "".join(_text("assets", name) for name in SCRIPTS)
    policy = _policy([*libraries, own], [style, _LIBRARY_STYLE])
    filled = {
        "policy": policy,
        "style": style,
        "data": embedded(page_data(graph, addresses)),
        "scripts": "\n".join(f"<script>{script}</script>" for script in (*libraries, own)),
    }
    page = _text("assets", "page.html")
    before, *parts = page.split("{{")
    pieces = (filled[name] + rest for name, rest in (part.split("}}", 1) for part in parts))
    return GraphPage("".join((before, *pieces)).encode("utf-8", "backslashreplace"), policy)


def embedded(data: object) -> str:
    """``data`` as JSON that can stand in a script element: no character of it ends the element or opens another."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_NO_MARKUP)


def _policy(scripts: list[str], styles: list[str]) -> str:
    return (
        f"default-src 'none'; script-src {_digests(scripts)}; style-src {_digests(styles)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _digests(texts: list[str]) -> str:
    digests = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def _text(folder: str, name: str) -> str:
    """A file of the page; its line ends are LF, as the browser counts them for the digest, whatever a checkout made."""
    return (files(__package__) / folder / name).read_text("utf-8")
