"""Where the text of a page begins and ends on the left and right, and how far its lines stand apart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from extractor.ingest.pdf.lines import Line

_LONG = 0.7  # of the longest line: a line of running text
_ENOUGH = 5  # long lines that show a page's margins without a look at its neighbours
_OFTEN = 0.12  # of the long lines begin at the left margin
_FAR = 4.0  # em: more is no step from line to line
_INDENTED = 0.05  # of the long lines
_STEP = 2.0  # points in which margins are counted
_INDENT = (1.2, 2.8)  # em: how far the first line of a paragraph is moved in


@dataclass(frozen=True, slots=True)
class Margins:
    """In points: ``left`` and ``right``, ``em`` the width of a character, ``pitch`` the step between lines.

    ``indented``: paragraphs begin with an indent, others go on.
    """

    left: float
    right: float
    em: float
    pitch: float
    indented: bool

    @property
    def width(self) -> float:
        """The width of a full line."""
        return self.right - self.left

    def indent(self, line: Line) -> float:
        """How many characters ``line`` is moved in."""
        return (line.box.left - self.left) / self.em

    def room(self, line: Line) -> float:
        """How many characters would still fit behind ``line``."""
        return (self.right - line.box.right) / self.em


Measures: TypeAlias = "Mapping[tuple[int, int], Margins]"
"""The margins by page, from 1 on, and ``Line.column``."""

_UNKNOWN = Margins(0.0, 1e9, 10.0, 20.0, indented=False)


def measures_of(pages: Sequence[Sequence[Line]]) -> Measures:
    """The margins of every page and of each of its columns; what stands over two columns has those of both."""
    found: dict[tuple[int, int], Margins] = {}
    for column in sorted({line.column for lines in pages for line in lines} | {0}):
        measured = margins_of([[line for line in lines if line.column == column] for lines in pages])
        found |= {(number, column): margins for number, margins in enumerate(measured, 1)}
    for number, lines in enumerate(pages, 1):
        sides = [found[number, column] for column in sorted({line.column for line in lines}) if column]
        if sides:
            found[number, 0] = replace(sides[0], right=max(side.right for side in sides))
    return found


def margins_of(pages: Sequence[Sequence[Line]]) -> list[Margins]:
    """The margins of every page; one of few long lines has those of other left, or right, pages."""
    document = _measured([line for lines in pages for line in lines])
    sides = [_own([line for lines in pages[side::2] for line in lines], document) for side in (0, 1)]
    found = []
    for index, lines in enumerate(pages):
        side = sides[index % 2] or document or _UNKNOWN
        own = _own(lines, document)
        found.append(_with_margin_of(side, own) if own else side)
    return found


def _own(lines: Sequence[Line], document: Margins | None) -> Margins | None:
    """The margins that ``lines`` show; none where they are few, or short beside those of the whole document."""
    own = _measured(lines) if len(_long(lines)) >= _ENOUGH else None
    return own if own and document and own.width >= _LONG * document.width else None


def _with_margin_of(side: Margins, own: Margins) -> Margins:
    """``own``; but where all its paragraphs are single indented lines, with the margin of other pages."""
    is_indent = _INDENT[0] < (own.left - side.left) / own.em < _INDENT[1]
    return replace(own, left=side.left, indented=True) if is_indent else own


def _long(lines: Iterable[Line]) -> list[Line]:
    """The lines of running text: long, of the usual size, in one piece."""
    whole = [line for line in lines if not line.gaps and not line.red]
    longest = max((line.width for line in whole), default=0.0)
    return [line for line in whole if line.width >= _LONG * longest]


def _measured(lines: Sequence[Line]) -> Margins | None:
    long = _long(lines)
    if not long:
        return None
    em = median(line.em for line in long)
    # Between lines of two sizes the median may be the size of none.
    plain = [line for line in lines if abs(line.em - em) < em / 5] or long
    left = -_rightmost([-line.box.left for line in plain])
    right = _rightmost([line.box.right for line in long])
    indents = sum(_INDENT[0] < (line.box.left - left) / em < _INDENT[1] for line in plain)
    return Margins(left, right, em, _pitch(lines, em), indented=indents >= max(1, _INDENTED * len(plain)))


def _pitch(lines: Sequence[Line], em: float) -> float:
    """The usual step from one line down to the next, 2 em where no lines follow each other."""
    steps = [upper.middle - lower.middle for upper, lower in pairwise(lines)]
    near = [step for step in steps if 0 < step < _FAR * em]
    return median(near) if near else 2 * em


def _rightmost(ends: Sequence[float]) -> float:
    """The rightmost place at which lines end often; one line may stand out by chance."""
    counts = Counter(round(end / _STEP) for end in ends)
    often = _OFTEN * len(ends)
    places = [place for place in counts if counts[place - 1] + counts[place] + counts[place + 1] >= often]
    return max(places or counts) * _STEP
