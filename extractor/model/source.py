"""The one text of a file, and where each stretch of it stood."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.model.problem import Problem
    from extractor.model.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """From ``start`` on, until the next place, the text stood on this page and line (1-based) of the file."""

    start: int
    page: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell at 0-based ``row`` and ``column``, spanning ``rows`` x ``columns``; ``span`` is None when empty."""

    row: int
    column: int
    rows: int
    columns: int
    span: Span | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table laid into the text: cells of a row joined by a tab, rows by a line break, each cell's text once."""

    span: Span
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed line: ``start`` to ``end`` of the text stood on ``page`` in ``box``.

    The box is (left, bottom, right, top) in points, y upwards, once the page's text is upright and straight.
    """

    start: int
    end: int
    page: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its ``frame`` as the boxes of its lines count, and how it was turned to read them.

    ``turns``: quarter turns that bring its text upright; ``slant``: the angle in radians, clockwise, by which its
    lines then slant, as those of a sheet laid askew on the scanner.
    """

    page: int
    frame: tuple[float, float, float, float]
    turns: int = 0
    slant: float = 0.0


@dataclass(frozen=True, slots=True)
class Source:
    """One file as one string; after ingest its length never changes, so spans into ``text`` hold for ever.

    A line of ``text`` is a paragraph of the notice; inside ``tables`` a line may also be a part of a cell.
    ``name`` is the path below the input folder with ``/``; ``reader`` names the reader (``txt``, ``docx``, ``pdf``…).
    ``printed`` and ``sheets`` are known of formats that have pages.
    """

    name: str
    text: str
    reader: str
    sha256: str
    places: tuple[Place, ...] = ()
    tables: tuple[Table, ...] = ()
    problems: tuple[Problem, ...] = ()
    printed: tuple[Printed, ...] = ()
    sheets: tuple[Sheet, ...] = ()

    def quote(self, span: Span) -> str:
        """The words at ``span``."""
        return span.quote(self.text)

    def place_at(self, offset: int) -> Place | None:
        """The place of the stretch that holds ``offset``; None when the reader knew none."""
        index = bisect_right(self.places, offset, key=lambda place: place.start) - 1
        return self.places[index] if index >= 0 else None

    def page_at(self, offset: int) -> int | None:
        """The 1-based page on which ``offset`` stood; None for files without pages."""
        place = self.place_at(offset)
        return place.page if place else None

    def describe(self, span: Span) -> str:
        """Where a person finds ``span``: ``第3页第12行``, ``第12行``, or ``第120字`` when no place is known."""
        place = self.place_at(span.start)
        page = f"第{place.page}页" if place and place.page else ""
        line = f"第{place.line}行" if place and place.line else ""
        return page + line or f"第{span.start + 1}字"
