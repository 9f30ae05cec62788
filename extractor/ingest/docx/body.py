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


@dataclass(slots=True)
class _Draft:
    """A line as its words come in; those ``counted`` up to the last turn have ``before`` letters."""

    page: int
    words: list[str] = field(default_factory=list)
    turns: list[tuple[int, int]] = field(default_factory=list)
    counted: int = 0
    before: int = 0

    def turn(self, page: int) -> None:
        """A page begins here: a turn inside the line, or the page of the line itself."""
        if len(self.words) > self.counted:
            self.before += letters(clean_line("".join(self.words[self.counted :])))
            self.counted = len(self.words)
        if self.before:
            self.turns.append((self.before, page))
        else:
            self.page = page

    def line(self) -> Line:
        """The finished line."""
        return Line(clean_line("".join(self.words)), self.page, tuple(self.turns))

    def next(self) -> _Draft:
        """A new line, on the page that this one ended on."""
        return _Draft(self.turns[-1][1] if self.turns else self.page)


def lines_of(pieces: Sequence[str | int]) -> list[Line]:
    """Words parted at soft line breaks and cleaned; a number in ``pieces`` is the page that begins there."""
    page, words = pieces[0] if pieces else None, [piece for piece in pieces[1:] if isinstance(piece, str)]
    if isinstance(page, int) and len(words) == len(pieces) - 1 and "\n" not in (text := "".join(words)):
        return [Line(clean_line(text), page)]  # nearly all paragraphs: nothing parts them
    lines: list[Line] = []
    draft = _Draft(1)
    for piece in pieces:
        if isinstance(piece, int):
            draft.turn(piece)
            continue
        if "\n" not in piece:
            draft.words.append(piece)
            continue
        first, *others = piece.split("\n")
        draft.words.append(first)
        for other in others:
            lines.append(draft.line())
            draft = draft.next()
            draft.words.append(other)
    return [*lines, draft.line()]


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
