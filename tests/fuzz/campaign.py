"""A campaign: worker processes try one damaged file after another, each within a limit of time."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
import time
import warnings
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING

from tests.fuzz.trial import Outcome, kind_of, limit_memory, tried

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.context import SpawnProcess

SLOW = 10.0
"""Seconds: a file that takes longer is a mistake of the program."""
_HUNG = 60.0


@dataclass
class _Worker:
    """A process, the pipe to it, the file that it has in hand and since when."""

    seed: int
    place: Path
    connection: Connection = field(init=False)
    process: SpawnProcess = field(init=False)
    number: int = -1
    since: float = 0.0

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, there = context.Pipe()
        self.process = context.Process(target=_work, args=(there, self.seed, self.place), daemon=True)
        self.process.start()
        there.close()

    def take(self, numbers: deque[int]) -> None:
        self.number = numbers.popleft() if numbers else -1
        self.since = time.monotonic()
        if self.number >= 0:
            with suppress(BrokenPipeError):
                self.connection.send(self.number)

    def end(self) -> None:
        self.connection.close()
        self.process.kill()
        self.process.join()

    def lost(self, why: str) -> Outcome:
        """The file in hand, over which the process hung or died; another process begins."""
        self.process.join(1)
        status = self.process.exitcode
        self.end()
        self.start()
        spent = time.monotonic() - self.since
        kind = kind_of(self.seed, self.number)
        return Outcome(self.number, kind, why, str(status), spent, 0, f"{why}: exit {status}")


def campaign(seed: int, numbers: range, jobs: int) -> Iterator[Outcome]:
    """Try the files ``numbers`` of campaign ``seed``; outcomes come as they are ready."""
    waiting = deque(numbers)
    with tempfile.TemporaryDirectory() as folder:
        workers = [_Worker(seed, Path(folder) / str(index)) for index in range(jobs)]
        try:
            for worker in workers:
                worker.take(waiting)
            while busy := [worker for worker in workers if worker.number >= 0]:
                ready = wait([worker.connection for worker in busy], 1.0)
                for worker in busy:
                    outcome = _outcome(worker, ready=worker.connection in ready)
                    if outcome:
                        yield outcome
                        worker.take(waiting)
        finally:
            for worker in workers:
                worker.end()


def _outcome(worker: _Worker, *, ready: bool) -> Outcome | None:
    if ready:
        try:
            outcome: Outcome = worker.connection.recv()
        except (EOFError, ConnectionError):
            return worker.lost("died")
        return outcome
    return worker.lost("hung") if time.monotonic() - worker.since > _HUNG else None


def _work(connection: Connection, seed: int, place: Path) -> None:
    temporary, files = place / "tmp", place / "files"
    for folder in (temporary, files):
        folder.mkdir(parents=True, exist_ok=True)
    os.environ["TMPDIR"] = tempfile.tempdir = str(temporary)
    warnings.simplefilter("ignore")
    limit_memory()
    with suppress(EOFError):
        while True:
            connection.send(tried(seed, connection.recv(), files))
