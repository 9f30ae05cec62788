"""What the elements of a page are to its reader: a paragraph of their own, part of a line, or nothing to see.

Source: HTML Living Standard, 15.3 (Rendering: non-replaced elements).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own

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
_FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar)(?:[?#]|$)", re.IGNORECASE)
_BLOCK_DISPLAYS = frozenset(("block", "table", "list-item", "flex", "grid"))
_PROPERTY = own(r"(?:^|;)\s*([a-z-]+)\s*:\s*([^;]*)")


@dataclass(frozen=True, slots=True)
class Look:
    """How an element shows. ``tag``: its name without namespace, empty for what is no element of the page.

    ``unseen``: nothing in it is text of the page (scripts, form controls, navigation). ``hidden``: switched off.
    ``block``: it begins and ends a line. ``heading``: h1 to h6. ``keeps``: line breaks of the file are shown.
    """

    tag: str
    unseen: bool
    hidden: bool
    block: bool
    heading: bool
    keeps: bool


def look_at(element: Element) -> Look:
    """How ``element`` shows, by its name and its own attributes; style sheets are not asked."""
    plain = _by_name(element.tag)
    style, hidden = element.get("style"), element.get("hidden")
    return plain if style is None and hidden is None else _styled(plain, style or "", hidden=hidden is not None)


def tag_of(element: Element) -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    return _by_name(element.tag).tag


def is_link(element: Element) -> bool:
    """Whether the element leads to another page: neither to a file, an attachment, nor nowhere.

    An ``<a>`` without address is an anchor, often left open over the whole page.
    """
    return tag_of(element) == "a" and element.get("href") is not None and not is_file_link(element)


def is_file_link(element: Element) -> bool:
    """Whether the element leads to a document to be loaded: an attachment."""
    return tag_of(element) == "a" and _FILE.search(element.get("href") or "") is not None


def style_of(element: Element) -> dict[str, str]:
    """The properties of the ``style`` attribute: ``display: none`` → ``{"display": "none"}``."""
    return _properties(element.get("style") or "")


@lru_cache(maxsize=512)
def _by_name(name: object) -> Look:
    tag = name.rpartition("}")[2].lower() if isinstance(name, str) else ""
    unseen = tag in _UNSEEN or not tag
    block, heading, keeps = tag in _BLOCKS, tag in _HEADINGS, tag in _PREFORMATTED
    return Look(tag, unseen, hidden=False, block=block, heading=heading, keeps=keeps)


@lru_cache(maxsize=512)
def _styled(plain: Look, style: str, *, hidden: bool) -> Look:
    """``plain`` with what a ``style`` attribute changes; Word's own way to hide is ``mso-hide: all``."""
    found = _properties(style)
    display = found.get("display", "").split(" ")[0]
    gone = display == "none" or found.get("visibility", "").startswith(("hidden", "collapse"))
    return replace(
        plain,
        hidden=hidden or gone or found.get("mso-hide", "").startswith("all"),
        block=display in _BLOCK_DISPLAYS or (plain.block and display != "inline"),
        keeps=plain.keeps or found.get("white-space", "").startswith("pre"),
    )


def _properties(style: str) -> dict[str, str]:
    return dict(_PROPERTY.findall(style.lower().replace("!important", ""))) if style else {}
