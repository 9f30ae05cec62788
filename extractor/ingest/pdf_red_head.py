"""The red head: the names of the issuing bodies below each other, and 文件 beside them for all.

::

    甲 省 科 技 厅
    中共甲省委某部    文件        ->   甲省科技厅 / 中共甲省委某部 / 甲省财政厅文件
    甲 省 财 政 厅
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extractor.ingest.pdf_lines import Line
    from extractor.ingest.pdf_runs import Run

_WORD = "文件"
_LARGE = 20.0  # points: heads are set in 22 and more, body text in 16
_NEXT_NAME = 2.2  # line heights from one name to the next


def part_head(rows: Iterable[Sequence[Run]]) -> list[Sequence[Run]]:
    """The rows, with a large or red 文件 at the end of a row made a row of its own."""
    parted: list[Sequence[Run]] = []
    for row in rows:
        size = _word_length(row)
        parted += [row[:-size], row[-size:]] if 0 < size < len(row) else [row]
    return parted


def _word_length(row: Sequence[Run]) -> int:
    """How many runs at the end of ``row`` make 文件 in a head: one, two when it is spaced, or none."""
    for size in (1, 2):
        end = row[-size:]
        if "".join(run.text for run in end) == _WORD and (end[0].red or end[0].em > _LARGE):
            return size
    return 0


def join_head(lines: Sequence[Line]) -> list[Line]:
    """The lines, with a 文件 that stands alone added to the last of the names beside it."""
    word = next((line for line in lines if line.text == _WORD and (line.red or line.em > _LARGE)), None)
    names = _names(lines, word) if word else []
    if not word or not names:
        return list(lines)
    last = names[-1]
    whole = replace(last, text=last.text + _WORD, box=last.box._replace(right=word.box.right))
    return [whole if line is last else line for line in lines if line is not word]


def _names(lines: Sequence[Line], word: Line) -> list[Line]:
    """The names to the left of 文件, top down: set as large, and each next to the one before."""
    beside = [line for line in lines if line.box.right < word.box.left and line.em > word.em / 2]
    if not beside:
        return []
    nearest = min(range(len(beside)), key=lambda index: abs(beside[index].middle - word.middle))
    first = last = nearest
    while first > 0 and _next(beside[first - 1], beside[first]):
        first -= 1
    while last + 1 < len(beside) and _next(beside[last], beside[last + 1]):
        last += 1
    return beside[first : last + 1]


def _next(upper: Line, lower: Line) -> bool:
    height = max(line.box.top - line.box.bottom for line in (upper, lower))
    aligned = abs(upper.box.left - lower.box.left) < height or abs(upper.box.right - lower.box.right) < height
    return aligned and upper.red == lower.red and upper.middle - lower.middle < _NEXT_NAME * height
