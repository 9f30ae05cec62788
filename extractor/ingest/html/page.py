"""HTML → Source: the notice that a web page holds, without the page around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.ingest.builder import SourceBuilder
from extractor.ingest.html.blocks import lines_in
from extractor.ingest.html.decode import decode_page
from extractor.ingest.html.flow import flow
from extractor.ingest.html.laying import Layer
from extractor.ingest.html.lists import list_style
from extractor.ingest.html.main import main_part
from extractor.ingest.html.server import without_server_tags
from extractor.ingest.markup import parse_html
from extractor.model.errors import EmptyFile, ScanWithoutText
from extractor.model.problem import Problem

if TYPE_CHECKING:
    from extractor.ingest.markup import Element
    from extractor.ingest.plain.encoding import Decoded
    from extractor.model.source import Source
    from extractor.rules.book import RuleBook

_OFFICE = re.compile(r'<meta name="generator" content="(?:LibreOffice|OpenOffice)', re.IGNORECASE)
_CLOSED_BREAK = re.compile(r"</br\s*>", re.IGNORECASE)  # browsers show it as a line break
_HEAD = 4000  # characters in which a page says what wrote it


def read_html(data: bytes, name: str, sha256: str, book: RuleBook) -> Source:
    """The notice in a web page (also ASP, JSP and PHP pages, and pages called ``.doc``), a paragraph a line.

    Left out, and counted in a problem each, are navigation, publication times and the like, hidden elements
    and deleted text. Numbers of lists stand before their entries; tables that only lay out the page are lines.

    Raises:
        UnknownEncoding: the bytes are no text.
        EmptyFile: no text and no picture in it; ScanWithoutText: pictures only.
        LimitExceeded: nested deeper, or with more table cells, than is reasonable.
    """
    return source_of(decode_page(data, name), name, "html", sha256, book)


def source_of(decoded: Decoded, name: str, reader: str, sha256: str, book: RuleBook) -> Source:
    """The notice in a page that is decoded already; ``reader`` says what it came in. Raises as above."""
    builder = SourceBuilder()
    if decoded.guessed:
        _note(builder, "encoding-guessed", "encoding", decoded.encoding)
    root = parse_html(without_server_tags(_lined(decoded.text)), name)
    if root is not None:
        _lay(root, name, builder, book)
    if not builder.length:
        pictures = root is not None and root.find(".//img") is not None
        raise ScanWithoutText(name) if pictures else EmptyFile(name)
    return builder.build(name, reader, sha256)


def _lay(root: Element, name: str, builder: SourceBuilder, book: RuleBook) -> None:
    plain_lists = list_style(element.text or "" for element in root.iter("style"))
    part = main_part(root, name, book)
    collected = flow(part, name, plain_lists)
    blocks = collected.blocks()
    page = blocks if part is root else flow(root, name, plain_lists).blocks()
    left_out = lines_in(page) - lines_in(blocks) + Layer(book).lay(blocks, root, page, builder)
    if left_out > 0:
        _note(builder, "navigation-left-out", "count", str(left_out))
    for code, count in sorted(collected.left_out.items()):
        _note(builder, code, "count", str(count))


def _lined(text: str) -> str:
    """``text`` with one kind of line break, and without characters that no page may have.

    LibreOffice breaks the lines of its pages at blanks only: there a line break is one, also in Chinese.
    """
    lined = _CLOSED_BREAK.sub("<br>", text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", ""))
    blanks = _OFFICE.search(lined, 0, _HEAD) and "<pre" not in lined
    return lined.replace("\n", " ") if blanks else lined


def _note(builder: SourceBuilder, code: str, name: str, value: str) -> None:
    builder.problems.append(Problem(code, None, "info", ((name, value),)))
