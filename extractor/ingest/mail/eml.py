"""EML → Source: the message of a mail as mail programs store it.

Source: RFC 5322, RFC 2045 to 2047.
"""

from __future__ import annotations

import email
from email.errors import MessageError
from email.header import decode_header
from typing import TYPE_CHECKING

from extractor.ingest.encoding import decode
from extractor.ingest.mail.mail import Mail, source_of
from extractor.model.errors import LimitExceeded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from extractor.model.source import Source
    from extractor.rules.rule import RuleBook

_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030"}


def read_eml(data: bytes, name: str, sha256: str, book: RuleBook) -> Source:
    """The message of a mail under its subject; see ``Mail``.

    Raises:
        EmptyFile: neither subject nor message. UnknownEncoding: its bytes are no text.
        LimitExceeded: mails inside mails, too many of them.
    """
    try:
        mail = _mail(email.message_from_bytes(data), name)
    except RecursionError as error:
        raise LimitExceeded(name, "limit-nesting") from error
    return source_of(mail, name, "eml", sha256, book)


def _mail(message: Message, name: str) -> Mail:
    plain, page, attached = "", "", []
    for part in _parts(message):
        kind, label = part.get_content_type(), _header(part.get_filename())
        if label or part.get_content_disposition() == "attachment" or kind == "message/rfc822":
            if not (kind.startswith("image/") and part.get("Content-ID")):
                attached.append(label or _subject(part) or kind)
        elif kind == "text/plain" and not plain.strip():
            plain = _words(part, name)
        elif kind == "text/html" and not page.strip():
            page = _words(part, name)
    return Mail(_header(message.get("Subject")), plain, page, tuple(attached))


def _parts(message: Message) -> Iterator[Message]:
    """The parts of a mail, but not those of mails sent with it."""
    if message.get_content_maintype() != "multipart" or not isinstance(message.get_payload(), list):
        yield message
        return
    for part in message.get_payload():
        if not isinstance(part, str):
            yield from _parts(part)


def _subject(part: Message) -> str:
    inner = part.get_payload()
    first = inner[0] if isinstance(inner, list) and inner else None
    return _header(first.get("Subject")) if first is not None and not isinstance(first, str) else ""


def _words(part: Message, name: str) -> str:
    content = part.get_payload(decode=True)
    data = content if isinstance(content, bytes) else b""
    stated = (part.get_content_charset() or "").lower()
    try:
        return data.decode(_WIDER.get(stated, stated)) if stated else decode(data, name).text
    except (LookupError, ValueError):
        return decode(data, name).text if data.strip() else ""


def _header(value: object) -> str:
    """A header with its encoded words undone: ``=?gb2312?B?...?=``."""
    found = []
    try:
        for words, encoding in decode_header(str(value or "")):
            if isinstance(words, str):
                found.append(words)
            else:
                stated = (encoding or "utf-8").lower()
                found.append(words.decode(_WIDER.get(stated, stated), "replace"))
    except (LookupError, ValueError, MessageError):
        return " ".join(str(value).split())
    return " ".join("".join(found).split())
