"""Runs become lines: what stands side by side on one height, from the top of the page to its bottom."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.ingest.pdf.pdfium import Box
from extractor.ingest.repair import clean_line
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extractor.ingest.pdf.runs import Run

_SAME_ROW = 0.35  # of the lower line's height: how far apart the middles of one row may stand
_GLYPH_GAP = 0.4  # em: less comes from spreading the characters over the line
_BLANK_GAP = 0.15  # em: the same where the file has a blank between two words; less shows none
_WORD = own("^[\u4e00-\u9fff]{2}|[\u4e00-\u9fff]{2}$")
_SPREAD = 3  # characters that PDFium takes for one word in a spread line
_EVEN = 0.15  # em: how far even gaps differ
_NUMBER_GAP = 0.6  # em: less follows every number within Chinese text
_MOST_BLANKS = 8
_PARTING = 2.0  # em: more parts two signatures, or two columns
_HYPHEN = own("[\u00ad\u2010\u2011\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its cleaned words, where it stands, the width of one character, and whether it is red.

    ``gaps``: wide blanks part it, as two signatures; ``parted``: it has parts
    that PDFium saw apart, as the cells of a table. ``number`` counts the lines of its page from 1;
    ``column`` is 1 for the left and 2 for the right of two columns of text, else 0.
    """

    text: str
    box: Box
    em: float
    page: int
    red: bool = False
    gaps: bool = False
    parted: bool = False
    number: int = 0
    column: int = 0

    @property
    def middle(self) -> float:
        """Height of the line's middle over the foot of the page."""
        return (self.box.bottom + self.box.top) / 2

    @property
    def width(self) -> float:
        """From its first character to its last, in points."""
        return self.box.right - self.box.left


def lines_of(rows: Iterable[Sequence[Run]], page: int) -> list[Line]:
    """The lines of a page, top down."""
    ordered = sorted((row for row in rows if row), key=lambda row: -_middle(row))
    merged: list[list[Run]] = []
    joined: set[int] = set()
    for row in ordered:
        if merged and _same_row(merged[-1], row):
            merged[-1].extend(row)
            joined.add(len(merged))
        else:
            merged.append(list(row))
    numbered = enumerate(merged, 1)
    return [_line_of(_in_order(row), page, number, parted=number in joined) for number, row in numbered]


def _line_of(runs: Sequence[Run], page: int, number: int, *, parted: bool) -> Line:
    """One line of runs that stand in order from left to right."""
    box = bounds([run.box for run in runs])
    widest = _longest(runs)
    words, gaps = _words(runs)
    return Line(words.strip(), box, widest.em, page, widest.red, gaps, parted, number)


def bounds(boxes: Sequence[Box]) -> Box:
    """The smallest box around ``boxes``."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return Box(min(lefts), min(bottoms), max(rights), max(tops))


def _words(runs: Sequence[Run]) -> tuple[str, bool]:
    """The runs with a blank for every em between them, none for a gap that only fills the line.

    A very wide gap parts what belongs to different bodies or columns, so each side is cleaned alone;
    letter-spaced words have wide gaps as well, but stand one character to a run.
    """
    if len(runs) == 1:
        return clean_line(_HYPHEN.sub("-", runs[0].text)), False
    gaps = [(run.box.left - before.box.right) / min(before.em, run.em) for before, run in pairwise(runs)]
    even = _is_letter_spaced(runs, gaps)
    alone = all(len(run.text) == 1 for run in runs)
    parts, words = list[str](), runs[0].text
    for (before, run), gap in zip(pairwise(runs), gaps, strict=True):
        if gap > _PARTING and not alone:
            parts.append(words)
            words = run.text
        else:
            words += ("" if even else _blank(before.text, run, gap)) + run.text
    return " ".join(clean_line(_HYPHEN.sub("-", part)) for part in (*parts, words)), bool(parts)


def _is_letter_spaced(runs: Sequence[Run], gaps: Sequence[float]) -> bool:
    """Whether the characters are spread evenly, so that the gaps between runs part no words."""
    if len(gaps) < _SPREAD or any(len(run.text) > _SPREAD or run.text.isascii() for run in runs):
        return False
    return max(gaps) < _GLYPH_GAP * 2 and max(gaps) - min(gaps) < _EVEN


def _blank(before: str, run: Run, gap: float) -> str:
    """A blank for every em of ``gap``; none for the little that parts Chinese characters and numbers."""
    latin = before[-1].isascii(), run.text[0].isascii()
    spread = _BLANK_GAP if run.spaced and _WORD.search(before) and _WORD.match(run.text) else _GLYPH_GAP
    narrow = _NUMBER_GAP if latin == (True, False) else 0.0 if all(latin) else spread
    return " " * max(1, round(min(gap, _MOST_BLANKS))) if gap > narrow else ""


def _middle(row: Sequence[Run]) -> float:
    widest = _longest(row).box
    return (widest.bottom + widest.top) / 2


def _longest(row: Sequence[Run]) -> Run:
    return row[0] if len(row) == 1 else max(row, key=lambda run: len(run.text))


def _same_row(row: Sequence[Run], other: Sequence[Run]) -> bool:
    height = min(run.box.top - run.box.bottom for run in (*row, *other))
    return abs(_middle(row) - _middle(other)) < _SAME_ROW * height


def _in_order(row: list[Run]) -> list[Run]:
    """From left to right, without what was printed a second time on the same spot."""
    row.sort(key=lambda run: run.box.left)
    kept: list[Run] = []
    for run in row:
        if not any(_twice(run, other) for other in kept[-3:]):
            kept.append(run)
    return kept


def _twice(run: Run, other: Run) -> bool:
    return run.text == other.text and abs(run.box.left - other.box.left) < run.em / 2
