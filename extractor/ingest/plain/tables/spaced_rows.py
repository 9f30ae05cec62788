"""The rows below the header of a table whose cells are parted by tabs or by wide blanks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.ingest.plain.tables.pieces import Pieces, parted
from extractor.ingest.plain.tables.table import Row
from extractor.ingest.plain.tables.vocabulary import GROUP, SERIAL
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from extractor.ingest.plain.lines import Line
    from extractor.ingest.plain.tables.placing import Placing

_NUMBERED = own(r"(\d{1,3}[.、．]?) (?=\S)|(\d{1,3}[.、．])(?=[^\d\s])")
_DAY = own(r"\d{4}年\d{1,2}月\d{1,2}日")
_NEAR = 2  # columns of the screen by which cells of one column begin apart
_DEEP = 5  # columns from which on a line is set in below a table, and not as a paragraph
_BROKEN = 5  # lines on which one row may stand
_HEADING, _HEADINGS = 30, 3  # characters of a heading inside the table; so many may follow each other
_HERE = 3.0  # what it counts that a piece begins where the header's word does


@dataclass(slots=True)
class SpacedRows:
    """Reads the rows below a header; ``starts``: where its words stand, ``exact``: a tab parts any two cells."""

    placing: Placing
    starts: list[int]
    exact: bool
    rows: list[Row] = field(default_factory=list)
    full: int = 0

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.placing.kinds)

    def read(self, lines: Sequence[Line], start: int) -> int:
        """Read rows from ``start`` on; returns the end of the last one."""
        position = start
        while position < len(lines):
            used = self._row(lines, position) or self._rest(lines, position) or self._group(lines, position)
            if not used:
                break
            position += used
        return position

    def _split(self, line: Line) -> Pieces:
        pieces = parted(line.raw, exact=self.exact)
        numbered = _NUMBERED.match(pieces.words[0]) if pieces.words else None
        if self.placing.kinds[0] == "serial" and numbered and len(pieces.words) < self.width:
            number, rest = numbered[0].strip(), pieces.words[0][numbered.end() :]
            return Pieces([number, rest, *pieces.words[1:]], [pieces.starts[0], *pieces.starts])
        return pieces

    def _begins(self, pieces: Pieces) -> bool:
        """Whether a row begins here: its number stands first, or nothing is known against it."""
        if len(pieces.words) < 2:  # noqa: PLR2004 - a row has two cells
            return False
        leads = pieces.starts[0] <= self.starts[0] + _NEAR
        if self.placing.kinds[0] != "serial":
            return self.exact or (leads and (len(pieces.words) == self.width or self._aligned(pieces)))
        whole = leads and len(pieces.words) == self.width > 2 and pieces.words[0] != ""  # noqa: PLR2004 - two may sign
        return whole or SERIAL.fullmatch(pieces.words[0]) is not None

    def _row(self, lines: Sequence[Line], position: int) -> int:
        """A row, on one line or broken over several; returns how many lines, 0 where none begins."""
        pieces = self._split(lines[position])
        if not self._begins(pieces) and not (self.exact and len(pieces.words) == self.width):
            return 0
        whole, used = self._whole(lines, position, pieces)
        cells = self._placed(whole)
        if len([words for words in cells if words]) < 2 and self.rows:  # noqa: PLR2004 - a row has two cells
            return 0
        if not cells[0] and self.rows and self.placing.goes_on(self.rows[-1].cells, cells):
            self._extend(dict(enumerate(cells)))
            return used
        self.full += len(whole.words) == self.width
        self.rows.append(Row(lines[position], list(cells)))
        return used

    def _whole(self, lines: Sequence[Line], position: int, first: Pieces) -> tuple[Pieces, int]:
        """The pieces of a row that was broken inside a cell, where the lines together make it complete."""
        words = list(first.words)
        for used, line in enumerate(lines[position + 1 : position + _BROKEN], 2):
            below = self._split(line)
            if len(words) >= self.width or self.placing.kinds[0] != "serial" or self._begins(below):
                break
            if not below.words[0] or below.starts[0] >= _DEEP or len(words) + len(below.words) - 1 > self.width:
                break
            words = [*words[:-1], self.placing.joined(words[-1], below.words[0], len(words) - 1), *below.words[1:]]
            if len(words) == self.width:
                return Pieces([_unquoted(piece) for piece in words], []), used
        return first, 1

    def _placed(self, pieces: Pieces) -> list[str]:
        words = pieces.words
        if len(words) == self.width:
            return words
        if self.exact and len(words) < self.width:
            return [*words, *[""] * (self.width - len(words))]
        words = [piece for piece in words if piece]
        return self.placing.cells(words, self.placing.columns(words, self._nearness(pieces))[1])

    def _nearness(self, pieces: Pieces) -> Callable[[int, int], float]:
        aligned = self._aligned(pieces)

        def near(position: int, column: int) -> float:
            return _HERE if aligned and abs(pieces.starts[position] - self.starts[column]) <= _NEAR else 0.0

        return near

    def _aligned(self, pieces: Pieces) -> bool:
        """Whether all pieces begin where words of the header do."""
        near = (any(abs(start - column) <= _NEAR for column in self.starts) for start in pieces.starts)
        return not self.exact and all(near)

    def _rest(self, lines: Sequence[Line], position: int) -> int:
        """A line that goes on in cells of the row above, each below its own column."""
        line = lines[position]
        pieces = self._split(line)
        if not self.rows or self.exact or line.gap or pieces.starts[0] < _DEEP or _DAY.fullmatch(line.folded):
            return 0
        if position + 1 < len(lines) and _DAY.fullmatch(lines[position + 1].folded):
            return 0
        below = {
            column: words
            for words, start in zip(pieces.words, pieces.starts, strict=True)
            for column in range(1, self.width)
            if abs(self.starts[column] - start) <= _NEAR
        }
        if len(below) != len(pieces.words):
            return 0
        self._extend(below)
        return 1

    def _group(self, lines: Sequence[Line], position: int) -> int:
        """A heading inside the table: a short line, and right below it a row that counts on, or from 1 again."""
        words, following = lines[position].folded, position + 1
        while following < min(len(lines), position + _HEADINGS) and GROUP.fullmatch(lines[following].folded):
            following += 1
        if following >= len(lines) or len(words) > _HEADING or not _is_alone(self._split(lines[position])):
            return 0
        below = self._split(lines[following])
        number = SERIAL.fullmatch(below.words[0])
        if not number or len(below.words) < self.width:
            return 0
        named = GROUP.fullmatch(words) and (int(number[1]) == 1 or int(number[1]) > self._last())
        if not named and int(number[1]) != self._last() + 1:
            return 0
        self.rows.append(Row(lines[position], [lines[position].text]))
        return 1

    def _last(self) -> int:
        """The number of the last row so far."""
        numbers = (SERIAL.fullmatch(row.cells[0] or "") for row in reversed(self.rows))
        return next((int(number[1]) for number in numbers if number), 0)

    def _extend(self, below: dict[int, str]) -> None:
        cells = self.rows[-1].cells
        for column, words in below.items():
            cells[column] = self.placing.joined(cells[column] or "", words, column)


def _is_alone(pieces: Pieces) -> bool:
    return len([words for words in pieces.words if words]) == 1


def _unquoted(words: str) -> str:
    """A cell without the quotation marks that a spreadsheet puts around cells with line breaks."""
    quoted = len(words) > 1 and words.startswith('"') and words.endswith('"')
    return words[1:-1].replace('""', '"') if quoted else words
