"""How high a row must be so that none of its words is cut off, on paper and in programs that do not work it out.

Excel and WPS fit a row anew when somebody edits it; LibreOffice and its kin trust what the file says.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINE = 14.7  # points that a line of 10 points takes in the tallest of the usual fonts
_POINTS = 10.0  # of the font that these figures are for
_PADDING = 3.0
_TALLEST = 409.0  # points; no program shows a higher row
_UNIT = 7.0  # pixels that a character of a column's width stands for; more where Calibri is not installed
_WIDE, _NARROW = 13.4, 7.6  # pixels of 字 and of a letter, at 10 points
_LOST = 5.0  # pixels at the edges of a cell
_SLACK, _SLACK_OF_LETTERS = 0.35, 1.5  # 字 that a line may lack: none begins with a stop, no word is torn


def height(cells: Iterable[tuple[str, float]], line: float = _LINE) -> float:
    """Points for a row of wrapped ``cells``: words and the width of their column."""
    most = max((lines(words, width) for words, width in cells), default=1)
    return min(_TALLEST, most * line + _PADDING)


def height_in_fonts(cells: Iterable[tuple[str, float, float]]) -> float:
    """Points for a row of wrapped cells of any font: words, width of the column, points of the font."""
    needed = (lines(words, width * _POINTS / points) * _LINE * points / _POINTS for words, width, points in cells)
    return min(_TALLEST, max(needed, default=_LINE) + _PADDING)


def lines(words: str, width: float) -> int:
    """How many lines ``words`` take at most in a column of ``width``."""
    room = width * _UNIT - _LOST
    if len(words) * _WIDE <= room and "\n" not in words:  # most cells of a ledger
        return 1
    return sum(_lines(each, room) for each in words.split("\n"))


def _lines(words: str, room: float) -> int:
    wide = (len(words.encode("utf-8")) - len(words)) // 2  # 字 has three bytes, a letter one
    length = wide * _WIDE + (len(words) - wide) * _NARROW
    if length <= room:
        return 1
    slack = _SLACK if wide * 2 > len(words) else _SLACK_OF_LETTERS
    return ceil(length / _WIDE / max(room // _WIDE - slack, 1))
