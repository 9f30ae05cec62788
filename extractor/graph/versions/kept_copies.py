"""The documents of all files as they are compared with each other, put aside while that is done."""

from __future__ import annotations

from dataclasses import fields
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from extractor.graph.versions.copies import copies, read
from extractor.graph.versions.copy import Copy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.graph.keeping import Kept
    from extractor.model.record import Record

_REMEMBERED = 500  # copies: those of one title, or number, are compared again and again
_ASIDE = tuple(each.name for each in fields(Copy) if each.name != "text")


class Copies:
    """All documents of all files by file and id, put aside: where each lies, what is known of it, but not its text."""

    def __init__(self, records: Sequence[Record], keep: Kept) -> None:
        """Make them of ``records``, which are in the order of their files; ``keep`` keeps them in theirs."""
        self._records = records
        self._rows: Sequence[tuple[Any, ...]] = keep(_rows(records))
        self._near = lru_cache(_REMEMBERED)(self._copy)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._rows)

    def __iter__(self) -> Iterator[Copy]:
        """One after the other."""
        return map(self._made, self._rows)

    def __getitem__(self, at: int) -> Copy:
        """One of them."""
        return self._near(at)

    def _copy(self, at: int) -> Copy:
        return self._made(self._rows[at])

    def _made(self, row: tuple[Any, ...]) -> Copy:
        at, span, *known = row
        return Copy(*(*known, partial(read, self._records, at, span)))


def _rows(records: Iterable[Record]) -> Iterator[tuple[Any, ...]]:
    for at, record in enumerate(records):
        spans = {document["id"]: tuple(document["span"]) for document in record["documents"]}
        for copy in sorted(copies([record]), key=lambda copy: copy.place):
            yield (at, spans[copy.place[1]], *(getattr(copy, name) for name in _ASIDE))
