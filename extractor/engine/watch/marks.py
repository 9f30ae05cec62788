"""What a file looks like from outside, and since when: a file that is still being copied is not at rest."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from extractor.engine.incoming import collect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

_HELD = (32, 33)  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION: Windows, while another program writes


class Mark(NamedTuple):
    """A file as the folder shows it: whoever writes to it changes the mark, without the file being read."""

    path: Path
    size: int
    modified: int
    changed: int


def look(paths: Sequence[Path], out: Path) -> dict[str, Mark]:
    """Name → mark of every file that a run over ``paths`` would read.

    Raises:
        NoSuchPath: one of ``paths`` is not there.
    """
    return dict(_marked((each.name, each.path) for each in collect(paths, out)))


def look_at_rules(folders: Sequence[Path]) -> dict[str, Mark]:
    """Path → mark of every file in the folders of rules; a leading slash keeps them apart from notices."""
    found = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    return dict(_marked((f"/{path.as_posix()}", path) for path in found))


def _marked(named: Iterable[tuple[str, Path]]) -> Iterator[tuple[str, Mark]]:
    for name, path in named:
        with suppress(OSError):  # gone since the folder was listed
            stat = path.stat()
            yield name, Mark(path, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)


def held(mark: Mark) -> bool:
    """Whether another program keeps the file to itself while writing; only Windows tells."""
    try:
        os.close(os.open(mark.path, os.O_RDONLY))
    except OSError as error:
        return getattr(error, "winerror", None) in _HELD
    return False


@dataclass(slots=True)
class Rest:
    """Which files changed since they were taken in, and which of those are at rest: unchanged for ``quiet`` seconds.

    Times are seconds of any clock that never goes back. A file that is gone is one without a mark; it too has
    to stay so for a while, for many programs save by taking a file away and putting another in its place.
    """

    quiet: float
    taken: dict[str, Mark] = field(default_factory=dict)
    _now: dict[str, tuple[Mark | None, float]] = field(default_factory=dict)

    def see(self, marks: Mapping[str, Mark], now: float) -> bool:
        """Remember what is there at the moment; returns whether anything changed since the last look."""
        names = marks.keys() | self._now.keys() | self.taken.keys()
        moved = [name for name in names if name not in self._now or self._now[name][0] != marks.get(name)]
        self._now.update({name: (marks.get(name), now) for name in moved})
        return bool(moved)

    def changed(self) -> frozenset[str]:
        """The names of files that are not as they were taken in."""
        return frozenset(name for name, (mark, _) in self._now.items() if mark != self.taken.get(name))

    def at_rest(self, now: float) -> dict[str, Mark | None]:
        """Those changed files that have been as they are for long enough."""
        return {name: self._now[name][0] for name in self.changed() if now - self._now[name][1] >= self.quiet}

    def pause(self, now: float) -> float | None:
        """How many seconds until the next changed file may be at rest; None when all of them are."""
        waits = [self._now[name][1] + self.quiet - now for name in self.changed()]
        return min((wait for wait in waits if wait > 0), default=None)

    def disturb(self, name: str, now: float) -> None:
        """A file turned out to be in use: it has to come to rest anew."""
        self._now[name] = (self._now[name][0], now)

    def take(self, marks: Mapping[str, Mark | None]) -> None:
        """The ledger has these files now as they were when they had these marks."""
        for name, mark in marks.items():
            if mark is None:
                self.taken.pop(name, None)
            else:
                self.taken[name] = mark
        self._now = {name: state for name, state in self._now.items() if state[0] or name in self.taken}
