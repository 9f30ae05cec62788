"""Which stretches of a file are hard-wrapped, and at what width: told by counting, not by rule."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.ingest.lines import Line

FREE = 0
"""The width of lines that are paragraphs of their own."""

_WIDEST = 130  # columns; a longer line was not broken by anyone
_NARROWEST = 20
_SLACK = 5  # columns by which lines of one width differ: punctuation and numbers that may not be parted
_ENDS = tuple("。！？；：…”）》】)")
_SENTENCE_ENDS = ("。", "；", "。”", "。）")
_INNER = re.compile("[，。；、：]")
_ENOUGH = 2


def wrap_widths(lines: Sequence[Line]) -> list[int]:
    """For each line the width at which its stretch is wrapped, or ``FREE``.

    A stretch is a run of lines none of which is longer than anyone would wrap at. It is wrapped when at least
    two lines without an end mark have about the same width, few lines are wider, most of them hold commas, a
    sentence ends somewhere: lists of names have lines of one width, too, but are no running text.
    """
    widths = [FREE] * len(lines)
    start = 0
    for position in range(len(lines) + 1):
        if position < len(lines) and lines[position].width <= _WIDEST:
            continue
        if position - start > _ENOUGH:
            widths[start:position] = [_width(lines[start:position])] * (position - start)
        start = position + 1
    return widths


def _width(stretch: Sequence[Line]) -> int:
    """The width that most unfinished lines of the stretch come close to."""
    unfinished = [line for line in stretch if line.width >= _NARROWEST and not line.text.endswith(_ENDS)]
    if not unfinished or not any(line.text.endswith(_SENTENCE_ENDS) for line in stretch):
        return FREE
    width = _commonest(Counter(line.width for line in unfinished))
    full = [line for line in unfinished if width - _SLACK < line.width <= width]
    wider = sum(line.width > width + 2 for line in stretch)  # punctuation may hang over by one character
    running = sum(_INNER.search(line.text) is not None for line in full)
    if len(full) < _ENOUGH or running * 2 < len(full) or wider * 4 > len(full):
        return FREE
    return width


def _commonest(lines: Counter[int]) -> int:
    """The width with most lines at most ``_SLACK`` below it; of several the widest."""
    near = {width: sum(lines[other] for other in range(width - _SLACK + 1, width + 1)) for width in lines}
    return max(near, key=lambda width: (near[width], width))
