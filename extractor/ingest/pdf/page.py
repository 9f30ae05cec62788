"""One page as it is read: its lines and ruled tables from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, TypeAlias

from extractor.ingest.pdf.columns import Columns, in_columns
from extractor.ingest.pdf.drawing import count_paths, picture_share, strokes
from extractor.ingest.pdf.grid import grids_of
from extractor.ingest.pdf.lines import Line, lines_of
from extractor.ingest.pdf.red_head import join_head
from extractor.ingest.pdf.rulings import rulings_of
from extractor.ingest.pdf.runs import read_runs
from extractor.ingest.pdf.tables import PdfTable, Row, fill
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from extractor.ingest.pdf.drawing import Stroke
    from extractor.ingest.pdf.pdfium import Box, PdfPage
    from extractor.ingest.pdf.placed import Placed

_PICTURE = 0.2  # of the page: a seal or a badge covers less
_OUTLINES = 200  # paths on a page without text: its characters are drawn as outlines
_SCARCE = 100  # characters on a page that may be an image with a watermark

SCAN = 30
"""Characters on a page: less is a watermark or a stamp, no text."""

MOST_PATHS = 5000
"""Paths on a page: more are a picture, in which tables are not looked for."""

DASHED_NUMBER = own(r"[-—–－]+ ?\d{1,4} ?[-—–－]+")
"""A page number as notices print it, ``— 3 —``; it may stand on top of a table."""

Item: TypeAlias = Line | PdfTable


@dataclass(frozen=True, slots=True)
class Page:
    """``items`` from top to bottom, how many rows stood ``aslant``, and whether it is a ``picture``.

    ``opens``: a document of its own begins here, in a format that may hold several. ``scores``: its lines
    where they were recognised in a picture, each with how sure that is, from 0 to 1.
    ``across``: what stands aslant. ``missed``: there was no time left to recognise its characters. ``turns``: quarter
    turns against the clock from the page as it is shown to the page as it is read; ``slant``: see ``Sheet``.
    """

    number: int
    frame: Box
    items: tuple[Item, ...]
    aslant: int = 0
    picture: bool = False
    opens: bool = False
    scores: tuple[tuple[str, float], ...] = ()
    across: str = ""
    missed: bool = False
    turns: int = 0
    slant: float = 0.0

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines outside its tables."""
        return tuple(item for item in self.items if isinstance(item, Line))

    @property
    def characters(self) -> int:
        """How many characters stand on it."""
        return sum(len(line.text) for line in self.lines) + sum(
            len(cell.text) for item in self.items if isinstance(item, PdfTable) for cell in item.cells
        )


def read_page(page: PdfPage, columns: Columns | None = None) -> Page:
    """The page in reading order; whether it is a picture is asked only where text is scarce.

    ``columns`` knows the columns of the pages before.
    """
    characters = read_runs(page)
    items = arranged(page, characters.rows, lambda: strokes(page, MOST_PATHS), columns)
    upright = sum(len(run.text) for row in characters.rows for run in row)
    scarce = is_scarce(upright, items)
    picture = scarce and _is_picture(page)
    turns = page.turns_shown
    return Page(page.number, page.frame, items, characters.aslant, picture, across=characters.across, turns=turns)


def arranged(
    page: Placed,
    runs: Iterable[Row],
    drawn: Callable[[], Iterable[Sequence[Stroke]]],
    columns: Columns | None = None,
) -> tuple[Item, ...]:
    """The lines and tables that ``runs`` are, in reading order; ``drawn`` gives the strokes, if asked for."""
    rows = list(runs)
    lines = lines_of(rows, page.number)
    tables: list[PdfTable] = []
    if any(line.gaps or line.parted for line in lines):  # as in every table of two columns
        tables, rest = _tables(page, rows, drawn())
        rows = rest if tables else rows
        lines = lines_of(rest, page.number) if tables else lines
    parted, gutter = (columns or Columns()).parted(rows, page.number)
    if gutter is not None:
        return _numbered(in_columns([*join_head(parted), *tables], gutter, lambda item: item.box))
    items: list[Item] = [*join_head(lines), *tables]
    items.sort(key=_height_over_foot, reverse=True)
    return tuple(items)


def _numbered(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items with their lines counted in the order in which they are read."""
    numbers = count(1)
    return tuple(replace(item, number=next(numbers)) if isinstance(item, Line) else item for item in items)


def is_scarce(characters: int, items: Iterable[Item]) -> bool:
    """Whether a page has so little text, and no table, that it may be a picture."""
    return characters < _SCARCE and not any(isinstance(item, PdfTable) for item in items)


def _height_over_foot(item: Item) -> float:
    return item.box.top if isinstance(item, PdfTable) else item.middle


def _tables(
    page: Placed, rows: list[Row], drawn: Iterable[Sequence[Stroke]]
) -> tuple[list[PdfTable], list[Row]]:
    """The tables of the page, and the rows of runs outside them, page numbers among these."""
    tables: list[PdfTable] = []
    numbers = [row for row in rows if DASHED_NUMBER.fullmatch("".join(run.text for run in row))]
    rows = [row for row in rows if row not in numbers]
    for grid in grids_of(rulings_of(drawn)):
        table, rows = fill(page, grid, rows)
        if table:
            tables.append(table)
    return tables, rows + numbers


def _is_picture(page: PdfPage) -> bool:
    return is_picture(picture_share(page), lambda: count_paths(page))


def is_picture(share: float, paths: Callable[[], int]) -> bool:
    """Whether pictures cover a page, by their ``share`` of it, or outlines are drawn for its characters."""
    return share > _PICTURE or paths() > _OUTLINES
