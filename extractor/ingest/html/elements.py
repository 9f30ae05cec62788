"""What the elements of a page are to its reader: a paragraph of their own, part of a line, or nothing to see.

Source: HTML Living Standard, 15.3 (Rendering: non-replaced elements).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.ingest.markup import Element

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4",
    "h5", "h6", "head", "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol",
    "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
))  # fmt: skip
_UNSEEN = frozenset((
    "applet", "audio", "base", "button", "canvas", "colgroup", "datalist", "embed", "iframe", "input", "link",
    "map", "meta", "nav", "noembed", "noframes", "noscript", "object", "option", "script", "select", "style",
    "svg", "template", "textarea", "title", "video", "xml",
))  # fmt: skip
_PREFORMATTED = frozenset(("pre", "xmp", "listing"))
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_PROPERTY = re.compile(r"(?:^|;)\s*([a-z-]+)\s*:\s*([^;]*)")


def tag_of(element: Element) -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def style_of(element: Element) -> dict[str, str]:
    """The properties of the ``style`` attribute: ``display: none`` → ``{"display": "none"}``."""
    style = element.get("style")
    return dict(_PROPERTY.findall(style.lower())) if style else {}


def is_block(element: Element) -> bool:
    """Whether the element begins and ends a line: by its name, or by its own ``display``."""
    display = style_of(element).get("display", "").split(" ")[0]
    if display in ("block", "table", "list-item", "flex", "grid"):
        return True
    return tag_of(element) in _BLOCKS and display != "inline"


def is_unseen(element: Element) -> bool:
    """Whether nothing of the element is text of the page: scripts, styles, form controls, navigation."""
    return tag_of(element) in _UNSEEN or not isinstance(element.tag, str)


def is_hidden(element: Element) -> bool:
    """Whether the element is switched off: ``hidden``, ``display: none``, Word's ``mso-hide: all``."""
    if element.get("hidden") is not None:
        return True
    style = style_of(element)
    return (
        style.get("display", "").startswith("none")
        or style.get("visibility", "").startswith(("hidden", "collapse"))
        or style.get("mso-hide", "").startswith("all")
    )


def keeps_lines(element: Element) -> bool:
    """Whether line breaks in the file are line breaks on the screen: ``pre``, ``white-space: pre-wrap``."""
    return tag_of(element) in _PREFORMATTED or style_of(element).get("white-space", "").startswith("pre")


def is_heading(element: Element) -> bool:
    """Whether the element is one of ``h1`` to ``h6``."""
    return tag_of(element) in _HEADINGS
