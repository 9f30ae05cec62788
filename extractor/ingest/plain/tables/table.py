"""A table read from the lines of a text file, before it is laid into the one text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.ingest.builder import CellText
from extractor.ingest.plain.lines import measured
from extractor.ingest.plain.markdown import unmarked
from extractor.model.source import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.ingest.builder import SourceBuilder
    from extractor.ingest.plain.lines import Line


@dataclass(slots=True)
class Row:
    """A row and the line it begins in. None: the cell above reaches down here. One cell only: it spans the row."""

    line: Line
    cells: list[str | None]


@dataclass(frozen=True, slots=True)
class TextTable:
    """``rows`` of ``columns`` cells, the header among them; ``lines`` of the file were read for them."""

    lines: int
    columns: int
    rows: Sequence[Row]

    def lay(self, builder: SourceBuilder) -> None:
        """Add the table to the text; each row keeps the line where it stood."""
        first = self.rows[0].line
        builder.mark(first.page, first.number)
        tables = len(builder.tables)
        builder.table(list(self._cells()), first.page)
        for table in builder.tables[tables:]:
            starts = {cell.row: cell.span.start for cell in reversed(table.cells) if cell.span}
            builder.places += [
                Place(starts[number], row.line.page, row.line.number)
                for number, row in enumerate(self.rows)
                if number in starts
            ]

    def _cells(self) -> Iterator[CellText]:
        for number, row in enumerate(self.rows):
            for column, words in enumerate(row.cells):
                if words is not None:
                    width = self.columns if len(row.cells) == 1 else 1
                    yield CellText(number, column, words, self._reach(number, column), width)

    def _reach(self, number: int, column: int) -> int:
        """How many rows the cell spans: itself, and those below that leave their place to it."""
        end = number + 1
        while end < len(self.rows) and self.rows[end].cells[column : column + 1] == [None]:
            end += 1
        return end - number


def cell_words(raw: str) -> str:
    """The words of one cell: blanks of the layout and marks taken off, as for any line."""
    line = measured(raw, 0, None, gap=False)
    return "\n".join(part.text for part in unmarked([line], markdown=False)) if line else ""
