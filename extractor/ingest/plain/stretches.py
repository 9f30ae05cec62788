"""Which stretches of a file are hard-wrapped, at what width, how they mark paragraphs: told by counting."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.ingest.plain.lines import Line

_WIDEST = 130  # columns; a longer line was not broken by anyone
_NARROWEST = 36
_SLACK = 5  # columns by which lines of one width differ: punctuation and numbers that may not be parted
_HANGING = 2  # columns by which a stop may hang over the edge
_INDENT = 2  # columns from which on a line is set in
_DEEP = 8  # columns from which on it stands in the middle or at the right: a title, a signature
_ENDS = tuple("。！？；：…”）》】)")
_SENTENCE_ENDS = ("。", "；", "。”", "。）")
_INNER = own("[，。；、：]")
_ENOUGH = 2
_MOST = 0.7  # share of the paragraphs that are marked, where marks mean anything


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines wrapped at ``width`` columns; 0 where every line is a paragraph of its own.

    ``margin``: the least indent. ``indented``: first lines of paragraphs are set in, the others are not.
    ``spaced``: blank lines stand between paragraphs, and only there.
    """

    width: int = 0
    margin: int = 0
    indented: bool = False
    spaced: bool = False

    def holds(self, line: Line) -> bool:
        """Whether the line is one of a wrapped stretch."""
        return self.width > 0 and line.width <= self.width + _HANGING

    def sets_in(self, line: Line) -> bool:
        """Whether the line is set in deeper than the margin, where that means something."""
        return self.indented and line.indent >= self.margin + _INDENT


FREE = Stretch()


def stretches(lines: Sequence[Line]) -> list[Stretch]:
    """For each line the stretch it stands in, or ``FREE``.

    A stretch is a run of lines none of which is longer than anyone would wrap at. It is wrapped when most
    lines without an end mark have about the same width, few lines are wider, most of them hold commas, and
    sentences end in it: lists of names have lines of one width, too, but are no running text.
    """
    found = [FREE] * len(lines)
    start = 0
    for position in range(len(lines) + 1):
        if position < len(lines) and lines[position].width <= _WIDEST:
            continue
        if position - start > _ENOUGH:
            found[start:position] = [_measured(lines[start:position])] * (position - start)
        start = position + 1
    return found


def _measured(lines: Sequence[Line]) -> Stretch:
    width = _width(lines)
    if not width:
        return FREE
    margin = min(line.indent for line in lines)
    # Below a line that ends a sentence well before the edge, a paragraph begins for certain.
    begun = [
        line
        for before, line in pairwise(lines)
        if before.text.endswith(_SENTENCE_ENDS) and before.width < width - _SLACK
    ] or lines[:1]
    indented = sum(line.indent >= margin + _INDENT for line in begun) >= _MOST * len(begun)
    spaced = sum(line.gap for line in begun) >= _MOST * len(begun)
    return Stretch(width, margin, indented, spaced)


def _width(lines: Sequence[Line]) -> int:
    """The width that most unfinished lines come close to; 0 when they have none in common."""
    margin = min(line.indent for line in lines)
    plain = [line for line in lines if line.indent < margin + _DEEP]
    unfinished = [line for line in plain if line.width >= _NARROWEST and not line.text.endswith(_ENDS)]
    if not unfinished or not any(line.text.endswith(_SENTENCE_ENDS) for line in lines):
        return 0
    width = _commonest(Counter(line.width for line in unfinished))
    full = [line for line in unfinished if width - _SLACK < line.width <= width]
    wider = sum(line.width > width + _HANGING for line in plain)
    running = sum(_INNER.search(line.text) is not None for line in full)
    enough = len(full) >= max(_ENOUGH, len(unfinished) / 2)
    return width if enough and running * 2 >= len(full) and wider * 4 <= len(full) else 0


def _commonest(lines: Counter[int]) -> int:
    """The width with most lines at most ``_SLACK`` below it; of several the widest."""
    near = {width: sum(lines[other] for other in range(width - _SLACK + 1, width + 1)) for width in lines}
    return max(near, key=lambda width: (near[width], width))
