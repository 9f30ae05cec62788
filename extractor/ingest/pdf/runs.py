"""Characters become runs: the words between two blanks of one printed row, each with its box.

PDFium gives the characters of a page in rows already; only the ends of a run are measured, since measuring
every character costs more than reading them. A run whose width does not fit them is measured throughout.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.ingest.pdf.pdfium import Box, PdfPage
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.ingest.pdf.placed import Placed

_ROW = own(r"[^\r\n]+")
_RUN = own(r"[^\s\x00-\x1f\x7f]+")
_HALF_LABEL = own(r"[〇一二三四五六七八九十]{1,3}）")
_SIDE_MARKS = own(r"[-—–\s\d.…·]+")  # the number of a landscape page bound among upright ones, dots
_WIDE_GAP = 0.9  # of the height of the line: a gap in a run that PDFium saw no blank in
_MOST_ACROSS = 200  # characters of a watermark
_NARROW, _WIDE = 0.55, 1.45  # em to height; beyond, a blank is missing or characters stand on each other


@dataclass(slots=True)
class Run:
    """Characters side by side; ``first`` counts them on their page, ``em`` is the width of 一; ``spaced``: blanks."""

    text: str
    box: Box
    first: int
    em: float
    red: bool = False
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Characters:
    """The runs of a page in rows, how many stood aslant, and what was written there."""

    rows: tuple[tuple[Run, ...], ...]
    aslant: int
    across: str = ""


def read_runs(page: PdfPage) -> Characters:
    """All runs of ``page``, which is turned so that most of its text stands upright."""
    spans = [(match.start(), match.end()) for match in _ROW.finditer(page.text) if not match[0].isspace()]
    directions = [page.direction(_first_drawn(page.text, start)) for start, end in spans]
    lengths = Counter[int]()
    for (start, end), direction in zip(spans, directions, strict=True):
        if direction is not None:
            lengths[direction] += end - start
    page.turn = lengths.most_common(1)[0][0] if lengths else 0
    turned = zip(spans, directions, strict=True)
    rows = (tuple(_row(page, *span)) for span, way in turned if _belongs(page, span, way))
    levels = tuple(part for row in rows for part in _levels(row))
    aslant = [page.text[slice(*span)] for span, way in zip(spans, directions, strict=True) if way is None]
    return Characters(levels, len(aslant), "".join("".join(aslant)[:_MOST_ACROSS].split()))


def _levels(row: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """A row cut where its next run stands wholly higher or lower."""
    start = 0
    for index, (before, run) in enumerate(pairwise(row), 1):
        if run.box.bottom >= before.box.top or run.box.top <= before.box.bottom:
            yield row[start:index]
            start = index
    if row:
        yield row[start:]


def _belongs(page: PdfPage, span: tuple[int, int], direction: int | None) -> bool:
    """Whether a row is text to be read: it stands upright, or sideways and is more than a number or dots."""
    if direction is None:
        return False
    return direction == page.turn or not _SIDE_MARKS.fullmatch(page.text, *span)


def _first_drawn(text: str, start: int) -> int:
    while text[start].isspace():
        start += 1
    return start


def _row(page: PdfPage, start: int, end: int) -> Iterator[Run]:
    red = page.is_red(_first_drawn(page.text, start))
    for match in _RUN.finditer(page.text, start, end):
        spaced = start < match.start() and page.is_drawn(match.start() - 1)
        for run in _runs(page, match[0], match.start()):
            run.red, run.spaced, spaced = red, spaced, False
            _restore_bracket(page, run, start)
            yield run


def _restore_bracket(page: PdfPage, run: Run, row_start: int) -> None:
    """``三）`` behind a blank as wide as a character was ``（三）``: some fonts call the bracket a blank."""
    blank = run.first - 1
    if blank == row_start and _HALF_LABEL.match(run.text) and page.is_drawn(blank):
        box = page.box(blank)
        if box.right - box.left > run.em / 2:
            run.text = "（" + run.text
            run.box = run.box._replace(left=box.left)
            run.first = blank


def _runs(page: PdfPage, text: str, first: int) -> Iterator[Run]:
    head = page.box(first)
    tail = page.box(first + len(text) - 1) if len(text) > 1 else head
    em = (tail.right - head.left) / units(text)
    height = head.top - head.bottom
    level = abs(tail.bottom - head.bottom) < height / 2
    if level and _NARROW * height < em < _WIDE * height:
        yield Run(text, _around(head, tail), first, em)
    else:
        yield from _measured(page, text, first)


def units(text: str) -> float:
    """The width of ``text`` in em: Chinese characters, of three bytes, are one, Latin letters and digits a half."""
    return (len(text.encode()) + len(text)) / 4


def _around(head: Box, tail: Box) -> Box:
    return Box(head.left, min(head.bottom, tail.bottom), tail.right, max(head.top, tail.top))


def _measured(page: PdfPage, text: str, first: int) -> Iterator[Run]:
    """The run cut where it jumps, without characters printed twice on the same spot to look bold."""
    words, start, boxes = list[str](), first, list[Box]()
    for index, character in enumerate(text, first):
        box = page.box(index)
        if boxes and character == words[-1] and _same_spot(box, boxes[-1]):
            continue
        if boxes and _jumps(boxes[-1], box):
            yield _run(words, boxes, start)
            words, boxes, start = [], [], index
        words.append(character)
        boxes.append(box)
    yield _run(words, boxes, start)


def _run(words: list[str], boxes: list[Box], first: int) -> Run:
    text = "".join(words)
    box = Box(boxes[0].left, min(box.bottom for box in boxes), boxes[-1].right, max(box.top for box in boxes))
    return Run(text, box, first, max(0.1, (box.right - box.left) / units(text)))


def _same_spot(here: Box, before: Box) -> bool:
    width = before.right - before.left
    return abs(here.left - before.left) < width / 2 and abs(here.bottom - before.bottom) < width / 2


def _jumps(before: Box, here: Box) -> bool:
    height = before.top - before.bottom
    gap = here.left - before.right
    return not -height < gap < _WIDE_GAP * height or abs(here.bottom - before.bottom) > height / 2


def cut(page: Placed, run: Run, borders: list[float]) -> Iterator[Run]:
    """``run`` in parts, cut where a character's middle passes one of ``borders`` (x in points)."""
    words: list[str] = []
    boxes: list[Box] = []
    start, side = run.first, None
    for index, character in enumerate(run.text, run.first):
        box = page.box(index)
        here = sum((box.left + box.right) / 2 > x for x in borders)
        if boxes and here != side:
            yield _run(words, boxes, start)
            words, boxes, start = [], [], index
        side = here
        words.append(character)
        boxes.append(box)
    yield _run(words, boxes, start)
