"""Bytes of a text file become characters: by byte order mark, then strictly, and only then by guessing."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from extractor.model.errors import UnknownEncoding
from extractor.rules.pattern.own import own

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GB18030_MARK = b"\x84\x31\x95\x33"
_CHINESE = own(r"[\u2460-\u24ff\u3000-\u9fff\uff01-\uff5e]")
_COMMON_BIG5 = (0xA1, 0xC6)  # lead bytes of punctuation and of the 5401 common characters
_CONTROL = bytes((*range(9), *range(14, 27), *range(28, 32)))
_SAMPLE = 200_000
_PLAUSIBLE = 0.85  # texts in GB18030 lie above 0.97, Big5 or noise read as GB18030 below 0.7
_DAMAGE = 0.002  # share of bytes that may be broken: a file cut inside a character, a stray byte


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, the name of its encoding, and whether that was only a guess."""

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes, name: str) -> Decoded:
    """The characters of ``data``: UTF-8, GB18030 or UTF-16 for certain; Big5 and damaged files as a guess.

    Statistical detectors read short GBK notices as Korean; here GB18030 is taken when it decodes strictly and
    nearly all its characters are among the common ones (GB 2312).

    Raises:
        UnknownEncoding: the bytes are no text, or in an encoding notices do not come in.
    """
    decoded = _by_mark(data) or _utf16(data) or (None if _binary(data) else _strict(data) or _guess(data))
    if decoded is None:
        raise UnknownEncoding(name)
    return decoded


def _by_mark(data: bytes) -> Decoded | None:
    if data.startswith(_GB18030_MARK):
        return _tolerant(data[len(_GB18030_MARK) :], "gb18030")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _tolerant(data[len(mark) :], encoding)
    return None


def _strict(data: bytes) -> Decoded | None:
    """UTF-8, else GB18030. A short GBK text may happen to be valid UTF-8, but then holds nothing Chinese."""
    utf8 = _decoded(data, "utf-8")
    if utf8 is not None and (data.isascii() or _CHINESE.search(utf8)):
        return Decoded(utf8, "utf-8")
    gb18030 = _decoded(data, "gb18030")
    if gb18030 is not None and _CHINESE.search(gb18030) and _commonness(gb18030, "gb2312") >= _PLAUSIBLE:
        return Decoded(gb18030, "gb18030")
    return Decoded(utf8, "utf-8") if utf8 is not None else None


def _guess(data: bytes) -> Decoded | None:
    """Big5, or UTF-8 and GB18030 with a few broken bytes; traditional characters in GBK last."""
    big5 = _decoded(data, "cp950")
    if big5 is not None and _CHINESE.search(big5) and _reads_as_big5(data):
        return Decoded(big5, "big5", guessed=True)
    for encoding in ("utf-8", "gb18030"):
        damaged = _tolerant(data, encoding)
        if damaged and _CHINESE.search(damaged.text) and _commonness(damaged.text, "gbk") >= _PLAUSIBLE:
            return Decoded(damaged.text, encoding, guessed=True)
    return None


def _reads_as_big5(data: bytes) -> bool:
    """Whether most characters are among the common ones of Big5, or punctuation."""
    pairs = re.findall(rb"[\x81-\xfe][\x40-\x7e\xa1-\xfe]", data[:_SAMPLE])
    common = sum(_COMMON_BIG5[0] <= pair[0] <= _COMMON_BIG5[1] for pair in pairs)
    return bool(common >= _PLAUSIBLE * len(pairs))


def _utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark, only when clear: one byte of every line break and digit is zero."""
    sample = data[:_SAMPLE]
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or min(low, high) * 20 > max(low, high) or max(low, high) * 100 < len(sample):
        return None
    encoding = "utf-16-le" if high > low else "utf-16-be"
    text = _decoded(data, encoding)
    if text is None or "\0" in text or _commonness(text, "gbk") < _PLAUSIBLE:
        return None
    return Decoded(text, encoding, guessed=True)


def _binary(data: bytes) -> bool:
    """Whether there are more zero bytes and control characters than a damaged text has."""
    sample = data.rstrip(b"\0")[:_SAMPLE]
    odd = len(sample) - len(sample.translate(None, _CONTROL))
    return odd > max(2, len(sample) * _DAMAGE)


def _commonness(text: str, charset: str) -> float:
    """The share of the text's non-ASCII characters that ``charset`` has."""
    special = re.sub(r"[\x00-\x7f]+", "", text[:_SAMPLE])
    known = special.encode(charset, "ignore").decode(charset)
    return len(known) / len(special) if special else 1.0


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _tolerant(data: bytes, encoding: str) -> Decoded | None:
    """``data`` with broken bytes shown as U+FFFD; None when more than a few are broken."""
    text = data.decode(encoding, "replace")
    broken = sum(text.count(character) for character in "\ufffd\uffff\0")
    return Decoded(text, encoding, broken > 0) if broken <= max(1, len(text) * _DAMAGE) else None
