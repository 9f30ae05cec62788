"""Parse XML and HTML without surprises: no network, no document types, no entities that grow."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from extractor.model.errors import LimitExceeded, UnreadableFile

if TYPE_CHECKING:
    from lxml.etree import HTMLParser, XMLParser, _Element

    Element: TypeAlias = _Element

_RESOURCE_LIMIT, _NO_MEMORY = "ERR_RESOURCE_LIMIT", "ERR_NO_MEMORY"


def parse_xml(data: bytes, name: str, path: str) -> Element:
    """The root element of ``data``; no document type, no entities, no network, no comments.

    Raises:
        MemoryError: the parser got no more memory.
        UnreadableFile: not well-formed, or with a document type declaration, which no part of a DOCX has.
    """
    from lxml import etree  # noqa: PLC0415 - only a run that meets such a file loads the parser

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True, collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if _met(parser, _NO_MEMORY):
            raise MemoryError from error
        line = getattr(error, "lineno", None)
        raise UnreadableFile(name, reason=f"XML 有误（{path}{f' 第{line}行' if line else ''}）") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableFile(name, reason=f"XML 含有不允许的 DTD（{path}）")
    return root


def parse_html(text: str, name: str) -> Element | None:
    """The root element of a page, mended as browsers do; None when there is no element in it.

    The parser's own limits (256 elements deep, 10 MB in one piece) hold first; a page that leaves hundreds of
    ``<font>`` unclosed, or holds a large picture in an attribute, gets a second try at 2048 elements deep.

    Raises:
        LimitExceeded: nested deeper than that.
    """
    root, beyond = _page(text, large=False)
    if beyond:
        root, beyond = _page(text, large=True)
    if beyond:
        raise LimitExceeded(name, "limit-nesting")
    return root


def _page(text: str, *, large: bool) -> tuple[Element | None, bool]:
    """The root, and whether the parser stopped at one of its limits, which loses all that follows."""
    from lxml import etree  # noqa: PLC0415 - see above

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=large
    )
    try:
        root: Element | None = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    return root, _met(parser, _RESOURCE_LIMIT)


def _met(parser: HTMLParser | XMLParser, trouble: str) -> bool:
    return any(entry.type_name == trouble for entry in parser.error_log)
