"""Small PDFs drawn line by line, for tests that need exactly one construction; the font needs no file."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, TypeAlias

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extractor.ingest.pdf.file import read_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from extractor.model.source import Source

FONT = "STSong-Light"
SIZE = 16  # points, as 三号 in notices
LEFT, RIGHT = 80, 80 + 28 * SIZE  # margins with room for 28 characters
PITCH = 28
TOP = 760
Drawing: TypeAlias = "Callable[[Canvas], None]"


def pdf(*pages: Drawing, wide: bool = False, encrypt: str | None = None) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=landscape(A4) if wide else A4, encrypt=encrypt, invariant=1)
    for page in pages:
        canvas.setFont(FONT, SIZE)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def read(*pages: Drawing, wide: bool = False) -> Source:
    return read_pdf(pdf(*pages, wide=wide), "通知.pdf", "0" * 64)


def lines(*pages: Drawing, wide: bool = False) -> list[str]:
    return read(*pages, wide=wide).text.splitlines()


def text(canvas: Canvas, x: float, y: float, words: str, size: float = SIZE) -> None:
    canvas.setFont(FONT, size)
    canvas.drawString(x, y, words)


def centred(canvas: Canvas, y: float, words: str, size: float = SIZE) -> None:
    canvas.setFont(FONT, size)
    canvas.drawCentredString((LEFT + RIGHT) / 2, y, words)


def spaced(canvas: Canvas, at: tuple[float, float], words: str, step: float, size: float = SIZE) -> None:
    for index, character in enumerate(words):
        text(canvas, at[0] + index * step, at[1], character, size)


def body(*rows: str, top: float = TOP) -> Drawing:
    """Rows of text from the top; a row that begins with two wide blanks is moved in, as first lines are."""

    def draw(canvas: Canvas) -> None:
        for index, row in enumerate(rows):
            words = row.lstrip("\u3000")
            text(canvas, LEFT + (len(row) - len(words)) * SIZE, top - index * PITCH, words)

    return draw


def both(*drawings: Drawing) -> Drawing:
    def draw(canvas: Canvas) -> None:
        for drawing in drawings:
            drawing(canvas)

    return draw


def wrapped(paragraph: str, width: int = 28) -> list[str]:
    """A paragraph as the printer breaks it: two characters moved in, ``width`` characters a line."""
    whole = "\u3000\u3000" + paragraph
    return [whole[start : start + width] for start in range(0, len(whole), width)]


def grid(
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    *,
    top: float = TOP,
    height: float = 30,
    merged: Sequence[tuple[int, int]] = (),
) -> Drawing:
    """A ruled table; ``merged``: (row, column) without an upper border; a line break breaks a cell."""

    def draw(canvas: Canvas) -> None:
        edges = [LEFT + sum(widths[:index]) for index in range(len(widths) + 1)]
        bottom = top - len(rows) * height
        for x in edges:
            canvas.line(x, bottom, x, top)
        canvas.line(edges[0], bottom, edges[-1], bottom)
        for row, cells in enumerate(rows):
            y = top - row * height
            for column, words in enumerate(cells):
                if (row, column) not in merged:
                    canvas.line(edges[column], y, edges[column + 1], y)
                for index, part in enumerate(words.split("\n")):
                    text(canvas, edges[column] + 4, y - 13 - index * 13, part, 10)

    return draw
