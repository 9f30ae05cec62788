"""A path object becomes strokes: its straight pieces, of which tables are ruled.

Source: GB/T 33190-2016, 9.3 (AbbreviatedData: S, M, L, Q, B, A, C with their points).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.ingest.ofd.container import value
from extractor.ingest.ofd.geometry import numbers
from extractor.ingest.pdf.drawing import Point, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.ingest.markup import Element
    from extractor.ingest.ofd.geometry import Matrix

_OPERANDS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_LONGEST = 100_000  # characters: a path of more is a drawing, no ruling


def strokes_of(item: Element, matrix: Matrix) -> list[Stroke]:
    """The straight pieces of a path object; ``matrix`` leads from its space to the page."""
    data = value(item, "AbbreviatedData")
    inked = item.get("Stroke", "true").lower() not in ("false", "0")
    filled = item.get("Fill", "false").lower() in ("true", "1")
    if len(data) > _LONGEST or not (inked or filled):
        return []
    return [Stroke(matrix.point(*start), matrix.point(*end), inked) for start, end in _pieces(data.split())]


def _pieces(words: list[str]) -> Iterator[tuple[Point, Point]]:
    """The straight pieces; a curve is a step without a line. What makes no sense ends the path."""
    opening = here = (0.0, 0.0)
    index = 0
    while index < len(words):
        operator = words[index]
        count = _OPERANDS.get(operator, -1)
        points = numbers(" ".join(words[index + 1 : index + 1 + count])) if count > 0 else []
        if count < 0 or len(points) != count:
            return
        index += 1 + count
        before, here = here, (points[-2], points[-1]) if points else opening
        if operator in "SM":
            opening = here
        elif operator in "LC" and here != before:
            yield before, here
