"""The ruled lines in a picture, found as long straight rows and columns of ink."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.ingest.ocr.pixels import vision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.ingest.ocr.pixels import Pixels

_SHORTEST = 0.04  # of the width of the page: no stroke of a character is as long
_THICK = 0.006
_MOST = 2000


def ruled_lines(pixels: Pixels, angle: float) -> list[tuple[float, float, float, float]]:
    """The level and upright lines as (left, top, right, bottom) in pixels, the picture turned back by ``angle``.

    None at all where there are so many that it must be a photograph.
    """
    cv2 = vision()
    gray = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
    height, width = gray.shape
    if angle:
        centre = (width / 2, height / 2)
        turn = cv2.getRotationMatrix2D(centre, angle * 57.29578, 1.0)
        gray = cv2.warpAffine(gray, turn, (width, height), borderValue=255)
    ink = cv2.adaptiveThreshold(gray, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 12)
    long, thick = max(20, int(_SHORTEST * width)), max(4, int(_THICK * width))
    lines = [*_lines(ink, (long, 1), thick), *_lines(ink, (1, long), thick)]
    return lines if len(lines) <= _MOST else []


def _lines(ink: Pixels, shape: tuple[int, int], thick: int) -> Iterator[tuple[float, float, float, float]]:
    """The connected stretches of ink that hold a line of ``shape``, drawn through their middle."""
    cv2 = vision()
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, shape)
    opened = cv2.morphologyEx(ink, cv2.MORPH_OPEN, kernel)
    _, _, boxes, _ = cv2.connectedComponentsWithStats(cv2.dilate(opened, None), connectivity=8)
    for left, top, width, height, _ in boxes[1:].tolist():
        if shape[1] == 1 and height <= 2 * thick:
            yield left, top + height / 2, left + width, top + height / 2
        elif shape[0] == 1 and width <= 2 * thick:
            yield left + width / 2, top, left + width / 2, top + height
