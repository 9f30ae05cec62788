"""Recognised lines become a page, as characters of a PDF do: rows, tables, and how sure each line is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.ingest.pdf.drawing import Stroke
from extractor.ingest.pdf.glyphs import Glyph, rows_of
from extractor.ingest.pdf.page import Page, arranged
from extractor.ingest.pdf.pdfium import Box
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from extractor.ingest.ocr.piece import Corners, Piece

_NUMBER = own(r"[-—–－_一]{1,2} ?\d{1,4} ?[-—–－_一]{1,2}")
_PERIOD = own(r"(?<=[年月日\d])一(?=\d{1,4}[年月日时])")
_DASHES = str.maketrans("-–－_一", "—————")
Ruled = tuple[float, float, float, float]


def page_of(
    pieces: Sequence[Piece], frame: Box, pixels: tuple[int, int], number: int, ruled: Callable[[], Iterable[Ruled]]
) -> Page:
    """The page that ``pieces`` stand on; ``pixels`` is the size of the picture that fills ``frame``.

    ``ruled`` gives the ruled lines in pixels, asked for only where there may be a table.
    """
    scale = (frame.right - frame.left) / pixels[0]
    pieces = [_with_dates(piece) for piece in pieces]
    lines = [_glyphs(_with_dashes(piece), scale, frame) for piece in pieces]
    rows = rows_of(lines, number)
    items = arranged(rows, rows.rows, lambda: [[_stroke(line, scale, frame)] for line in ruled()])
    scores = tuple((piece.text, piece.score) for piece in pieces)
    return Page(number, frame, items, scores=scores)


def _with_dashes(piece: Piece) -> Piece:
    """A page number between dashes, ``一3一``, as it was printed: ``—3—``."""
    if not _NUMBER.fullmatch(piece.text):
        return piece
    characters = tuple(replace(one, text=one.text.translate(_DASHES)) for one in piece.characters)
    return replace(piece, characters=characters)


def _with_dates(piece: Piece) -> Piece:
    """The dash of a period, ``4月1日一4月5日``, as it was printed: ``4月1日—4月5日``."""
    places = {match.start() for match in _PERIOD.finditer("".join(one.text[:1] or " " for one in piece.characters))}
    if not places:
        return piece
    marked = enumerate(piece.characters)
    characters = tuple(replace(one, text="—") if place in places else one for place, one in marked)
    return replace(piece, text=_PERIOD.sub("—", piece.text), characters=characters)


def _glyphs(piece: Piece, scale: float, frame: Box) -> list[Glyph]:
    return [Glyph(one.text, _box(one.corners, scale, frame), one.red) for one in piece.characters]


def _box(corners: Corners, scale: float, frame: Box) -> Box:
    xs = [frame.left + x * scale for x, _ in corners]
    ys = [frame.top - y * scale for _, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _stroke(line: Ruled, scale: float, frame: Box) -> Stroke:
    left, top, right, bottom = line
    start = (frame.left + left * scale, frame.top - top * scale)
    return Stroke(start, (frame.left + right * scale, frame.top - bottom * scale), inked=True)
