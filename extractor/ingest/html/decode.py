"""Bytes of a web page become characters: what they are counts for more than what the page says they are."""

from __future__ import annotations

import codecs
import re

from extractor.ingest.plain.encoding import Decoded, decode
from extractor.model.errors import UnknownEncoding
from extractor.rules.pattern.own import own

_HEAD = 8192
_STATED = re.compile(
    rb"(?:charset|encoding|codepage) {0,4}= {0,4}[\"']? {0,4}([A-Za-z0-9_-]{2,20})", re.IGNORECASE
)
_NAMES = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "gb18030": "gb18030", "936": "gb18030",
    "big5": "cp950", "big5-hkscs": "big5hkscs", "950": "cp950", "65001": "utf-8",
    "unicode": "utf-8", "utf8": "utf-8",
}  # fmt: skip
_HAN = own("[\u4e00-\u9fff]")
_BROKEN = 0.02  # share of characters that may be unreadable in a page that states its encoding


def decode_page(data: bytes, name: str, stated: str = "") -> Decoded:
    """The characters of a page. ``stated`` is the encoding that the wrapping file (MHTML) gives for it.

    Byte order marks, strict UTF-8 and strict GB18030 come first, since the ``charset`` of a copied page is
    often that of another page. What the page states decides where the bytes alone leave a doubt: Big5,
    traditional characters in GBK, broken bytes.

    Raises:
        UnknownEncoding: no text, neither by its bytes nor by what it states.
    """
    encoding = _codec(stated) or _codec(_in_page(data))
    try:
        decoded = decode(data, name)
    except UnknownEncoding:
        decoded = Decoded("", "", guessed=True)
    if not decoded.guessed:
        return decoded
    found = (_as_stated(data, encoding) if encoding else None) or decoded
    if not found.encoding:
        raise UnknownEncoding(name)
    return found


def _in_page(data: bytes) -> str:
    """The name after ``charset=``, ``encoding=`` or ``CODEPAGE=`` near the top, empty when there is none."""
    match = _STATED.search(data[:_HEAD])
    return match[1].decode("ascii") if match else ""


def _codec(stated: str) -> str:
    """Python's name for a stated encoding; empty for one that is unknown or no encoding of text."""
    name = stated.strip().lower()
    try:
        info = codecs.lookup(_NAMES.get(name, name)) if name else None
    except (LookupError, ValueError):
        return ""
    # Such as base64 are codecs, too, but of bytes.
    return info.name if info is not None and getattr(info, "_is_text_encoding", True) else ""


def _as_stated(data: bytes, encoding: str) -> Decoded | None:
    """The page read as it says; None when that gives no Chinese, or more than a few unreadable characters."""
    text = data.decode(encoding, "replace")
    broken = text.count("\ufffd")
    if not _HAN.search(text) or broken > _BROKEN * len(text):
        return None
    return Decoded(text, encoding, guessed=broken > 0)
