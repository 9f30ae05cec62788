"""Rows of the ledger by their task, on the disk: to be looked up and gone through without being held."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from typing import TYPE_CHECKING

from extractor.store.lists import aside
from extractor.store.spool import Spool
from extractor.store.staff import KEY

if TYPE_CHECKING:
    from extractor.store.cells import Row

_MAKE = "CREATE TABLE places (first INTEGER PRIMARY KEY, task TEXT UNIQUE, place INTEGER)"
_PUT = "INSERT INTO places VALUES (?, ?, ?) ON CONFLICT (task) DO UPDATE SET place = excluded.place"


class _Places(Mapping[str, int]):
    """Task → number of its last row, in the order of their first ones."""

    def __init__(self, tasks: Iterable[str]) -> None:
        self._connection = aside()
        weakref.finalize(self, self._connection.close)
        self._connection.execute(_MAKE)
        self._connection.execute("BEGIN")
        self._connection.executemany(_PUT, ((at, task, at) for at, task in enumerate(tasks)))
        self._connection.execute("COMMIT")
        self._count = int(self._connection.execute("SELECT count(*) FROM places").fetchone()[0])

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[str]:
        return (task for (task,) in self._connection.execute("SELECT task FROM places ORDER BY first"))

    def __getitem__(self, task: str) -> int:
        found = self._connection.execute("SELECT place FROM places WHERE task = ?", (task,)).fetchone()
        if not found:
            raise KeyError(task)
        return int(found[0])


class Shelf(Mapping[str, "Row"]):
    """Task → row, in the order in which they came; of two rows of one task the later, in the place of the first."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Put ``rows`` aside."""
        self.rows: Spool[Row] = Spool(rows)
        self._places = _Places(row[KEY] for row in self.rows)
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
