"""What is drawn on a page besides its characters: straight lines, and how much of it pictures cover."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from extractor.ingest.pdf.pdfium import Handle, PdfPage, raw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Point: TypeAlias = tuple[float, float]
_Matrices: TypeAlias = tuple[Handle, ...]
_MAX_DEPTH = 8  # forms inside forms
_MAX_PIECES = 4000  # a path of more is a drawing, no ruling


class Stroke(NamedTuple):
    """A straight line from ``start`` to ``end`` in points of the upright page.

    ``inked`` when it is drawn as a line. The edge of a filled area is not inked:
    only a very thin area looks like a line.
    """

    start: Point
    end: Point
    inked: bool


def strokes(page: PdfPage, most: int) -> list[list[Stroke]]:
    """The straight pieces of every path on the page, one list a path, also of those inside forms.

    None at all where there are more than ``most`` paths, which is a picture.
    """
    paths = list(_objects(page, raw.FPDF_PAGEOBJ_PATH))
    return [_strokes_of(page, item, matrices) for item, matrices in paths] if len(paths) <= most else []


def count_paths(page: PdfPage) -> int:
    """How many paths the page draws: some thousand where every character is drawn as an outline."""
    return sum(1 for _ in _objects(page, raw.FPDF_PAGEOBJ_PATH))


def picture_share(page: PdfPage) -> float:
    """How much of the page its pictures cover, from 0 to 1."""
    area = page.width * page.height
    covered = sum(_area(item) for item, _ in _objects(page, raw.FPDF_PAGEOBJ_IMAGE))
    return min(1.0, covered / area) if area else 0.0


def _area(item: Handle) -> float:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    return float((right.value - left.value) * (top.value - bottom.value))


def _objects(page: PdfPage, kind: int) -> Iterator[tuple[Handle, _Matrices]]:
    """The objects of one kind with the matrices of the forms around them, innermost first."""
    handle = page.handle
    items = (raw.FPDFPage_GetObject(handle, index) for index in range(raw.FPDFPage_CountObjects(handle)))
    return _of_kind(items, kind, ())


def _of_kind(items: Iterable[Handle], kind: int, around: _Matrices) -> Iterator[tuple[Handle, _Matrices]]:
    kind_of = raw.FPDFPageObj_GetType
    for item in items:
        found = kind_of(item)
        if found == kind:
            yield item, around
        elif found == raw.FPDF_PAGEOBJ_FORM and len(around) < _MAX_DEPTH:
            count = raw.FPDFFormObj_CountObjects(item)
            inside = (raw.FPDFFormObj_GetObject(item, index) for index in range(count))
            yield from _of_kind(inside, kind, (_matrix(item), *around))


def _strokes_of(page: PdfPage, item: Handle, around: _Matrices) -> list[Stroke]:
    fill, drawn = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, drawn)
    matrices = (_matrix(item), *around)
    upright, inked = page.upright_point, bool(drawn.value)
    return [
        Stroke(upright(*_placed(start, matrices)), upright(*_placed(end, matrices)), inked)
        for start, end in _pieces(item)
    ]


def _matrix(item: Handle) -> Handle:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, matrix)
    return matrix


def _placed(point: Point, matrices: _Matrices) -> Point:
    x, y = point
    for matrix in matrices:
        x, y = matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f
    return x, y


def _pieces(item: Handle) -> Iterator[tuple[Point, Point]]:
    """The straight pieces of a path; a curve is a step without a line."""
    x, y = ctypes.c_float(), ctypes.c_float()
    opening = here = (0.0, 0.0)
    for index in range(min(raw.FPDFPath_CountSegments(item), _MAX_PIECES)):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        before, here = here, (x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            opening = here
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield before, here
        if raw.FPDFPathSegment_GetClose(segment):
            yield here, opening
