"""Sleep until something may have changed below some folders: the system says so, or it is time to look again."""

from __future__ import annotations

import time
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

_LONGEST = 60.0
"""Seconds after which we look even when the system was silent: it does not tell of all that others do on a network."""
_TICK = 1000  # milliseconds in which a folder that was replaced by another is noticed


@dataclass(slots=True)
class Wakes:
    """Whoever waits here goes on when a file below ``roots`` may have changed.

    Attributes:
        roots: folders and files; what happens below ``out`` does not count.
        poll: look every so many seconds; None: the system tells of changes.
        fallback: what ``poll`` becomes when the system does not tell.
        no_events: why the system does not tell of changes, once it turned out so; empty until then.
    """

    roots: Sequence[Path]
    out: Path
    poll: float | None
    fallback: float
    no_events: str = ""
    _events: Generator[object, None, None] | None = None
    _identities: list[tuple[int, int]] = field(default_factory=list)

    def wait(self, most: float | None) -> None:
        """Return when something may have changed, at the latest after ``most`` seconds."""
        seconds = min(self.poll or _LONGEST, _LONGEST if most is None else most)
        if self.poll is not None or seconds < _TICK / 1000 or not self._now():
            time.sleep(seconds if self.poll is not None else min(seconds, _TICK / 1000))
            return
        try:
            self._listen(time.monotonic() + seconds)
        except (ImportError, OSError, RuntimeError) as error:  # no library, no watches left, or no such service
            self._give_up(error)

    def close(self) -> None:
        """Stop listening."""
        if self._events:
            self._events.close()
        self._events = None

    def _listen(self, until: float) -> None:
        if self._identities != self._now():
            self._open()
            return  # what happened before we listened is seen by looking
        for changes in self._events or ():
            if changes or time.monotonic() >= until or self._identities != self._now():
                return

    def _open(self) -> None:
        from watchfiles import watch  # noqa: PLC0415 - where it is missing we poll

        self.close()
        self._identities = self._now()
        out = self.out.resolve()
        self._events = watch(
            *(root.resolve() for root in self.roots if root.exists()),
            watch_filter=lambda _, path: out not in Path(path).parents, step=50, debounce=500, rust_timeout=_TICK,
            yield_on_timeout=True, force_polling=False, ignore_permission_denied=True,
        )  # fmt: skip
        next(self._events)

    def _now(self) -> list[tuple[int, int]]:
        """Which folders these are: one that was deleted and made anew has to be listened to anew."""
        found = []
        for root in self.roots:
            with suppress(OSError):
                stat = root.stat()
                found.append((stat.st_dev, stat.st_ino))
        return found

    def _give_up(self, error: Exception) -> None:
        with closing(self):
            self.no_events = str(error) or type(error).__name__
            self.poll = self.fallback
