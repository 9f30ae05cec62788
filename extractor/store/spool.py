"""Values put aside on disk, to be gone through any number of times: what grows with the corpus is not held.

A hundred thousand notices are gigabytes of records; whoever links them, or writes them out, sees one at a time.
"""

from __future__ import annotations

import marshal
import tempfile
import weakref
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar, cast, overload

Value = TypeVar("Value")
_AT_ONCE = 64  # values that are read from the disk together


class Spool(Sequence[Value]):
    """A sequence that lies in a file without a name; it goes when nobody needs it any more.

    Values are what ``marshal`` takes: dicts, lists, tuples, words and numbers; each is a copy of what was put in.
    """

    def __init__(self, values: Iterable[Value] = ()) -> None:
        """Put the values aside, one after the other."""
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the spool
        weakref.finalize(self, self._file.close)
        self._ends = array("q", [0])
        for value in values:
            self.add(value)

    def add(self, value: Value) -> None:
        """Put one more at the end."""
        self._file.seek(self._ends[-1])
        self._ends.append(self._ends[-1] + self._file.write(marshal.dumps(cast("Any", value))))

    def __len__(self) -> int:
        """How many there are."""
        return len(self._ends) - 1

    def __iter__(self) -> Iterator[Value]:
        """One after the other; several may go through them at the same time."""
        for first in range(0, len(self), _AT_ONCE):
            last = min(first + _AT_ONCE, len(self))
            start = self._ends[first]
            self._file.seek(start)
            data = memoryview(self._file.read(self._ends[last] - start))
            for at in range(first, last):
                yield cast("Value", marshal.loads(data[self._ends[at] - start : self._ends[at + 1] - start]))  # noqa: S302 - our own file

    @overload
    def __getitem__(self, at: int) -> Value: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Value]: ...

    def __getitem__(self, at: int | slice) -> Value | Sequence[Value]:
        """The value at a place, or those of a stretch."""
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        place = range(len(self))[at]
        start, end = self._ends[place], self._ends[place + 1]
        self._file.seek(start)
        return cast("Value", marshal.loads(self._file.read(end - start)))  # noqa: S302 - our own file
