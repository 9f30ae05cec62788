"""Where an object of OFD stands on the page: numbers, matrices, and the way from its millimetres to points."""

from __future__ import annotations

import math
from typing import NamedTuple

from extractor.ingest.pdf.pdfium import Box

_POINTS = 72 / 25.4  # a millimetre
_FARTHEST = 1e6  # millimetres: what claims to stand farther away stands nowhere
_BOX = 4
_MATRIX = 6
_A4 = (0.0, 0.0, 210.0, 297.0)


class Matrix(NamedTuple):
    """``x' = a·x + c·y + e`` and ``y' = b·x + d·y + f``, as OFD writes it in CTM (GB/T 33190, 8.5)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """The point (x, y) after the change."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def within(self, outer: Matrix) -> Matrix:
        """This change, and then ``outer``."""
        return Matrix(
            outer.a * self.a + outer.c * self.b, outer.b * self.a + outer.d * self.b,
            outer.a * self.c + outer.c * self.d, outer.b * self.c + outer.d * self.d,
            *outer.point(self.e, self.f),
        )  # fmt: skip

    @property
    def is_sane(self) -> bool:
        """Whether all its numbers are of this world."""
        return all(abs(value) < _FARTHEST for value in self)


def numbers(text: str | None) -> list[float]:
    """The numbers of a list parted by blanks; none at all when one of them is no number, or far too large."""
    try:
        found = [float(word) for word in (text or "").split()]
    except ValueError:
        return []
    return found if all(abs(value) < _FARTHEST for value in found) else []


def number(text: str | None, otherwise: float) -> float:
    """One number; ``otherwise`` when there is none."""
    found = numbers(text)
    return found[0] if found else otherwise


def page_area(*stated: str | None) -> tuple[float, float, float, float]:
    """The left, top, width and height in millimetres of the first of ``stated`` that is a page; else A4."""
    for text in stated:
        box = numbers(text)
        if len(box) == _BOX and min(box[2:]) > 0:
            return box[0], box[1], box[2], box[3]
    return _A4


def upright(area: tuple[float, float, float, float]) -> Matrix:
    """From millimetres below the top of a page to points above its foot, as PDF counts."""
    left, top, _, height = area
    return Matrix(_POINTS, 0.0, 0.0, -_POINTS, -left * _POINTS, (top + height) * _POINTS)


def placed(boundary: str | None, ctm: str | None, outer: Matrix) -> Matrix | None:
    """From the space of an object to that of the page; None where its box or matrix makes no sense."""
    box, change = numbers(boundary), numbers(ctm)
    if (boundary and len(box) != _BOX) or (ctm and len(change) != _MATRIX):
        return None
    x, y = box[:2] if box else (0.0, 0.0)
    found = (Matrix(*change) if change else Matrix()).within(Matrix(e=x, f=y)).within(outer)
    return found if found.is_sane else None


def around(matrix: Matrix, left: float, top: float, right: float, bottom: float) -> Box:
    """The box on the page around a rectangle of an object."""
    corners = [matrix.point(x, y) for x in (left, right) for y in (top, bottom)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


def quarter_turns(matrix: Matrix) -> int | None:
    """In how many quarter turns, clockwise, a line of text runs on the page; None when it stands aslant."""
    turns = -math.atan2(matrix.b, matrix.a) / (math.pi / 2)
    return round(turns) % 4 if abs(turns - round(turns)) < _TILTED else None


_TILTED = 0.03  # quarter turns: less is the unsteadiness of a program
