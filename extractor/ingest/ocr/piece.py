"""What recognition gives: a line of characters, each with its corners in the picture, and how sure it is."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Point: TypeAlias = tuple[float, float]
Corners: TypeAlias = tuple[Point, Point, Point, Point]
"""Top left, top right, bottom right, bottom left: pixels, y downwards."""

_LONG = 5.0  # times as wide as high: a line that shows how a page is turned
_STEADY = math.radians(0.15)  # less is the unsteadiness of the boxes


@dataclass(frozen=True, slots=True)
class Character:
    """A character in the picture."""

    text: str
    corners: Corners
    red: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A recognised line, from 0 to 1 how sure it is, and where it stands."""

    text: str
    score: float
    corners: Corners
    characters: tuple[Character, ...]

    @property
    def width(self) -> float:
        """The length of its upper edge."""
        return math.dist(self.corners[0], self.corners[1])

    @property
    def height(self) -> float:
        """The length of its left edge."""
        return math.dist(self.corners[0], self.corners[3])


def spread(text: str, corners: Corners) -> tuple[Character, ...]:
    """The characters of ``text`` laid evenly over ``corners``, Latin letters half as wide as Chinese."""
    units = [1.0 if ord(character) > 0x2000 else 0.5 for character in text]  # noqa: PLR2004 - beyond Latin
    total, passed, found = sum(units) or 1.0, 0.0, []
    for character, unit in zip(text, units, strict=True):
        found.append(Character(character, _between(corners, passed / total, (passed + unit) / total)))
        passed += unit
    return tuple(found)


def _between(corners: Corners, start: float, end: float) -> Corners:
    left_top, right_top, right_bottom, left_bottom = corners
    return (
        _along(left_top, right_top, start), _along(left_top, right_top, end),
        _along(left_bottom, right_bottom, end), _along(left_bottom, right_bottom, start),
    )  # fmt: skip


def _along(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def skew_of(pieces: Iterable[Piece]) -> float:
    """By which angle, in radians clockwise, the lines of a page slant; 0 where they hardly do."""
    angles = [_slant(piece.corners) for piece in pieces if piece.width > _LONG * piece.height > 0]
    from statistics import median  # noqa: PLC0415 - whoever asks whether scans can be read needs no fractions

    angle = median(angles) if angles else 0.0
    return angle if abs(angle) > _STEADY else 0.0


def _slant(corners: Corners) -> float:
    (x1, y1), (x2, y2) = corners[0], corners[1]
    return math.atan2(y2 - y1, x2 - x1)


def straightened(pieces: Sequence[Piece], angle: float, centre: Point) -> list[Piece]:
    """``pieces`` turned back by ``angle`` around ``centre``."""
    if not angle:
        return list(pieces)
    cosine, sine = math.cos(angle), math.sin(angle)

    def turned(corners: Corners) -> Corners:
        moved = [(x - centre[0], y - centre[1]) for x, y in corners]
        back = [(centre[0] + x * cosine + y * sine, centre[1] - x * sine + y * cosine) for x, y in moved]
        return back[0], back[1], back[2], back[3]

    return [
        replace(
            piece,
            corners=turned(piece.corners),
            characters=tuple(replace(one, corners=turned(one.corners)) for one in piece.characters),
        )
        for piece in pieces
    ]
