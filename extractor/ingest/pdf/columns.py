"""Two columns of text on one page, as a gazette prints them: the left one is read first, then the right one.

::

    |     关于……的通知         |   a line over both parts the page into bands
    | 一、………    办公室。     |
    | ………………    二、……… |   each band is read column by column
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, TypeVar

from extractor.ingest.pdf.gutter import CROSSED, LARGER, NARROWEST, ZONE, gutter_of, lines_beside
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from extractor.ingest.pdf.gutter import Gutter
    from extractor.ingest.pdf.lines import Line
    from extractor.ingest.pdf.pdfium import Box
    from extractor.ingest.pdf.runs import Run

    Item = TypeVar("Item")

_FEWEST = 5  # lines in a column that show its width
_ALIKE = 0.85  # of the wider column is the width of the other one
_MARGINS = (0.1, 0.8)  # of the lines begin left of a column's left margin, end left of its right one
_FULL = 1.6  # em that a full line may lack
_STEP, _UNEVEN = 1.9, 0.25  # times the usual step from line to line; so many steps may be longer
_RUNNING = own("[，。；：、]")  # lists of names have none
_OFTEN = 0.4  # of the lines of running text are full, and bear such a mark


@dataclass(slots=True)
class Columns:
    """Tells pages in two columns; it knows the gutter of the pages before, for a few lines show none."""

    known: Gutter | None = None

    def parted(self, rows: Sequence[Sequence[Run]], page: int) -> tuple[list[Line], Gutter | None]:
        """The lines of ``rows``, each with its column, and the gutter; none where the page has one column."""
        if not _may_have_gutter(rows):
            return [], None
        gutter = gutter_of([run for row in rows for run in row])
        if gutter is not None and _are_columns(found := list(lines_beside(rows, page, gutter))):
            self.known = gutter
            return found, gutter
        if self.known is not None and _may_be_columns(found := list(lines_beside(rows, page, self.known))):
            return found, self.known
        return [], None


def in_columns(items: Iterable[Item], gutter: Gutter, box_of: Callable[[Item], Box]) -> list[Item]:
    """Items in reading order: what stands over the gutter parts the page into bands, read column by column."""
    placed = [(item, gutter.column(box_of(item)), _height(box_of(item))) for item in items]
    across = sorted(height for _, column, height in placed if not column)

    def order(one: tuple[Item, int, float]) -> tuple[int, int, float]:
        _, column, height = one
        band = len(across) - bisect_right(across, height)
        return (band if column else band + 1), column, -height

    return [item for item, _, _ in sorted(placed, key=order)]


def _height(box: Box) -> float:
    return (box.bottom + box.top) / 2


def _may_have_gutter(rows: Sequence[Sequence[Run]]) -> bool:
    """A quick look: not so where many lines take the whole width, as in every page of one column."""
    boxes = [run.box for row in rows for run in row]
    if not boxes:
        return False
    left, right = min(box.left for box in boxes), max(box.right for box in boxes)
    first, last = left + ZONE[0] * (right - left), left + ZONE[1] * (right - left)
    return sum(box.left < first and box.right > last for box in boxes) <= CROSSED * len(boxes)


def _are_columns(lines: Sequence[Line]) -> bool:
    """Whether running text stands on both sides, in columns of one width, with many of its lines full.

    At the end of a text the right column may hold a few lines only, or short ones; they stand at its top.
    """
    em = median(line.em for line in lines)
    sides = [[line for line in lines if line.column == column and line.em < LARGER * em] for column in (1, 2)]
    across = sum(not line.column for line in lines)
    if len(sides[0]) < _FEWEST or not sides[1] or across > CROSSED * len(lines):
        return False
    (begin, inner), (other, end) = map(_margins, sides)
    if other - inner < NARROWEST * em or _ALIKE * (end - other) > inner - begin:
        return False
    alike = len(sides[1]) >= _FEWEST and end - other > _ALIKE * (inner - begin) and all(map(_is_even, sides))
    ended = _is_running(sides[:1], em) and _stands_at_top(sides[1], sides[0])
    return ended or (alike and _is_running(sides, em))


def _stands_at_top(lines: Sequence[Line], others: Sequence[Line]) -> bool:
    """Whether the first of ``lines`` is not lower than the second of ``others``, and at most one gap parts them."""
    second, third = sorted((line.middle for line in others), reverse=True)[1:3]
    return sum(_gaps(lines, others)) <= 1 and max(line.middle for line in lines) > (second + third) / 2


def _is_even(lines: Sequence[Line]) -> bool:
    """Whether few gaps part the lines; more of them part the rows of a table without rulings."""
    gaps = _gaps(lines, lines)
    return sum(gaps) <= _UNEVEN * len(gaps)


def _gaps(lines: Sequence[Line], others: Sequence[Line]) -> list[bool]:
    """Between each line and the next whether there is more than the usual step of ``others``."""
    pitch = median(upper.middle - lower.middle for upper, lower in pairwise(others))
    return [upper.middle - lower.middle > _STEP * pitch for upper, lower in pairwise(lines)]


def _is_running(sides: Sequence[Sequence[Line]], em: float) -> bool:
    """Whether many lines are full, and many bear the marks of running text."""
    return _often([_full(side, em) for side in sides]) and _often([_marked(side) for side in sides])


def _full(lines: Sequence[Line], em: float) -> list[bool]:
    end = _margins(lines)[1]
    return [end - line.box.right < _FULL * em for line in lines]


def _marked(lines: Sequence[Line]) -> list[bool]:
    return [_RUNNING.search(line.text) is not None for line in lines]


def _margins(lines: Sequence[Line]) -> tuple[float, float]:
    lefts, rights = sorted(line.box.left for line in lines), sorted(line.box.right for line in lines)
    return lefts[int(_MARGINS[0] * len(lines))], rights[int(_MARGINS[1] * len(lines))]


def _often(sides: Sequence[Sequence[bool]]) -> bool:
    """Whether it is so for many lines of the page, and for half as many at least on each side."""
    whole = [one for side in sides for one in side]
    return sum(whole) >= _OFTEN * len(whole) and all(sum(side) >= _OFTEN / 2 * len(side) for side in sides)


def _may_be_columns(lines: Sequence[Line]) -> bool:
    """The same for a page of few lines after pages in columns: hardly anything stands over the gutter."""
    across = sum(not line.column for line in lines)
    return across <= max(2, CROSSED * len(lines)) and across < len(lines)
