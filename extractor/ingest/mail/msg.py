"""MSG → Source: the message of a mail as Outlook stores it, a compound file with a stream for each property.

Source: [MS-OXMSG] 2.2 (properties and attachments), [MS-OXPROPS].
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.ingest.doc.container import streams_where
from extractor.ingest.doc.octets import Damaged
from extractor.ingest.encoding import decode
from extractor.ingest.mail.mail import Mail, source_of
from extractor.model.errors import UnreadableFile

if TYPE_CHECKING:
    from extractor.model.source import Source
    from extractor.rules.rule import RuleBook

_SUBJECT, _BODY, _PAGE, _LONG_NAME, _SHORT_NAME = "0037", "1000", "1013", "3707", "3704"
_PROPERTY = re.compile(r"(?:(__attach_version1\.0_[^/]{1,20})/)?__substg1\.0_([0-9A-Fa-f]{4})(001F|001E|0102)")
_UNICODE = "001F"


def read_msg(data: bytes, name: str, sha256: str, book: RuleBook) -> Source:
    """The message of a mail under its subject; see ``Mail``.

    Raises:
        EmptyFile: neither subject nor message. UnreadableFile: damaged.
        UnknownEncoding: its bytes are no text.
    """
    try:
        streams = streams_where(data, _is_wanted)
    except Damaged as error:
        raise UnreadableFile(name, reason="MSG 结构已损坏") from error
    words: dict[tuple[str, str], str] = {}
    for path, content in streams.items():
        match = _PROPERTY.fullmatch(path)
        if match:
            words.setdefault((match[1] or "", match[2]), _decoded(content, match[3], name))
    folders = sorted({folder for folder, _ in words if folder})
    attached = [words.get((at, _LONG_NAME)) or words.get((at, _SHORT_NAME)) or at for at in folders]
    subject, plain, page = (words.get(("", kind), "") for kind in (_SUBJECT, _BODY, _PAGE))
    mail = Mail(subject, plain, page, tuple(attached))
    return source_of(mail, name, "msg", sha256, book)


def _is_wanted(path: str) -> bool:
    match = _PROPERTY.fullmatch(path)
    return match is not None and match[2] in ((_LONG_NAME, _SHORT_NAME) if match[1] else (_SUBJECT, _BODY, _PAGE))


def _decoded(content: bytes, kind: str, name: str) -> str:
    if kind == _UNICODE:
        return content.decode("utf-16-le", "replace").replace("\0", "")
    return decode(content, name).text if content.strip(b"\0 \r\n") else ""
