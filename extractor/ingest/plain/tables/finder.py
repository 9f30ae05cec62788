"""Find the task tables among the lines of a text file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.ingest.plain.markdown import cells, table_at
from extractor.ingest.plain.tables.drawn import DRAWN, drawn_table
from extractor.ingest.plain.tables.listed import listed_table
from extractor.ingest.plain.tables.pieces import GAP
from extractor.ingest.plain.tables.spaced import spaced_table
from extractor.ingest.plain.tables.table import Row, TextTable
from extractor.ingest.plain.tables.vocabulary import Vocabulary
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.ingest.plain.lines import Line
    from extractor.rules.book import RuleBook

_WIDEST_HEADER = 400  # characters of a header with all its blanks
_SENTENCE = own("[。；：:;]")
_BREAK = re.compile("<br", re.IGNORECASE)


class TableFinder:
    """Knows a task table by its header (``patterns/tables.toml``), whatever parts its cells.

    A header names a column for the task and another that is known (序号, an owner, a time); rows stand below it.
    All else stays text: two signatures on a line, 签发人, letter-spaced words.
    """

    def __init__(self, book: RuleBook) -> None:
        """Take the header words from ``book``."""
        self._vocabulary = Vocabulary(book)

    def tables(self, lines: Sequence[Line]) -> Iterator[tuple[int, TextTable]]:
        """Each table with the index of its first line, from top to bottom."""
        position = after = 0
        while position < len(lines):
            table = self._at(lines, position, after)
            if table:
                yield position, table
                after = position + table.lines
            position = max(position + 1, after)

    def _at(self, lines: Sequence[Line], position: int, after: int) -> TextTable | None:
        """The table that begins at ``position``; ``after``: the end of the one before."""
        line = lines[position]
        marked = table_at(lines, position)
        if marked:
            return _markdown_table(lines[position : position + marked])
        if line.folded in self._vocabulary.serials:
            return listed_table(lines, position, self._vocabulary)
        raw = line.raw
        if len(raw) > _WIDEST_HEADER or _SENTENCE.search(raw) or _BREAK.search(raw):
            return None
        if DRAWN.search(raw):
            inside = position > after and DRAWN.search(lines[position - 1].raw)
            return None if inside else drawn_table(lines, position, self._vocabulary)
        return spaced_table(lines, position, self._vocabulary) if GAP.search(raw.strip()) else None


def _markdown_table(lines: Sequence[Line]) -> TextTable:
    """A table as Markdown marks it: the second line is its ruler, the columns may mean anything."""
    rows = [Row(line, []) for position, line in enumerate(lines) if position != 1]
    for cell in cells(lines):
        rows[cell.row].cells.append(cell.text)
    return TextTable(len(lines), max(len(row.cells) for row in rows), rows)
