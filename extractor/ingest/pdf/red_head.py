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
    from collections.abc import Sequence

    from extractor.ingest.pdf.lines import Line

_WORD = "文件"
_LARGE = 20.0  # points: heads are set in 22 and more, body text in 16
_NEXT_NAME = 2.2  # line heights from one name to the next


def join_head(lines: Sequence[Line]) -> list[Line]:
    """The lines, with the 文件 that stands beside one name or several added to the last of them."""
    for index, line in enumerate(lines):
        if (line.text == _WORD or line.text.endswith(" " + _WORD)) and (line.red or line.em > _LARGE):
            name, word = _parted(line)
            bare = [*lines[:index], *([name] if name.text else []), *lines[index + 1 :]]
            return _with_word(bare, word, line)
    return list(lines)


def _parted(line: Line) -> tuple[Line, Line]:
    """The name on a line, maybe empty, and the 文件 at its end."""
    middle = line.box.right - len(_WORD) * line.em
    name = replace(line, text=line.text.removesuffix(_WORD).strip(), box=line.box._replace(right=middle))
    return name, replace(line, text=_WORD, box=line.box._replace(left=middle))


def _with_word(lines: list[Line], word: Line, whole: Line) -> list[Line]:
    names = _names(lines, word)
    if not names:
        return [*lines, whole]
    last = names[-1]
    return [replace(line, text=line.text + _WORD) if line is last else line for line in lines]


def _names(lines: Sequence[Line], word: Line) -> list[Line]:
    """The names to the left of 文件, top down: set as large, and each next to the one before."""
    beside = [line for line in lines if line.box.left < word.box.left and line.em > word.em / 2]
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
