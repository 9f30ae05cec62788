"""An OFD as converters make one of a PDF: each character an object where it stands, each straight line a path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.ingest.pdf.drawing import strokes
from extractor.ingest.pdf.page import MOST_PATHS
from extractor.ingest.pdf.pdfium import PdfFile
from tests.ingest.ofd_files import document, package, page, path, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.ingest.pdf.drawing import Stroke
    from extractor.ingest.pdf.pdfium import PdfPage

_MILLIMETRE = 25.4 / 72  # of a point


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
            box = one.box(index)
            size = round((box.top - box.bottom) * _MILLIMETRE, 2)
            x, y = box.left * _MILLIMETRE, (one.height - box.top) * _MILLIMETRE
            yield text(letter, round(x, 2), round(y, 2), size)


def _lines(one: PdfPage) -> Iterator[str]:
    for each in strokes(one, MOST_PATHS):
        yield from (_line(one, stroke) for stroke in each)


def _line(one: PdfPage, stroke: Stroke) -> str:
    (left, top), (right, bottom) = (
        (x * _MILLIMETRE, (one.height - y) * _MILLIMETRE) for x, y in (stroke.start, stroke.end)
    )
    filled = {} if stroke.inked else {"Stroke": "false", "Fill": "true"}
    return path(f"M {left:.2f} {top:.2f} L {right:.2f} {bottom:.2f}", **filled)
