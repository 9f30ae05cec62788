"""The headers of a mail as a person reads them: subjects and names of files, in whatever way they are encoded."""

from __future__ import annotations

from email.errors import MessageError
from email.header import decode_header
from email.message import Message

_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030"}
_RAW = ("utf-8", "gb18030")
_LONGEST = 8000  # characters: the standard library needs minutes for megabytes of encoded words
_COMMON = "\u2000"  # Latin, Greek, Hebrew … letters stand before it, punctuation and Chinese behind
_ESCAPED = range(0xDC80, 0xDD00)  # what the parser makes of a byte that is no ASCII


def charset_of(stated: str | None) -> str:
    """The encoding to read with: what calls itself GB2312 holds characters of its successors."""
    small = (stated or "").lower()
    return _WIDER.get(small, small)


def subject(message: Message) -> str:
    """What a mail is about."""
    return decoded(raw_header(message, "Subject"))


def decoded(value: str) -> str:
    """A header with its encoded words undone: ``=?gb2312?B?...?=``."""
    found = []
    try:
        for words, encoding in decode_header(value):
            if isinstance(words, str):
                found.append(words)
            else:
                found.append(words.decode(charset_of(encoding or "utf-8"), "replace"))
    except (LookupError, ValueError, MessageError):
        return " ".join(value.split())
    return " ".join("".join(found).split())


def file_name(part: Message) -> str:
    """The name that a part gives its file; empty when it gives none.

    Programs write it as RFC 2231 says (``filename*=gbk''%CD%A8``), as encoded words, which no standard allows in
    this place, or as bare bytes of UTF-8 or GBK.
    """
    for field, parameter in (("Content-Disposition", "filename"), ("Content-Type", "name")):
        whole = Message()
        whole[field] = raw_header(part, field)
        stated = whole.get_param(parameter, None, field)
        if isinstance(stated, tuple):
            return " ".join(_of_bytes(stated[2], charset_of(stated[0])).split())
        if stated:
            return decoded(stated)
    return ""


def raw_header(message: Message, field: str) -> str:
    """A header as it stands in the file; bytes that none may have are read as UTF-8 or GBK."""
    stated = next((str(value) for known, value in message.raw_items() if known.lower() == field.lower()), "")
    stated = stated[:_LONGEST]
    if not any(sign in _ESCAPED for sign in map(ord, stated)):
        return stated
    return _of_bytes(stated.encode("utf-8", "surrogateescape").decode("latin-1"), "")


def _of_bytes(words: str, stated: str) -> str:
    """``words``, whose characters are bytes, read as the encoding that is ``stated``, or else as those in use.

    Two characters of GBK, 通知 among them, may by chance be two letters of UTF-8 that no notice has.
    """
    if any(sign > "\xff" for sign in words):
        return words  # read already
    data = words.encode("latin-1")
    for encoding in (stated, *_RAW) if stated else _RAW:
        try:
            found = data.decode(encoding)
        except (LookupError, ValueError):
            continue
        if stated or encoding != "utf-8" or not any("\x80" <= sign < _COMMON for sign in found):
            return found
    return words
