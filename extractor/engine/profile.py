"""How long a run took at what: per file while it is read, then stage by stage while all is linked and written."""

from __future__ import annotations

import os
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from extractor.model.record import Record

PER_FILE = ("read", "segment", "extract", "record")
"""The stages that each file goes through by itself, in a worker or in this process."""


class Laps:
    """A watch that says how long each stage took; a stage that comes again adds to what it took before."""

    def __init__(self) -> None:
        """Start now."""
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._since = time.perf_counter()

    def __call__(self, stage: str) -> None:
        """A stage has ended."""
        now = time.perf_counter()
        self.seconds[stage] += now - self._since
        self._since = now


@dataclass(slots=True)
class Profile:
    """Seconds of one run.

    Attributes:
        files: files by reader.
        spent: (stage, reader) → seconds, summed over all processes.
        laps: seconds of this process by stage; ``waiting`` for files that are read, ``storing`` what came of them.
        worker: the most memory that the largest worker ever took up, in bytes; 0 where no other process read.
    """

    files: Counter[str] = field(default_factory=Counter)
    spent: defaultdict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    laps: Laps = field(default_factory=Laps)
    worker: int = 0

    def take(self, record: Record) -> None:
        """Add the seconds that a record brings along, and take them out of it; its worker's memory likewise."""
        seconds: Mapping[str, float] = record.pop("spent", {})
        process, most = record.pop("memory", (0, 0))
        if process != os.getpid():
            self.worker = max(self.worker, most)
        self.files[record["reader"]] += 1
        for stage, lasted in seconds.items():
            self.spent[stage, record["reader"]] += lasted

    def rows(self) -> Iterator[tuple[str, str, int, float]]:
        """Stage, reader, files and seconds: those of each format first, then those of the run as a whole."""
        for reader in sorted(self.files):
            for stage in PER_FILE:
                if (stage, reader) in self.spent:
                    yield stage, reader, self.files[reader], self.spent[stage, reader]
        yield from ((stage, "", 0, seconds) for stage, seconds in self.laps.seconds.items())
