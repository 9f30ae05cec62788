"""MSG → Source: the message of a mail as Outlook stores it, a compound file with a stream for each property.

Source: [MS-OXMSG] 2.2 (properties and attachments), [MS-OXPROPS].
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from extractor.ingest.doc.container import streams_where
from extractor.ingest.doc.octets import Damaged
from extractor.ingest.mail.attached import Attached, plain_name
from extractor.ingest.mail.mail import Mail, source_of
from extractor.ingest.plain.encoding import decode
from extractor.model.errors import UnreadableFile
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.model.source import Source
    from extractor.rules.book import RuleBook

_SUBJECT, _BODY, _PAGE, _LONG_NAME, _SHORT_NAME = "0037", "1000", "1013", "3707", "3704"
_SHOWN_NAME, _DATA, _SHOWN_IN_PAGE = "3001", "3701", "3712"
_PROPERTY = own(r"(?:(__attach_version1\.0_[^/]{1,20})/)?__substg1\.0_([0-9A-Fa-f]{4})(001F|001E|0102)")
_INSIDE = re.compile(r"(__attach_version1\.0_[^/]{1,20})/__substg1\.0_3701000D/.*", re.IGNORECASE | re.DOTALL)
_UNICODE, _BYTES = "001F", "0102"
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp")
_DEEP = 3
_MESSAGE = frozenset((_SUBJECT, _BODY, _PAGE))
_NAMES = (_LONG_NAME, _SHORT_NAME, _SHOWN_NAME)


def read_msg(data: bytes, name: str, sha256: str, book: RuleBook) -> Source:
    """The message of a mail under its subject; see ``Mail``.

    Raises:
        EmptyFile: neither subject nor message. UnreadableFile: damaged.
        UnknownEncoding: its bytes are no text.
    """
    try:
        streams = streams_where(data, lambda path: _is_property(path, _DATA))
    except Damaged as error:
        raise UnreadableFile(name, reason="MSG 结构已损坏") from error
    words = _words(streams, name)
    subject, plain, page = (words.get(("", kind), "") for kind in (_SUBJECT, _BODY, _PAGE))
    sealed = {found[1] for path in streams if (found := _INSIDE.fullmatch(path))}
    names = _attached_names(words)
    free = tuple(known for folder, known in names.items() if folder not in sealed)
    inside = tuple(known for folder, known in names.items() if folder in sealed)
    return source_of(Mail(subject, plain, page, free, inside), name, "msg", sha256, book)


def attached_to_msg(data: bytes) -> list[Attached]:
    """The files sent with a mail of Outlook; none of a damaged one."""
    try:
        streams = streams_where(data, _is_property)
    except Damaged:
        return []
    words = _words({path: content for path, content in streams.items() if not path.endswith(f"{_DATA}{_BYTES}")}, "")
    found = []
    for folder, known in _attached_names(words).items():
        content = streams.get(f"{folder}/__substg1.0_{_DATA}{_BYTES}")
        if content is not None:
            found.append(Attached(known, len(content), partial(bytes, content)))
    return found


def _attached_names(words: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """Folder of an attachment → its name; a picture that the page shows is no attachment."""
    folders = sorted({folder for folder, _ in words if folder})
    shown = {folder for folder in folders if words.get((folder, _SHOWN_IN_PAGE), "").strip()}
    named = {folder: next(filter(None, (words.get((folder, kind)) for kind in _NAMES)), "") for folder in folders}
    return {
        folder: plain_name(known, f"附件{number}")
        for number, (folder, known) in enumerate(named.items(), 1)
        if not (folder in shown and known.lower().endswith(_PICTURES))
    }


def _words(streams: Mapping[str, bytes], name: str) -> dict[tuple[str, str], str]:
    """Folder and kind of a property → its words."""
    words: dict[tuple[str, str], str] = {}
    for path, content in streams.items():
        match = _PROPERTY.fullmatch(path)
        if match:
            words.setdefault((match[1] or "", match[2]), _decoded(content, match[3], name))
        elif inside := _INSIDE.fullmatch(path):
            words.setdefault((inside[1], ""), "")
    return words


def _is_property(path: str, *left_out: str) -> bool:
    match = _PROPERTY.fullmatch(path)
    if match is None:
        return _INSIDE.fullmatch(path) is not None and path.count("/") < _DEEP
    wanted = {*_NAMES, _DATA, _SHOWN_IN_PAGE} if match[1] else _MESSAGE
    return match[2] in wanted and match[2] not in left_out


def _decoded(content: bytes, kind: str, name: str) -> str:
    if kind == _UNICODE:
        return content.decode("utf-16-le", "replace").replace("\0", "")
    return decode(content, name).text if content.strip(b"\0 \r\n") else ""
