"""Rows of the ledger by their task, on the disk: to be looked up and gone through without being held."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from extractor.store.spool import Spool
from extractor.store.staff import KEY

if TYPE_CHECKING:
    from extractor.store.cells import Row


class Shelf(Mapping[str, "Row"]):
    """Task → row, in the order in which they came; of two rows of one task the later, in the place of the first."""

    def __init__(self, rows: Iterable[Row], shown: Callable[[str, Row], Row] | None = None) -> None:
        """Put ``rows`` aside; ``shown`` changes a row whenever it is looked at."""
        self.rows: Spool[Row] = rows if isinstance(rows, Spool) else Spool(rows)
        self._places = {row[KEY]: at for at, row in enumerate(self.rows)}
        self._shown = shown

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
        return self._shown(task, row) if self._shown else row

    def changed(self, shown: Callable[[str, Row], Row]) -> Shelf:
        """The same rows, each changed when it is looked at."""
        return _like(self, shown)


def _like(shelf: Shelf, shown: Callable[[str, Row], Row]) -> Shelf:
    return Shelf(shelf.rows, shown)
