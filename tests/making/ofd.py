"""An OFD as converters make one of a PDF: each character an object where it stands, each straight line a path."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

from extractor.ingest.pdf.drawing import strokes
from extractor.ingest.pdf.page import MOST_PATHS
from extractor.ingest.pdf.pdfium import PdfFile, raw
from tests.ingest.ofd_files import document, package, page, path, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.ingest.pdf.drawing import Stroke
    from extractor.ingest.pdf.pdfium import PdfPage

_MILLIMETRE = 25.4 / 72  # of a point
_BASELINE = 0.86  # of the size: how far the baseline lies below the top


def ofd_of_pdf(data: bytes) -> bytes:
    """The same pages as an OFD."""
    drawn, size = [], ""
    with PdfFile(data, "made.pdf") as opened:
        for index in range(len(opened)):
            one = opened.page(index)
            assert one
            size = f"0 0 {one.width * _MILLIMETRE:.2f} {one.height * _MILLIMETRE:.2f}"
            drawn.append(page("".join((*_letters(one), *_lines(one))), box=size))
            one.close()
    return package(*drawn, more={"Doc_0/Document.xml": document(len(drawn), box=size)})


def _letters(one: PdfPage) -> Iterator[str]:
    for index, letter in enumerate(one.text):
        if not letter.isspace() and letter.isprintable():
            x, y, size = (value * _MILLIMETRE for value in _origin(one, index))
            yield text(letter, round(x, 2), round(y - _BASELINE * size, 2), round(size, 2))


def _origin(one: PdfPage, index: int) -> tuple[float, float, float]:
    """Where a character stands on its line, from the left and from the top, and the size of its font."""
    across, up = ctypes.c_double(), ctypes.c_double()
    characters = one._characters  # noqa: SLF001 - the reader needs no origins
    raw.FPDFText_GetCharOrigin(characters, index, across, up)
    return across.value, one.height - up.value, float(raw.FPDFText_GetFontSize(characters, index))


def _lines(one: PdfPage) -> Iterator[str]:
    for each in strokes(one, MOST_PATHS):
        yield from (_line(one, stroke) for stroke in each)


def _line(one: PdfPage, stroke: Stroke) -> str:
    (left, top), (right, bottom) = (
        (x * _MILLIMETRE, (one.height - y) * _MILLIMETRE) for x, y in (stroke.start, stroke.end)
    )
    filled = {} if stroke.inked else {"Stroke": "false", "Fill": "true"}
    return path(f"M {left:.2f} {top:.2f} L {right:.2f} {bottom:.2f}", **filled)
