"""A text object becomes glyphs: each character with its box on the page.

::

    <TextObject Boundary="20 30 100 8" Size="5.6">        Boundary and CTM say where the object stands
      <TextCode X="0" Y="5" DeltaX="g 3 5.6 2.8">通知如2024</TextCode>   steps: 5.6 5.6 5.6 2.8, the last goes on
    </TextObject>

Source: GB/T 33190-2016, 11.3 (TextCode, DeltaX; ``g n d`` stands for n times d).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extractor.ingest.ofd.container import children
from extractor.ingest.ofd.geometry import Matrix, around, number, numbers, quarter_turns
from extractor.ingest.pdf.glyphs import Glyph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.ingest.markup import Element
    from extractor.ingest.pdf.pdfium import Box

_ASCENT, _DESCENT = 0.86, 0.14  # of the size, over and under the line on which a character stands
_WIDE = 3  # bytes in UTF-8 of a character as wide as it is high
_REPEAT = 3  # words of ``g n d``
_QUARTER = 90.0


class TextLine(NamedTuple):
    """The glyphs of a text code, and in how many quarter turns they stand; None when aslant."""

    glyphs: tuple[Glyph, ...]
    turns: int | None


def text_lines(item: Element, matrix: Matrix, *, red: bool) -> Iterator[TextLine]:
    """The text codes of a text object; ``matrix`` leads from its space to the page."""
    size = number(item.get("Size"), 0.0)
    stretch = number(item.get("HScale"), 1.0)
    turned = _turned(round(number(item.get("CharDirection"), 0.0) / _QUARTER) % 4)
    turns = quarter_turns(turned.within(matrix))
    x = y = 0.0
    for code in children(item, "TextCode"):
        x, y = number(code.get("X"), x), number(code.get("Y"), y)
        text = (code.text or "").strip("\r\n")
        if size > 0 and text:
            widths, places = _steps(code, text, size * stretch)
            glyphs = (
                Glyph(character, _box(turned, matrix, (x + right, y + down), (width, size)), red)
                for character, width, (right, down) in zip(text, widths, places, strict=True)
            )
            yield TextLine(tuple(glyphs), turns)


def _turned(quarters: int) -> Matrix:
    """Characters turned on their own spot, clockwise."""
    return (Matrix(), Matrix(0, 1, -1, 0), Matrix(-1, 0, 0, -1), Matrix(0, -1, 1, 0))[quarters]


def _box(turned: Matrix, matrix: Matrix, spot: tuple[float, float], extent: tuple[float, float]) -> Box:
    width, size = extent
    glyph = turned.within(Matrix(e=spot[0], f=spot[1])).within(matrix)
    return around(glyph, 0.0, -_ASCENT * size, width, _DESCENT * size)


def _steps(code: Element, text: str, em: float) -> tuple[list[float], list[tuple[float, float]]]:
    """The width of each character, and how far right and down of the first it stands.

    A character is as wide as its kind, or as the step to its neighbour where that says more.
    """
    usual = [em if len(character.encode()) >= _WIDE else em / 2 for character in text]
    right, down = _deltas(code.get("DeltaX"), len(text)), _deltas(code.get("DeltaY"), len(text))
    steps = right or ([0.0] * len(text) if any(down) else usual)
    places, x, y = [], 0.0, 0.0
    for across, below in zip(steps, down or [0.0] * len(text), strict=True):
        places.append((x, y))
        x, y = x + across, y + below
    given = [*right[: len(text) - 1], 0.0] if right else [0.0] * len(text)
    widths = [_width(*pair, em) for pair in zip(usual, given, strict=True)]
    return widths, places


def _width(usual: float, step: float, em: float) -> float:
    if usual == em:
        return min(usual, step) if step > 0 else usual
    return step if 0 < step <= em else usual


def _deltas(stated: str | None, count: int) -> list[float]:
    """``count`` steps; the last one given goes on. None at all where none are given, or no numbers."""
    words = (stated or "").split()
    found: list[float] = []
    while words and len(found) < count:
        if words[0] == "g" and len(words) >= _REPEAT:
            times, step = numbers(words[1]), numbers(words[2])
            found += step * int(min(count, max(0.0, times[0]))) if times else []
            words = words[_REPEAT:]
        else:
            found += numbers(words.pop(0))
    return (found + found[-1:] * count)[:count]
