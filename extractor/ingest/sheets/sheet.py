"""A sheet before it is laid into the text: words by row and column, and which cells are merged."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.ingest import limits

MOST_ROWS, MOST_COLUMNS = 1 << 20, 1 << 14
"""What a sheet of Excel can have."""


@dataclass(slots=True)
class Sheet:
    """The words of its cells by 0-based (row, column); merged areas as (row, column, rows, columns).

    ``headers`` is what is printed over and under every page.
    """

    name: str
    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)

    def put(self, row: int, column: int, words: str, where: str) -> None:
        """The words of a cell; ``where`` is the file. Raises LimitExceeded for too many cells."""
        if words.strip() and 0 <= row < MOST_ROWS and 0 <= column < MOST_COLUMNS:
            limits.check(where, "cells", len(self.cells) + 1, limits.MAX_TABLE_CELLS)
            self.cells[row, column] = words

    def merge(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        """The cells from ``first`` to ``last`` are one."""
        rows, columns = last[0] - first[0] + 1, last[1] - first[1] + 1
        if rows > 0 and columns > 0 and rows * columns > 1:
            self.merged.append((first[0], first[1], rows, columns))
