"""Glyphs become rows of runs, as PDFium gives those of a PDF: side by side, cut at blanks and wide gaps.

For formats that say only where each character stands. Programs write a line as one object, as one for every
font in it, or as one for every character; so the glyphs of a page are put in rows by where they stand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from extractor.ingest.pdf.lines import bounds
from extractor.ingest.pdf.runs import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.ingest.pdf.pdfium import Box


_SAME_ROW = 0.35  # of the lower glyph's height: how far apart the middles of one row may stand
_GAP = 0.4  # of the height: a wider gap parts two runs


class Glyph(NamedTuple):
    """A character on the page, upright; a blank has a box as well."""

    text: str
    box: Box
    red: bool = False


@dataclass(slots=True)
class Rows:
    """The rows of page ``number``, top down; ``boxes`` has the box of every character that stands in a run."""

    number: int
    rows: list[tuple[Run, ...]] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)

    def box(self, index: int) -> Box:
        """The cell of one character, by ``Run.first`` and what follows."""
        return self.boxes[index]

    def add(self, row: Iterable[Glyph]) -> None:
        """Add the runs of one row."""
        runs = tuple(self._run(glyphs, spaced=spaced) for glyphs, spaced in _parts(_once(row)))
        if runs:
            self.rows.append(runs)

    def _run(self, glyphs: Sequence[Glyph], *, spaced: bool) -> Run:
        first = len(self.boxes)
        self.boxes += [glyph.box for glyph in glyphs]
        box = bounds(self.boxes[first:])
        text = "".join(glyph.text for glyph in glyphs)
        units = (len(text.encode()) + len(text)) / 4  # Chinese characters are one, Latin letters a half
        return Run(text, box, first, max(0.1, (box.right - box.left) / units), glyphs[0].red, spaced)


def rows_of(lines: Iterable[Sequence[Glyph]], number: int) -> Rows:
    """The rows that the glyphs of ``lines`` on page ``number`` stand in."""
    merged: list[list[Glyph]] = []
    levels = (level for line in lines for level in _levels(line))
    for level in sorted(levels, key=lambda level: -_middle(level[0].box)):
        if merged and _same_row(merged[-1][0].box, level[0].box):
            merged[-1].extend(level)
        else:
            merged.append(list(level))
    found = Rows(number)
    for row in merged:
        found.add(row)
    return found


def _levels(line: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """A text code cut where its next character stands wholly higher or lower, as in columns of text."""
    level: list[Glyph] = []
    for glyph in line:
        if level and not _same_row(level[-1].box, glyph.box):
            yield level
            level = []
        level.append(glyph)
    if level:
        yield level


def _middle(box: Box) -> float:
    return (box.bottom + box.top) / 2


def _same_row(box: Box, other: Box) -> bool:
    height = min(box.top - box.bottom, other.top - other.bottom)
    return abs(_middle(box) - _middle(other)) <= _SAME_ROW * height


def _once(row: Iterable[Glyph]) -> list[Glyph]:
    """From left to right, without characters printed a second time on their spot to look bold."""
    kept: list[Glyph] = []
    for glyph in sorted(row, key=lambda glyph: (glyph.box.left, glyph.text)):
        if not any(_twice(glyph, other) for other in kept[-3:]):
            kept.append(glyph)
    return kept


def _twice(glyph: Glyph, other: Glyph) -> bool:
    near = (other.box.right - other.box.left) / 2
    return glyph.text == other.text and glyph.box.left - other.box.left < near


def _parts(row: Sequence[Glyph]) -> Iterator[tuple[list[Glyph], bool]]:
    """The glyphs of each run: those that no blank and no wide gap part; and whether a blank stands before them."""
    part: list[Glyph] = []
    spaced = False
    for glyph in row:
        blank = glyph.text.isspace()
        if part and (blank or _is_gap(part[-1].box, glyph.box)):
            yield part, spaced
            part, spaced = [], False
        if blank:
            spaced = True
        else:
            part.append(glyph)
    if part:
        yield part, spaced


def _is_gap(before: Box, here: Box) -> bool:
    return here.left - before.right > _GAP * (here.top - here.bottom)
