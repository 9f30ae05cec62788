"""One picture of a page: turned upright, its lines recognised, its colours and ruled lines seen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.ingest.ocr.engine import recognise
from extractor.ingest.ocr.gaps import spaced
from extractor.ingest.ocr.piece import Piece, skew_of, straightened
from extractor.ingest.ocr.pixels import Pixels, turned
from extractor.ingest.ocr.seals import without_seals

if TYPE_CHECKING:
    from extractor.ingest.ocr.piece import Corners

_SURE = 0.9  # mean score of a page that stands upright
_LYING = 0.25  # of the lines of a page that lies on its side
_TALL = 1.5  # times as high as wide: a line on a page that lies on its side
_RED, _PALE = 140, 110  # of 255: any red, and what is no ink
_INK = 120


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen in a picture: its lines, by what angle it slants, how it was turned; pixels, y downwards."""

    pixels: Pixels
    pieces: tuple[Piece, ...]
    angle: float
    turns: int = 0

    @property
    def width(self) -> int:
        """Pixels from left to right."""
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        """Pixels from top to bottom."""
        return int(self.pixels.shape[0])


def see(pixels: Pixels) -> Seen:
    """The lines of a picture, which is turned by quarters until they can be read, and straightened."""
    upright, pieces, turns = _upright(without_seals(pixels))
    coloured = [_coloured(spaced(piece, upright), upright) for piece in pieces]
    angle = skew_of(coloured)
    centre = (upright.shape[1] / 2, upright.shape[0] / 2)
    return Seen(upright, tuple(straightened(coloured, angle, centre)), angle, turns)


def _upright(pixels: Pixels) -> tuple[Pixels, list[Piece], int]:
    """The picture in the first quarter turn in which it reads well, or else in that in which it reads best."""
    tries: list[tuple[Pixels, list[Piece], int]] = []
    for quarters in (0, 2, 1, 3):
        upright = turned(pixels, quarters)
        tries.append((upright, recognise(upright), quarters))
        if _reads_well(tries[-1][1]):
            return tries[-1]
        if not tries[0][1]:
            break  # an empty page
    return max(tries, key=lambda found: _weight(found[1]))


def _reads_well(pieces: list[Piece]) -> bool:
    return bool(pieces) and _mean_score(pieces) >= _SURE and not _lie(pieces)


def _lie(pieces: list[Piece]) -> bool:
    lying = sum(piece.height > _TALL * piece.width for piece in pieces if len(piece.text) > 1)
    return lying > _LYING * len(pieces)


def _mean_score(pieces: list[Piece]) -> float:
    return sum(piece.score * len(piece.text) for piece in pieces) / sum(len(piece.text) for piece in pieces)


def _weight(pieces: list[Piece]) -> float:
    """How much was read how well; lines on their side count little."""
    return sum(
        piece.score**2 * len(piece.text) * (0.5 if piece.height > _TALL * piece.width else 1.0)
        for piece in pieces
    )


def _coloured(piece: Piece, pixels: Pixels) -> Piece:
    """``piece`` with its characters marked as red when most of its ink is."""
    if not _is_red(piece.corners, pixels):
        return piece
    return replace(piece, characters=tuple(replace(one, red=True) for one in piece.characters))


def _is_red(corners: Corners, pixels: Pixels) -> bool:
    xs, ys = [int(x) for x, _ in corners], [int(y) for _, y in corners]
    area = pixels[max(0, min(ys)) : max(ys), max(0, min(xs)) : max(xs)]
    if not area.size:
        return False
    blue, green, red = area[..., 0], area[..., 1], area[..., 2]
    reds = ((red > _RED) & (blue < _PALE) & (green < _PALE)).sum()
    darks = ((red < _INK) & (blue < _INK) & (green < _INK)).sum()
    return bool(reds > darks)
