"""EML → Source: the message of a mail as mail programs store it, and the files sent with it.

Source: RFC 5322, RFC 2045 to 2047, RFC 2231.
"""

from __future__ import annotations

import email
import re
from email.errors import MessageError
from email.message import Message
from typing import TYPE_CHECKING

from extractor.ingest.mail.attached import Attached, plain_name
from extractor.ingest.mail.headers import charset_of, file_name, subject
from extractor.ingest.mail.mail import Mail, source_of
from extractor.ingest.plain.encoding import decode
from extractor.model.errors import EncryptedFile, LimitExceeded
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.model.source import Source
    from extractor.rules.book import RuleBook

_SIGNATURES = frozenset(("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"))
_SEALED = own(r"application/(?:x-)?pkcs7-mime|multipart/encrypted")
_MISHAPS = (MessageError, LookupError, ValueError, TypeError, AttributeError)
"""What the standard library lets through when it writes out a damaged mail that was sent with another."""
_LONG_HEADER = re.compile(rb"^content-[a-z-]{1,40}:(?:[^\r\n]|\r?\n[ \t]){8000}", re.IGNORECASE | re.MULTILINE)
_MOST_LINES, _MOST_WORK = 1_000_000, 10_000_000  # the parser holds every line against every boundary that is open


def read_eml(data: bytes, name: str, sha256: str, book: RuleBook) -> Source:
    """The message of a mail under its subject; see ``Mail``.

    Raises:
        EmptyFile: neither subject nor message. UnknownEncoding: its bytes are no text.
        EncryptedFile: it can be opened only with somebody's key.
        LimitExceeded: mails inside mails, too many of them.
    """
    try:
        message = email.message_from_bytes(data)
        if _SEALED.fullmatch(message.get_content_type()) and "signed" not in str(message.get_param("Smime-Type")):
            raise EncryptedFile(name)
        mail = _mail(message, name)
    except RecursionError as error:
        raise LimitExceeded(name, "limit-nesting") from error
    return source_of(mail, name, "eml", sha256, book)


def attached_to_eml(data: bytes) -> list[Attached]:
    """The files sent with a mail, mails among them; none where it is nested or cut up beyond reason."""
    lines = data.count(b"\n") + data.count(b"\r")
    if _LONG_HEADER.search(data) or lines > 2 * _MOST_LINES or lines * data.lower().count(b"boundary") > 2 * _MOST_WORK:
        return []  # the message is read in a worker process, which has its time
    try:
        parts = [part for part in _parts(email.message_from_bytes(data)) if _is_attached(part)]
        return [_attached(part, number) for number, part in enumerate(parts, 1)]
    except RecursionError:
        return []


def _mail(message: Message, name: str) -> Mail:
    plain, page = "", ""
    attached: list[str] = []
    for part in _parts(message):
        kind = part.get_content_type()
        if _is_attached(part):
            attached.append(_attached(part, len(attached) + 1).name)
        elif kind == "text/plain" and not plain.strip():
            plain = _words(part, name)
        elif kind == "text/html" and not page.strip():
            page = _words(part, name)
    return Mail(subject(message), plain, page, tuple(attached))


def _parts(message: Message) -> Iterator[Message]:
    """The parts of a mail, but not those of mails sent with it."""
    if message.get_content_maintype() != "multipart" or not isinstance(message.get_payload(), list):
        yield message
        return
    for part in message.get_payload():
        if not isinstance(part, str):
            yield from _parts(part)


def _is_attached(part: Message) -> bool:
    """Whether a part is a file of its own: no picture that the message shows, no signature of the sender."""
    kind = part.get_content_type()
    if kind in _SIGNATURES or (kind.startswith("image/") and part.get("Content-ID")):
        return False
    named = bool(file_name(part)) or part.get_content_disposition() == "attachment"
    return named or kind in ("message/rfc822", "application/ms-tnef")


def _attached(part: Message, number: int) -> Attached:
    inner = part.get_payload()
    mail = inner[0] if isinstance(inner, list) and inner and isinstance(inner[0], Message) else None
    stated = file_name(part) or (f"{subject(mail)[:60]}.eml" if mail is not None else "")
    size = len(inner) if isinstance(inner, str) else 0
    return Attached(plain_name(stated, f"附件{number}"), size, lambda: _content(part, mail))


def _content(part: Message, mail: Message | None) -> bytes:
    if mail is not None:
        try:
            return mail.as_bytes()
        except _MISHAPS:
            return b""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _words(part: Message, name: str) -> str:
    content = part.get_payload(decode=True)
    data = content if isinstance(content, bytes) else b""
    stated = charset_of(part.get_content_charset())
    try:
        return data.decode(stated) if stated else decode(data, name).text
    except (LookupError, ValueError):
        return decode(data, name).text if data.strip() else ""
