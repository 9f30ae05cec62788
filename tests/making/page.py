"""A notice's paragraphs laid out as pages of a PDF, as GB/T 9704 measures them: 22 lines of 28 characters."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.making.labels import labelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FONT, SIZE, LEADING = "STSong-Light", 16, 29.0
CHARACTERS, LINES = 28, 22
LEFT, TOP = 74.0, A4[1] - 120.0
_NUMBER = "[〇一二三四五六七八九十0-9 ]"
_DATE = re.compile(f"{_NUMBER}{{4,6}}年{_NUMBER}{{1,4}}月{_NUMBER}{{1,4}}日")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line and how far its left edge stands from the margin, in characters."""

    words: str
    indent: float


def pdf(paragraphs: Sequence[str]) -> bytes:
    """The pages as a PDF with a text layer; its font is one that every reader of PDF brings along."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    lines = [line for paragraph in laid_out(paragraphs) for line in paragraph]
    for first in range(0, len(lines), LINES):
        _print(canvas, lines[first : first + LINES], first // LINES + 1)
    canvas.save()
    return buffer.getvalue()


class Standing(Enum):
    """Where a paragraph stands on its page: a head in the middle, an address flush, a signature to the right."""

    CENTRED = "centred"
    FLUSH = "flush"
    INDENTED = "indented"
    SIGNED = "signed"


def standing(paragraphs: Sequence[str]) -> Iterator[Standing]:
    """How each paragraph of a notice is set."""
    body = False
    for number, words in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else ""
        dated = bool(_DATE.fullmatch(words))
        if dated or (body and _DATE.fullmatch(following) and _short(words)):
            yield Standing.SIGNED
        elif _short(words):
            yield Standing.CENTRED
        else:
            yield Standing.FLUSH if not body and words.endswith("：") else Standing.INDENTED
        body = (body or words.endswith("：")) and not dated


def laid_out(paragraphs: Sequence[str]) -> Iterator[list[Line]]:
    """Every paragraph broken into lines: heads centred, signatures to the right, the rest indented by two."""
    for words, stands in zip(paragraphs, standing(paragraphs), strict=True):
        if stands is Standing.SIGNED:
            yield [Line(words, CHARACTERS - 4 - width(words))]
        elif stands is Standing.CENTRED:
            yield [Line(part, (CHARACTERS - width(part)) / 2) for part in broken(words, 0)]
        else:
            yield list(_flowing(words, 0 if stands is Standing.FLUSH else 2))


def _short(words: str) -> bool:
    running = re.search("[。；：]|，$", words) or labelled(words).shape
    return not running and width(words) <= 2 * CHARACTERS


def _flowing(words: str, indent: int) -> Iterator[Line]:
    for number, part in enumerate(broken(words, indent)):
        yield Line(part, 0 if number else indent)


def width(words: str) -> float:
    """The printed width in Chinese characters; ASCII takes half of one."""
    return sum(0.5 if character.isascii() else 1.0 for character in words)


def broken(words: str, indent: int) -> Iterator[str]:
    """``words`` cut into lines of the measure; closing marks hang over rather than begin a line."""
    line, room = "", float(CHARACTERS - indent)
    for character in words:
        if room < width(character) and not _hangs(character):
            yield line
            line, room = "", float(CHARACTERS)
        line += character
        room -= width(character)
    if line:
        yield line


def _hangs(mark: str) -> bool:
    return mark in "，。、；：！？" or unicodedata.category(mark) in {"Pe", "Pf"}


def _print(canvas: Canvas, lines: Sequence[Line], page: int) -> None:
    canvas.setFont(FONT, SIZE)
    for number, line in enumerate(lines):
        canvas.drawString(LEFT + line.indent * SIZE, TOP - number * LEADING, line.words)
    canvas.setFont(FONT, 14)
    canvas.drawCentredString(A4[0] / 2, 60, f"— {page} —")
    canvas.showPage()
