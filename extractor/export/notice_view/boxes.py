"""Where facts stand on the pages of a file: boxes over the words, one for every printed line."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from extractor.export.notice_view.segments import shared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.export.notice_view.facts import Fact
    from extractor.model.layout import Layout
    from extractor.model.source import Printed, Sheet

_LATIN = 0x2000  # below it characters are half as wide as Chinese ones


class FactBox(NamedTuple):
    """A box over words of ``fact``: points from the upper left corner of its page."""

    fact: Fact
    left: float
    top: float
    width: float
    height: float


class PageLine(NamedTuple):
    """A printed line: its words, and its box as that of a fact."""

    words: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PageBoxes:
    """A page, its size in points, and the boxes on it: wide ones first, so that narrow ones lie above them.

    ``lines`` are its words at their places, for a page that cannot be pictured.
    """

    sheet: Sheet
    width: float
    height: float
    boxes: tuple[FactBox, ...]
    lines: tuple[PageLine, ...] = ()


def pages_of(text: str, layout: Layout, facts: Sequence[Fact]) -> tuple[PageBoxes, ...]:
    """All pages with the boxes of ``facts``."""
    lines = sorted(layout.printed, key=lambda line: line.start)
    found: dict[int, list[FactBox]] = {sheet.page: [] for sheet in layout.sheets}
    sheets = {sheet.page: sheet for sheet in layout.sheets}
    for line, here in zip(lines, shared([(line.start, line.end) for line in lines], facts), strict=True):
        if line.page in sheets:
            found[line.page] += _boxes(text, line, sheets[line.page], here)
    return tuple(_page(sheet, found[sheet.page]) for sheet in layout.sheets)


def drawn_pages_of(text: str, layout: Layout, facts: Sequence[Fact]) -> tuple[PageBoxes, ...]:
    """The same with the words of every line, so that the pages can be drawn."""
    sheets = {sheet.page: sheet for sheet in layout.sheets}
    found: dict[int, list[PageLine]] = {page: [] for page in sheets}
    for line in layout.printed:
        words = " ".join(text[line.start : line.end].split())
        if line.page in sheets and words:
            found[line.page].append(PageLine(words, *_shown(line.box, sheets[line.page])))
    return tuple(replace(page, lines=tuple(found[page.sheet.page])) for page in pages_of(text, layout, facts))


def _page(sheet: Sheet, boxes: list[FactBox]) -> PageBoxes:
    left, bottom, right, top = sheet.frame
    boxes.sort(key=lambda box: (box.fact.kind != "task", -box.fact.length))
    return PageBoxes(sheet, max(1.0, right - left), max(1.0, top - bottom), tuple(boxes))


def _boxes(text: str, line: Printed, sheet: Sheet, facts: Sequence[Fact]) -> Iterator[FactBox]:
    """The part of the line that each fact covers, as far as the widths of characters tell."""
    before = [0.0]
    for character in text[line.start : line.end]:
        before.append(before[-1] + (0.5 if ord(character) < _LATIN else 1.0))
    left, bottom, right, top = line.box
    for fact in facts:
        start, end = (before[max(line.start, min(line.end, at)) - line.start] for at in (fact.start, fact.end))
        shares = (start / before[-1], end / before[-1])
        xs = [left + share * (right - left) for share in shares]
        yield FactBox(fact, *_shown((xs[0], bottom, xs[1], top), sheet))


def _shown(box: tuple[float, float, float, float], sheet: Sheet) -> tuple[float, float, float, float]:
    """The box as left, top, width and height on the page as it is pictured, which may lie askew."""
    left, bottom, right, top = box
    corners = [_askew(x - sheet.frame[0], sheet.frame[3] - y, sheet) for x in (left, right) for y in (bottom, top)]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def _askew(x: float, y: float, sheet: Sheet) -> tuple[float, float]:
    """A point of the straightened page, y downwards, on the page as it slants."""
    if not sheet.slant:
        return x, y
    left, bottom, right, top = sheet.frame
    middle, centre = (right - left) / 2, (top - bottom) / 2
    across, down = x - middle, y - centre
    cosine, sine = math.cos(sheet.slant), math.sin(sheet.slant)
    return middle + across * cosine - down * sine, centre + across * sine + down * cosine
