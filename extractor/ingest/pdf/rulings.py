"""Drawn strokes become rulings: the horizontal and vertical lines that a table may be made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extractor.ingest.pdf.drawing import Stroke

_STRAIGHT = 1.0  # points off the level or the plumb line that are still straight
_THIN = 3.0  # a filled area thinner than this is a line
_SNAP = 3.5  # rulings nearer than this are one line, or a double one
_BRIDGE = 4.0  # the widest gap in one ruling: dashes, corners that do not quite meet


class Ruling(NamedTuple):
    """A line at ``at`` (y of a horizontal, x of a vertical one) from ``start`` to ``end``, in points."""

    at: float
    start: float
    end: float


class Rulings(NamedTuple):
    """All rulings of a page, each line once."""

    horizontal: tuple[Ruling, ...]
    vertical: tuple[Ruling, ...]


def rulings_of(paths: Iterable[Sequence[Stroke]]) -> Rulings:
    """The rulings among the straight strokes of a page; neighbouring pieces of one line are joined."""
    horizontal: list[Ruling] = []
    vertical: list[Ruling] = []
    for path in paths:
        for across, ruling in _rulings(path):
            (horizontal if across else vertical).append(ruling)
    return Rulings(tuple(_joined(horizontal)), tuple(_joined(vertical)))


def _rulings(path: Sequence[Stroke]) -> Iterable[tuple[bool, Ruling]]:
    """The rulings of one path: a thin area is a line through its middle, a drawn outline a line a side."""
    if not path:
        return
    xs = [x for stroke in path for x in (stroke.start[0], stroke.end[0])]
    ys = [y for stroke in path for y in (stroke.start[1], stroke.end[1])]
    left, right, bottom, top = min(xs), max(xs), min(ys), max(ys)
    if top - bottom < _THIN < right - left:
        yield True, Ruling((bottom + top) / 2, left, right)
    elif right - left < _THIN < top - bottom:
        yield False, Ruling((left + right) / 2, bottom, top)
    elif path[0].inked:
        yield from _sides(path)


def _sides(path: Sequence[Stroke]) -> Iterable[tuple[bool, Ruling]]:
    for (x1, y1), (x2, y2), _ in path:
        if abs(y1 - y2) < _STRAIGHT < abs(x1 - x2):
            yield True, Ruling((y1 + y2) / 2, min(x1, x2), max(x1, x2))
        elif abs(x1 - x2) < _STRAIGHT < abs(y1 - y2):
            yield False, Ruling((x1 + x2) / 2, min(y1, y2), max(y1, y2))


def snapped(values: Iterable[float]) -> list[float]:
    """The distinct places among ``values``, in order, those nearer than a line's thickness made one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _SNAP:
            places.append(value)
    return places


def _joined(rulings: list[Ruling]) -> Iterable[Ruling]:
    """Pieces of one line made one line; every line is snapped to the first of its neighbours."""
    places = snapped(ruling.at for ruling in rulings)
    by_place: dict[float, list[Ruling]] = {place: [] for place in places}
    for ruling in rulings:
        by_place[min(places, key=lambda place: abs(place - ruling.at))].append(ruling)
    for place, pieces in by_place.items():
        yield from _bridged(place, pieces)


def _bridged(place: float, pieces: list[Ruling]) -> Iterable[Ruling]:
    pieces.sort(key=lambda piece: piece.start)
    start, end = pieces[0].start, pieces[0].end
    for piece in pieces[1:]:
        if piece.start > end + _BRIDGE:
            yield Ruling(place, start, end)
            start, end = piece.start, piece.end
        end = max(end, piece.end)
    yield Ruling(place, start, end)
