"""A page as a picture, to be looked at beside its text; for files whose pages are printed."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from extractor.ingest.identify import identify

if TYPE_CHECKING:
    from extractor.ingest.pdf.pdfium import Picture

LONGEST = 1500
"""Pixels of the longer side: sharp where half a screen shows the page."""
_FAST = 1  # deflate level
_DEPTH, _RGB = 8, 2
_CHANNELS = 3


def page_picture(data: bytes, name: str, number: int, turns: int) -> bytes:
    """The page of that number as PNG, as its lines were read: see ``Sheet``. Empty when there is no such page.

    PDFium may be used by one thread at a time only.

    Raises:
        UnreadableFile, EncryptedFile, LimitExceeded, UnsupportedFormat: as when the file is read.
    """
    kind = identify(data)
    found = _of_pdf(data, name, number, turns) if kind == "pdf" else None
    if kind == "image":
        from extractor.ingest.ocr.images import picture_of  # noqa: PLC0415 - only with the extra

        found = picture_of(data, name, number, turns)
    return png(found) if found else b""


def _of_pdf(data: bytes, name: str, number: int, turns: int) -> Picture | None:
    from extractor.ingest.pdf.pdfium import PdfFile  # noqa: PLC0415 - only for PDF

    with PdfFile(data, name) as document:
        page = document.page(number - 1) if 0 < number <= len(document) else None
        if page is None:
            return None
        try:
            return page.picture(LONGEST, turns)
        finally:
            page.close()


def png(picture: Picture) -> bytes:
    """The picture as a PNG file. Source: PNG (Third Edition), W3C, sections 5 and 11."""
    width = picture.width * _CHANNELS
    starts = range(0, picture.height * picture.stride, picture.stride)
    rows = b"".join(b"\0" + picture.rows[start : start + width] for start in starts)
    header = struct.pack(">IIBBBBB", picture.width, picture.height, _DEPTH, _RGB, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, _FAST)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
