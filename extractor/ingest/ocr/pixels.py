"""Pixels, and the only door to the two libraries that work on them; both come with the extra."""

from __future__ import annotations

from typing import Any, TypeAlias

Pixels: TypeAlias = Any
"""An array of height x width x (blue, green, red), one byte each."""


def arrays() -> Any:  # noqa: ANN401 - its types are not installed everywhere
    """The library of arrays."""
    import numpy as np  # noqa: PLC0415 - only with the extra

    return np


def vision() -> Any:  # noqa: ANN401 - it has no types
    """The library of picture processing."""
    import cv2  # noqa: PLC0415 - only with the extra

    return cv2


def turned(pixels: Pixels, quarters: int) -> Pixels:
    """``pixels`` after so many quarter turns against the clock."""
    return arrays().ascontiguousarray(arrays().rot90(pixels, quarters)) if quarters else pixels
