"""Red seals: the printed text under them is read once their red is taken away; red heads are no seals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.ingest.ocr.pixels import arrays, vision

if TYPE_CHECKING:
    from extractor.ingest.ocr.pixels import Pixels

_SMALLEST, _LARGEST = 0.12, 0.36  # of the width of the page: seals have 35 to 58 mm
_ROUND = 1.4  # how much longer one side may be than the other
_REDDER = 40  # of 255: how much more red than green or blue
_DARK, _PALER = 20, 12  # of 255, in the red part: printed text, and what is as good as the seal itself
_NEAR = 15  # pixels: the parts of a seal stand closer


def without_seals(pixels: Pixels) -> Pixels:
    """A copy of ``pixels`` without its seals, which the red part of the light shows as white as the paper."""
    cv2 = vision()
    blue, green, red = cv2.split(pixels)
    reddish = (cv2.subtract(red, cv2.max(blue, green)) > _REDDER).astype("uint8")
    joined = cv2.dilate(reddish, cv2.getStructuringElement(cv2.MORPH_RECT, (_NEAR, _NEAR)))
    _, _, areas, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    width = pixels.shape[1]
    cleared = pixels.copy()
    for left, top, across, down, _ in areas[1:].tolist():
        if _is_seal(across / width, down / width):
            spot = (slice(top, top + down), slice(left, left + across))
            seal = float(arrays().median(red[spot][reddish[spot] == 1])) - _PALER
            light = (red[spot].astype("float32") - _DARK) * 255 / max(1.0, seal - _DARK)
            cleared[spot] = light.clip(0, 255).astype("uint8")[..., None]
    return cleared


def _is_seal(across: float, down: float) -> bool:
    shorter, longer = sorted((across, down))
    return shorter >= _SMALLEST and longer <= min(_LARGEST, _ROUND * shorter)
