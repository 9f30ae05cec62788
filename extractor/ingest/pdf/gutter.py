"""The strip between two columns of text: where it lies, and the lines beside and over it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median
from typing import TYPE_CHECKING

from extractor.ingest.pdf.lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.ingest.pdf.lines import Line
    from extractor.ingest.pdf.pdfium import Box
    from extractor.ingest.pdf.runs import Run

_STEPS = 2  # places a character in which gutters are looked for
_MOST_PLACES = 200
_HANGING = 0.03  # of the runs may hang into it with a mark

ZONE = (0.4, 0.85)
"""Of the width of the text: where a gutter may lie; the right column may hold short lines only."""

NARROWEST = 0.9
"""The width of a gutter in em; less is a blank."""

CROSSED = 0.25
"""Of the runs, or lines, may stand over a gutter: a title, running heads."""

LARGER = 1.3
"""Times the size of the text: a title, maybe letter-spaced over the gutter."""


@dataclass(frozen=True, slots=True)
class Gutter:
    """The ``middle`` of the strip between two columns, in points; ``em`` is the size of their text."""

    middle: float
    em: float

    def column(self, box: Box) -> int:
        """1 for what stands left of the gutter, 2 right of it, 0 for what stands over it."""
        if box.right <= self.middle + self.em / 2:
            return 1
        return 2 if box.left >= self.middle - self.em / 2 else 0


def gutter_of(runs: Sequence[Run]) -> Gutter | None:
    """The widest strip near the middle of the text over which hardly any run stands."""
    em = median(run.em for run in runs)
    boxes = [run.box for run in runs if run.em < LARGER * em]
    left, right = min(box.left for box in boxes), max(box.right for box in boxes)
    first, last = (left + share * (right - left) for share in ZONE)
    steps = min(int((last - first) / em * _STEPS), _MOST_PLACES)
    places = [first + number * em / _STEPS for number in range(steps + 1)]
    over = [sum(box.left < place < box.right for box in boxes) for place in places]
    fewest = min(over)
    if fewest > CROSSED * len(boxes):
        return None
    few = groupby(range(len(places)), key=lambda index: over[index] <= fewest + _HANGING * len(boxes))
    widest = max((list(strip) for free, strip in few if free), key=len)
    return Gutter((places[widest[0]] + places[widest[-1]]) / 2, em)


def lines_beside(rows: Sequence[Sequence[Run]], page: int, gutter: Gutter) -> Iterator[Line]:
    """The lines over the gutter, those left of it and those right of it."""
    sides: tuple[list[Sequence[Run]], ...] = ([], [], [])
    for row in rows:
        places = [gutter.column(run.box) for run in row]
        whole = 0 in places or (len(set(places)) > 1 and _stands_over(row, places, gutter))
        for column in (0,) if whole else (1, 2):
            runs = [run for run, place in zip(row, places, strict=True) if whole or place == column]
            sides[column].extend([runs] if runs else [])
    for column, parts in enumerate(sides):
        yield from (replace(line, column=column) for line in lines_of(parts, page))


def _stands_over(row: Sequence[Run], places: Sequence[int], gutter: Gutter) -> bool:
    """Whether a row with words on both sides is one line: a letter-spaced title, a page number between dashes."""
    inner = max(run.box.right for run, place in zip(row, places, strict=True) if place == 1)
    other = min(run.box.left for run, place in zip(row, places, strict=True) if place > 1)
    return row[0].em > LARGER * gutter.em or other - inner < NARROWEST * gutter.em
