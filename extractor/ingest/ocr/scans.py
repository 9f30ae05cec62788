"""The scanned pages of a PDF: drawn as pictures and recognised; pages with text of their own are left alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.ingest import limits
from extractor.ingest.ocr.engine import is_installed
from extractor.ingest.ocr.page import page_of
from extractor.ingest.ocr.picture import see
from extractor.ingest.ocr.rulings import ruled_lines
from extractor.ingest.pdf.page import SCAN
from extractor.ingest.pdf.pdfium import Box
from extractor.ingest.pulse import may_go_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.ingest.ocr.piece import Piece
    from extractor.ingest.ocr.pixels import Pixels
    from extractor.ingest.pdf.page import Page
    from extractor.ingest.pdf.pdfium import PdfFile

LONGEST_SIDE = 2000
"""Pixels of a page's longer side: 170 to the inch on A4, beyond which recognition gains nothing."""


_UNLIKELY, _FEW = 0.7, 3


def with_scans_read(document: PdfFile, pages: Sequence[Page]) -> list[Page]:
    """``pages``, those that are pictures recognised; as they are where the extra is not installed.

    Those for which there is no time any more are marked as ``missed``.
    """
    if not is_installed():
        return list(pages)
    stamps = Counter(_words(page) for page in pages if page.picture)
    scanned = [page for page in pages if _is_scanned(page, stamps)]
    left = most = min(len(scanned), limits.MAX_RECOGNISED_PAGES)
    found = []
    for index, page in enumerate(pages):
        stamp = _words(page) if stamps[_words(page)] > 1 else ""
        if not _is_scanned(page, stamps):
            found.append(page)
        elif left and may_go_on(most):
            left -= 1
            found.append(_read(document, index, page, stamp))
        else:
            left = 0
            found.append(replace(page, missed=True))
    return found


def _is_scanned(page: Page, stamps: Counter[str]) -> bool:
    """Whether a page is a picture without text of its own, but for a stamp that others have, too."""
    return page.picture and (page.characters < SCAN or stamps[_words(page)] > 1)


def _words(page: Page) -> str:
    """The text of a page, blanks aside; on several pictures alike it is a stamp or a watermark."""
    return "".join("".join(line.text.split()) for line in page.lines)


def _read(document: PdfFile, index: int, page: Page, stamp: str) -> Page:
    opened = document.page(index)
    if opened is None:
        return page
    try:
        pixels = opened.pixels(LONGEST_SIDE)
    finally:
        opened.close()
    return read_picture(pixels, page, stamp) or page


def read_picture(pixels: Pixels, page: Page, stamp: str = "") -> Page | None:
    """``page`` with what is read in its picture, ``stamp`` aside; None when that is nothing."""
    seen = see(pixels)
    pieces = [piece for piece in seen.pieces if not _is_stamp(piece, stamp) and not _is_speck(piece)]
    if not pieces:
        return None
    frame = _frame(page.frame, seen.width, seen.height)
    size = (seen.width, seen.height)
    found = page_of(pieces, frame, size, page.number, lambda: ruled_lines(seen.pixels, seen.angle))
    aslant = page.aslant + len(seen.pieces) - len(pieces)
    return replace(found, aslant=aslant, opens=page.opens, turns=seen.turns, slant=seen.angle)


def _is_stamp(piece: Piece, stamp: str) -> bool:
    return "".join(piece.text.split()) in stamp


def _is_speck(piece: Piece) -> bool:
    """A badge, a square code or a stroke of a pen that was taken for a character or two; no page number."""
    return piece.score < _UNLIKELY and len(piece.text) <= _FEW and not any("0" <= one <= "9" for one in piece.text[1:])


def _frame(frame: Box, width: int, height: int) -> Box:
    """A frame as large as ``frame`` in the shape of the picture, which may have been turned."""
    longer = max(frame.right - frame.left, frame.top - frame.bottom)
    scale = longer / max(width, height)
    return Box(0.0, 0.0, width * scale, height * scale)
