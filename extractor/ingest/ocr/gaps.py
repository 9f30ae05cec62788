"""Blanks within a recognised line: boxes of characters are rough, so the ink decides where a word ends.

::

    教 育 部   科 技 部        no ink over a good part of a character's width: 教育部 科技部
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from extractor.ingest.ocr.piece import Character, Corners, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.ingest.ocr.pixels import Pixels

_FAINT = 50  # of 255: how much darker than the paper ink is
_BLANK = 0.22  # of a character: a blank, beyond what usually parts the characters of the line
_STEP = 1.2  # characters from the middle of one to that of the other, over a blank
_COLUMNS = 0.9  # of a character: so far apart stand words of different columns
_ENOUGH = 3
_HAN = ("\u3400", "\u9fff")
_EDGE = 0.12  # of the height of a line, where its neighbours may reach in


def spaced(piece: Piece, pixels: Pixels) -> Piece:
    """``piece`` with its characters side by side, and a blank where the ink leaves one between two words."""
    characters = [one for one in piece.characters if one.text != " "]
    if len(characters) < 2 or piece.height > piece.width:  # noqa: PLR2004 - a gap has two sides
        return piece
    ink = _inked_columns(piece.corners, pixels)
    left = min(x for x, _ in piece.corners)
    gaps = [_white(ink, _middle(a) - left, _middle(b) - left) for a, b in _pairs(characters)]
    steps = [_middle(b) - _middle(a) for a, b in _pairs(characters)]
    em, usual = _em(characters, steps), median(gaps)
    blanks = {id(b) for a, b in _pairs(piece.characters) if a.text == " "}
    found = characters[:1]
    for one, gap, step in zip(characters[1:], gaps, steps, strict=True):
        before = found[-1]
        if id(one) in blanks or _parts(before.text, one.text, (gap - usual) / em, step / em):
            found[-1] = _until(before, _left(one) - em / 2)
            found.append(Character(" ", _between(found[-1].corners, one.corners)))
        else:
            found[-1] = _until(before, _left(one))
        found.append(one)
    return replace(piece, characters=tuple(found))


def _pairs(characters: Sequence[Character]) -> list[tuple[Character, Character]]:
    return list(pairwise(characters))


def _parts(before: str, after: str, white: float, step: float) -> bool:
    """Whether a gap parts words: between Chinese characters a small one does, beside others a wide one."""
    if _is_chinese(before) and _is_chinese(after):
        return white > _BLANK and step > _STEP
    return white > _COLUMNS


def _is_chinese(text: str) -> bool:
    return _HAN[0] <= text <= _HAN[1]


def _em(characters: Sequence[Character], steps: Sequence[float]) -> float:
    """The usual step from one Chinese character to the next; from any to the next where there are few."""
    pairs = zip(_pairs(characters), steps, strict=True)
    chinese = [step for (a, b), step in pairs if _is_chinese(a.text) and _is_chinese(b.text)]
    return max(1.0, median(chinese if len(chinese) >= _ENOUGH else steps))


def _middle(one: Character) -> float:
    return sum(x for x, _ in one.corners) / 4


def _left(one: Character) -> float:
    return one.corners[0][0]


def _until(one: Character, right: float) -> Character:
    """``one`` with its right side at ``right``, where that leaves anything of it."""
    (left, top), (_, right_top), (_, bottom_right), left_bottom = one.corners
    if right <= left:
        return one
    return replace(one, corners=((left, top), (right, right_top), (right, bottom_right), left_bottom))


def _between(before: Corners, after: Corners) -> Corners:
    return before[1], after[0], after[3], before[2]


def _inked_columns(corners: Corners, pixels: Pixels) -> list[bool]:
    """For every column of the line whether there is ink in it."""
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    edge = _EDGE * (max(ys) - min(ys))
    rows = slice(max(0, int(min(ys) + edge)), max(1, int(max(ys) - edge)))
    strip = pixels[rows, max(0, int(min(xs))) : max(1, int(max(xs)))].min(axis=2)
    if not strip.size:
        return []
    inked: list[bool] = (strip < int(strip.max()) - _FAINT).any(axis=0).tolist()
    return inked


def _white(ink: Sequence[bool], start: float, end: float) -> int:
    """The longest stretch of columns without ink between two of them."""
    longest = here = 0
    for inked in ink[max(0, int(start)) : max(0, int(end))]:
        here = 0 if inked else here + 1
        longest = max(longest, here)
    return longest
