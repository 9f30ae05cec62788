"""What the body of a DOCX consists of: paragraphs of lines, and grids of cells that hold paragraphs again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from extractor.ingest.repair import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph; ``turns`` holds (letters before it, page) for each page that begins in it."""

    text: str
    page: int
    turns: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: one line, or several when soft line breaks part it."""

    lines: tuple[Line, ...]


@dataclass(slots=True)
class GridCell:
    """A cell at 0-based ``row`` and ``column``; ``rows`` grows as cells below prove to be merged with it."""

    row: int
    column: int
    columns: int
    page: int
    blocks: Sequence[Block]
    rows: int = 1


@dataclass(slots=True)
class Grid:
    """A table as it is drawn, whether it is one or only lays out a letter."""

    cells: list[GridCell] = field(default_factory=list)


Block: TypeAlias = Paragraph | Grid


def lines_of(pieces: Sequence[str | int]) -> list[Line]:
    """Words parted at soft line breaks and cleaned; a number in ``pieces`` is the page that begins there."""
    lines: list[Line] = []
    words, page, turns = "", 1, list[tuple[int, int]]()
    for piece in (*pieces, "\n"):
        if isinstance(piece, int):
            if words.strip():
                turns.append((letters(clean_line(words)), piece))
            else:
                page = piece
            continue
        *ended, rest = piece.split("\n")
        for part in ended:
            lines.append(Line(clean_line(words + part), page, tuple(turns)))
            page = turns[-1][1] if turns else page
            words, turns = "", []
        words += rest
    return lines


def letters(words: str) -> int:
    """How many characters are no blanks: the measure that cleaning a line leaves alone."""
    return sum(not character.isspace() for character in words)


def words_of(blocks: Sequence[Block]) -> str:
    """The words of a cell, a line a paragraph; of a table inside it, a line a cell."""
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            texts += (line.text for line in block.lines)
        else:
            texts += (" ".join(words_of(cell.blocks).split()) for cell in block.cells)
    return "\n".join(text for text in texts if text)
