"""One page of an OFD, read like one of a PDF: rows of runs, ruled tables, and whether it is a picture."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from extractor.ingest.ofd.drawing import Drawing
from extractor.ingest.ofd.geometry import Matrix, around, upright
from extractor.ingest.pdf.drawing import Stroke
from extractor.ingest.pdf.glyphs import rows_of
from extractor.ingest.pdf.page import MOST_PATHS, Page, arranged, is_picture, is_scarce

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extractor.ingest.ofd.document import PageParts, Resources
    from extractor.ingest.ofd.drawing import Budget
    from extractor.ingest.ofd.glyphs import TextLine
    from extractor.ingest.pdf.columns import Columns
    from extractor.ingest.pdf.glyphs import Glyph
    from extractor.ingest.pdf.pdfium import Box

_TURNS = (Matrix(), Matrix(0, 1, -1, 0), Matrix(-1, 0, 0, -1), Matrix(0, -1, 1, 0))
"""By quarter turns: what brings a page upright whose text runs that way."""


def read_page(
    parts: PageParts, resources: Resources, number: int, budget: Budget, columns: Columns
) -> tuple[Page, int, str]:
    """The page in reading order, how many text codes on it are hidden and left out, and its largest picture.

    Where nothing but hidden text stands over a picture, that is a scan with its text layer, which is read.
    """
    matrix = upright(parts.area)
    drawing = Drawing(resources, budget)
    for content in parts.contents:
        drawing.draw(content, matrix)
    lines, hidden = (drawing.lines, len(drawing.hidden)) if drawing.lines else (drawing.hidden, 0)
    turns = _usual_turns(lines)
    rows = rows_of(_glyphs(lines, turns), number)
    paths = drawing.paths if len(drawing.paths) <= MOST_PATHS else []
    items = arranged(rows, rows.rows, lambda: _turned(paths, turns), columns)
    share = drawing.pictures / (parts.area[2] * parts.area[3])
    picture = is_scarce(len(rows.boxes), items) and is_picture(share, lambda: len(drawing.paths))
    frame = _turned_box(around(matrix, *_corners(parts)), turns)
    aslant = sum(line.turns is None for line in lines)
    return Page(number, frame, items, aslant, picture), hidden, drawing.largest[1]


def _corners(parts: PageParts) -> tuple[float, float, float, float]:
    left, top, width, height = parts.area
    return left, top, left + width, top + height


def _usual_turns(lines: Iterable[TextLine]) -> int:
    """In how many quarter turns most of the text runs."""
    lengths = Counter[int]()
    for line in lines:
        if line.turns is not None:
            lengths[line.turns] += len(line.glyphs)
    return lengths.most_common(1)[0][0] if lengths else 0


def _glyphs(lines: Iterable[TextLine], turns: int) -> Iterable[Sequence[Glyph]]:
    """The glyphs of every line that does not stand aslant, on the upright page."""
    for line in lines:
        if line.turns is not None:
            yield [glyph._replace(box=_turned_box(glyph.box, turns)) for glyph in line.glyphs]


def _turned_box(box: Box, turns: int) -> Box:
    return around(_TURNS[turns], box.left, box.bottom, box.right, box.top) if turns else box


def _turned(paths: list[list[Stroke]], turns: int) -> list[list[Stroke]]:
    point = _TURNS[turns].point
    return [[Stroke(point(*start), point(*end), inked) for start, end, inked in path] for path in paths]
