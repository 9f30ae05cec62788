"""The piece table: where in the file the characters lie, in which width, and how fast saving changed them.

A *character place* (``cp``) counts UTF-16 units over all stories; a *file place* (``fc``) is an offset in the
main stream, by which properties are kept. Source: [MS-DOC] 2.4.1, 2.8.35.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.ingest.doc.octets import Damaged, Octets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.ingest.doc.header import Header

_CLX = 33
_GROUP, _TABLE = 1, 2
_NARROW, _OFFSET = 0x40000000, 0x3FFFFFFF
_PIECE = 8
# Prm0: one byte stands for one change. Only those that matter here, [MS-DOC] 2.9.214.
_SHORT = {
    0x09: 0x2407, 0x0C: 0x260A, 0x18: 0x2416, 0x19: 0x2417, 0x41: 0x0800, 0x42: 0x0801, 0x5C: 0x083C,
}  # fmt: skip
_ANSI = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters ``start`` to ``end``; ``text`` has one character a UTF-16 unit, ``changes`` come on top."""

    start: int
    end: int
    offset: int
    width: int
    text: str
    changes: bytes = b""

    def file_place(self, cp: int) -> int:
        """Where in the main stream the character ``cp`` lies."""
        return self.offset + (cp - self.start) * self.width

    def character_place(self, fc: int) -> int:
        """The character at the file place ``fc``, or the next."""
        return self.start + -(-(fc - self.offset) // self.width)


@dataclass(frozen=True, slots=True)
class Pieces:
    """All pieces in the order of the text, without gaps."""

    found: Sequence[Piece]

    def at(self, cp: int) -> Piece:
        """The piece that holds the character ``cp``."""
        index = bisect_right(self.found, cp, key=lambda piece: piece.start) - 1
        if index < 0 or cp >= self.found[index].end:
            what = "片段表（CLX）"
            raise Damaged(what)
        return self.found[index]

    def between(self, start: int, end: int) -> Iterator[tuple[Piece, int, int]]:
        """The pieces that characters ``start`` to ``end`` lie in, and from where to where in each."""
        while start < end:
            piece = self.at(start)
            stop = min(end, piece.end)
            yield piece, start, stop
            start = stop

    def text(self, start: int, end: int) -> str:
        """The characters ``start`` to ``end``, one a UTF-16 unit."""
        parts = self.between(start, end)
        return "".join(piece.text[begin - piece.start : stop - piece.start] for piece, begin, stop in parts)


def read_pieces(header: Header) -> Pieces:
    """The pieces of the document.

    Raises:
        Damaged: there are none, or they lie beyond the end of the file.
    """
    clx = header.part(_CLX, "片段表（CLX）")
    groups: list[bytes] = []
    at = 0
    while clx.byte(at) == _GROUP:
        size = clx.word(at + 1)
        groups.append(clx.slice(at + 3, size))
        at += 3 + size
    if clx.byte(at) != _TABLE:
        raise Damaged(clx.what)
    table = Octets(clx.slice(at + 5, clx.long(at + 1)), clx.what)
    found = list(_pieces(header, table, groups))
    if not found or found[-1].end < header.body[1]:
        raise Damaged(clx.what)
    return Pieces(found)


def _pieces(header: Header, table: Octets, groups: Sequence[bytes]) -> Iterator[Piece]:
    """The pieces up to the end of the last story that is read."""
    last = 0
    for start, end, entry in table.plc(_PIECE):
        if start >= header.needed:
            return
        if start != last or end <= start:
            raise Damaged(table.what)
        place, change = int.from_bytes(entry[2:6], "little"), int.from_bytes(entry[6:8], "little")
        width = 1 if place & _NARROW else 2
        offset = (place & _OFFSET) // (3 - width)
        stored = Octets(header.main, "正文").slice(offset, (end - start) * width)
        yield Piece(start, end, offset, width, _decoded(stored, width), _changes(change, groups))
        last = end


def _decoded(stored: bytes, width: int) -> str:
    """The characters of a piece; those outside the basic plane stay two, so that places keep counting units."""
    if width == 1:
        return stored.decode("latin-1").translate(_ANSI)
    text = stored.decode("utf-16-le", "surrogatepass")
    if 2 * len(text) == len(stored):
        return text
    return "".join(chr(unit) for (unit,) in struct.iter_unpack("<H", stored))


def _changes(change: int, groups: Sequence[bytes]) -> bytes:
    """What fast saving changed in a whole piece (Prm): one of the groups, or a single short change."""
    if change & 1:
        return groups[change >> 1] if change >> 1 < len(groups) else b""
    code = _SHORT.get(change >> 1 & 0x7F)
    return code.to_bytes(2, "little") + bytes([change >> 8]) if code else b""
