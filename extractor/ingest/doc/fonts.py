"""The fonts of a document (SttbfFfn), for signs that only a symbol font shows. Source: [MS-DOC] 2.9.280."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.ingest.doc.header import Header
    from extractor.ingest.doc.octets import Octets

_FONTS = 15
_NAME = 39  # bytes before the name in one entry, [MS-DOC] 2.9.87


def read_fonts(header: Header) -> tuple[str, ...]:
    """The names of the fonts by their index.

    Raises:
        Damaged: the table is cut off.
    """
    table = header.part(_FONTS, "字体表")
    return tuple(_names(table)) if table.data else ()


def _names(table: Octets) -> list[str]:
    at, names = 4, []
    for _ in range(table.word(0)):
        size = table.byte(at)
        entry = table.slice(at + 1, size)
        names.append(entry[_NAME:].decode("utf-16-le", "replace").partition("\0")[0])
        at += 1 + size
    return names
