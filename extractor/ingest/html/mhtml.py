"""MHTML → Source: a web page saved with its pictures in one file, as browsers and Word do.

Source: RFC 2557.
"""

from __future__ import annotations

import email
from typing import TYPE_CHECKING

from extractor.ingest.html.decode import decode_page
from extractor.ingest.html.page import source_of
from extractor.model.errors import UnreadableFile

if TYPE_CHECKING:
    from email.message import Message

    from extractor.model.source import Source
    from extractor.rules.book import RuleBook


def read_mhtml(data: bytes, name: str, sha256: str, book: RuleBook) -> Source:
    """The notice in the largest page of an MHTML file; smaller ones are frames around it.

    Raises:
        UnreadableFile: no page in it; otherwise as ``read_html``.
    """
    pages = [
        (_content(part), part.get_content_charset() or "")
        for part in email.message_from_bytes(data).walk()
        if part.get_content_type() in ("text/html", "application/xhtml+xml")
    ]
    if not pages:
        raise UnreadableFile(name, reason="文件里没有网页")
    page, stated = max(pages, key=lambda found: len(found[0]))
    return source_of(decode_page(page, name, stated), name, "mhtml", sha256, book)


def _content(part: Message) -> bytes:
    """The bytes of a part, with its transfer encoding undone."""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
