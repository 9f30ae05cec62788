"""Number labels at the beginning of typed paragraphs, and which list of a Word file each would belong to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_LABEL = re.compile(
    r"(?P<open>[（(]?)(?P<number>[一二三四五六七八九十]{1,3}|[0-9]{1,2})"
    r"(?P<close>[)）]|[、.．])(?![0-9])[ \u3000]*"
)
_DIGITS = dict(zip("一二三四五六七八九", range(1, 10), strict=True))


@dataclass(frozen=True, slots=True)
class Shape:
    """What surrounds the number and how it is written: 「（」 + Chinese + 「）」."""

    opening: str
    chinese: bool
    closing: str

    @property
    def level(self) -> int:
        """0 一、  1 （一）  2 1.  3 （1）."""
        return (0 if self.chinese else 2) + bool(self.opening)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph: its label's shape and value if it has one, and the words after it."""

    words: str
    shape: Shape | None = None
    value: int = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """Where a numbered paragraph stands in a Word file: list 0 has all levels, every other one runs alone."""

    number: int
    level: int


@dataclass(slots=True)
class Run:
    """A list of one level that begins anywhere: its first number and the last one given."""

    shape: Shape
    first: int
    last: int


def chinese_value(numeral: str) -> int:
    """一 … 九十九 as a number."""
    tens, ten, ones = numeral.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


def labelled(paragraph: str) -> Labelled:
    """The paragraph taken apart into its label and its words."""
    match = _LABEL.match(paragraph)
    if not match or bool(match["open"]) != (match["close"] in ")）"):
        return Labelled(paragraph)
    chinese = not match["number"].isdecimal()
    value = chinese_value(match["number"]) if chinese else int(match["number"])
    return Labelled(paragraph[match.end() :], Shape(match["open"], chinese, match["close"]), value)


@dataclass(slots=True)
class Lists:
    """Deals labels to lists as Word counts: one that does not follow in the common list starts its own."""

    shapes: dict[int, Shape] = field(default_factory=dict)
    counters: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    alone: list[Run] = field(default_factory=list)

    def place(self, label: Labelled) -> Listed | None:
        """The list and level that make Word print this label here; None for a paragraph without one."""
        if label.shape is None:
            return None
        level = label.shape.level
        alike = self.shapes.setdefault(level, label.shape) == label.shape
        if alike and self.counters[level] + 1 == label.value:
            self.counters[level:] = [label.value] + [0] * (3 - level)
            return Listed(0, level)
        return self._alone(label.shape, label.value)

    def _alone(self, shape: Shape, value: int) -> Listed:
        for number, run in enumerate(self.alone, 1):
            if (run.shape, run.last + 1) == (shape, value):
                run.last = value
                return Listed(number, 0)
        self.alone.append(Run(shape, value, value))
        return Listed(len(self.alone), 0)
