"""Rows of the ledger by their task, on the disk: to be looked up and gone through without being held."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from typing import TYPE_CHECKING

from extractor.store.spool import Spool
from extractor.store.staff import KEY

if TYPE_CHECKING:
    from extractor.store.cells import Row


class Shelf(Mapping[str, "Row"]):
    """Task → row, in the order in which they came; of two rows of one task the later, in the place of the first."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Put ``rows`` aside."""
        self.rows: Spool[Row] = Spool(rows)
        self._places = {row[KEY]: at for at, row in enumerate(self.rows)}
        self._shown: tuple[Callable[[Row], Row], ...] = ()

    def __len__(self) -> int:
        """How many tasks there are."""
        return len(self._places)

    def __iter__(self) -> Iterator[str]:
        """Their ids."""
        return iter(self._places)

    def __contains__(self, task: object) -> bool:
        """Whether there is a row of a task."""
        return task in self._places

    def __getitem__(self, task: str) -> Row:
        """The row of a task."""
        row = self.rows[self._places[task]]
        for shown in self._shown:
            row = shown(row)
        return row

    def changed(self, shown: Callable[[Row], Row]) -> Shelf:
        """The same rows, each changed whenever it is looked up."""
        other = copy(self)
        other._shown = (*self._shown, shown)  # noqa: SLF001 - its own kind
        return other
