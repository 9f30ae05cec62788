"""Word's automatic numbering: which number a paragraph bears, counted as Word counts.

A *list* (``w:num``) borrows nine levels from a definition (``w:abstractNum``); lists of one definition share
its counters. ``%1`` … ``%9`` in a level's text stand for the numbers of levels 1 … 9.
Source: ECMA-376 Part 1, 17.9.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from extractor.ingest.numerals import numeral
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

Suffix = Literal["tab", "space", "nothing"]
LEVELS = 9
_BLANK = own(r"%([1-9])")
_LONGEST_LABEL = 100
_CLOSED = "、，。；：）】〕》」』,;:)]"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list (``w:lvl``), 0-based where it is counted.

    ``form`` is the number format, ``text`` the label with its blanks (``（%1）``), ``legal`` prints every
    number of the label in plain digits, ``restart`` is the 1-based level after which it starts anew (None:
    any higher one, 0: never), ``style`` the paragraph style that is tied to the level.
    """

    start: int = 0
    form: str = "decimal"
    text: str = ""
    suffix: Suffix = "tab"
    legal: bool = False
    restart: int | None = None
    style: str | None = None


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list of the document: whose counters it uses, its levels, and where it sets the counters anew."""

    definition: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)

    def start(self, level: int) -> int:
        """The first number at ``level``."""
        return self.starts.get(level, self.level(level).start)

    def level(self, level: int) -> Level:
        """The level's definition; one that the file leaves out prints nothing."""
        return self.levels.get(level, Level())


@dataclass(slots=True)
class Numbering:
    """The lists of a document and their counters; ``label`` is called once a paragraph, in document order."""

    lists: Mapping[str, NumberedList]
    counters: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def level_of_style(self, number: str, style: str) -> int | None:
        """The level of list ``number`` that is tied to the paragraph style."""
        levels = self.lists[number].levels if number in self.lists else {}
        return next((index for index, level in levels.items() if level.style == style), None)

    def label(self, number: str, level: int) -> tuple[str, Suffix] | None:
        """Count a paragraph at 0-based ``level`` of list ``number``: its label, if any, and what follows."""
        used = self.lists.get(number)
        if used is None or not 0 <= level < LEVELS:
            return None
        counters = self.counters.setdefault(used.definition, [None] * LEVELS)
        self._count(used, number, level, counters)
        return _printed(used, level, counters), used.level(level).suffix

    def _count(self, used: NumberedList, number: str, level: int, counters: list[int | None]) -> None:
        """Count on at ``level``; a higher level that was skipped has used up its first number, as in Word."""
        for skipped in range(level):
            if counters[skipped] is None:
                counters[skipped] = used.start(skipped)
        begins = level in used.starts and (number, level) not in self.begun
        self.begun.add((number, level))
        last = counters[level]
        counters[level] = used.start(level) if last is None or begins else last + 1
        for deeper in range(level + 1, LEVELS):
            if _starts_anew(used.level(deeper).restart, deeper, level):
                counters[deeper] = None


def _starts_anew(restart: int | None, level: int, after: int) -> bool:
    """Whether 0-based ``level`` starts anew after a paragraph of level ``after``."""
    return after < (level if restart is None else restart)


def _printed(used: NumberedList, level: int, counters: list[int | None]) -> str:
    """The level's text with its blanks filled; a level below that is named shows its first number."""
    own = used.level(level)

    def number(blank: re.Match[str]) -> str:
        index = int(blank[1]) - 1
        counted = counters[index]
        value = used.start(index) if counted is None else counted
        form = used.level(index).form
        return numeral(value, "decimal" if own.legal and form not in {"none", "bullet"} else form)

    return _BLANK.sub(number, own.text)[:_LONGEST_LABEL].strip()


def labelled(label: str, suffix: Suffix, words: str) -> str:
    """A label before its words: ``一、`` + 总体要求 → ``一、总体要求``, ``第一条`` + 目的 → ``第一条 目的``.

    What Word fills with a tab or a space is one blank here, and only where label and words would run on:
    after a label that ends in neither punctuation nor a border, and between ``1.`` and a digit.
    """
    if suffix == "nothing" or not (label and words):
        return label + words
    return f"{label} {words}" if _runs_together(label[-1], words[0]) else label + words


def _runs_together(last: str, first: str) -> bool:
    if last in ".．":
        return first.isdigit()
    return last not in _CLOSED and not _is_enclosed(last)


def _is_enclosed(sign: str) -> bool:
    """Whether ``sign`` is a number with its own border or dot: ① ⑴ ⒈ ㈠ ❶."""
    return "①" <= sign <= "⒛" or "㈠" <= sign <= "㈩" or "❶" <= sign <= "➓"
