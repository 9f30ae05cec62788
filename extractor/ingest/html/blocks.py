"""What a page consists of for its reader: paragraphs of lines, and grids of cells that hold them again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from extractor.ingest.repair import HAN, clean_line
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

_BREAKS = own(r"[ \t\f]*\n[ \t\f\n]*")
_WIDE = own(rf"[{HAN}\u3001-\u303f\uff01-\uff60“”\u2018\u2019…—]")


@dataclass(frozen=True, slots=True)
class Lines:
    r"""A paragraph: the lines between its ``<br>``, as they stand in the file; an empty one is a gap.

    A ``\n`` in a line is a line break of the file that the page does not show. ``heading``: h1 to h6.
    ``linked``: all of it is links, as in a menu.
    """

    raw: tuple[str, ...]
    heading: bool = False
    linked: bool = False


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell at 0-based ``row`` and ``column``, over ``rows`` x ``columns`` places; ``text``: the words in it."""

    row: int
    column: int
    rows: int
    columns: int
    blocks: tuple[Block, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of data; tables that only lay out the page have become their paragraphs."""

    cells: tuple[GridCell, ...]


Block: TypeAlias = Lines | Grid


def shown(raw: str) -> str:
    """A line as the page shows it: line breaks of the file are nothing between Chinese characters, else a blank.

    Source: CSS Text Module Level 3, 4.1.2 (Segment Break Transformation Rules).
    """
    return clean_line(_BREAKS.sub(_blank, raw) if "\n" in raw else raw)


def _blank(match: re.Match[str]) -> str:
    line, start, end = match.string, match.start(), match.end()
    wide = _WIDE.match(line, start - 1) if start else None
    return "" if wide and _WIDE.match(line, end) else " "


def words_of(blocks: Sequence[Block]) -> str:
    """The words of a cell, a line a paragraph; of a table inside it, a line a cell."""
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, Lines):
            texts += (shown(raw) for raw in block.raw)
        else:
            texts += (" ".join(cell.text.split()) for cell in block.cells)
    return "\n".join(text for text in texts if text)


def lines_in(blocks: Sequence[Block]) -> int:
    """How many lines with text ``blocks`` have; a row of a table is one."""
    return sum(
        sum(map(bool, block.raw)) if isinstance(block, Lines) else len({cell.row for cell in block.cells})
        for block in blocks
    )
