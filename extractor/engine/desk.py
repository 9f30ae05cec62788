"""One worker process as its parent sees it: the file it has in hand, until when, and what became of it."""

from __future__ import annotations

import math
import multiprocessing
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from extractor.engine.worker import READY, work
from extractor.ingest import changing, limits

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from extractor.engine.incoming import Incoming
    from extractor.engine.record_reader import RecordReader
    from extractor.model.record import Record


class Desk:
    """A worker process and the pipe to it; the process is started for its first file, and anew when it is gone.

    Attributes:
        in_hand: the file that is being read; None when there is none.
        until: when the worker will be ended, in seconds of the monotonic clock.
    """

    def __init__(self, reader: RecordReader) -> None:
        """Nobody sits here yet."""
        self._reader = reader
        self._pair: tuple[Connection, SpawnProcess] | None = None
        self.in_hand: Incoming | None = None
        self.until = math.inf

    @property
    def connection(self) -> Connection:
        """Where answers come from; only while a file is in hand."""
        assert self._pair  # noqa: S101 - who has a file in hand was started
        return self._pair[0]

    def take(self, incoming: Incoming) -> None:
        """Hand a file over."""
        self._pair = self._pair or _start(self._reader)
        self.in_hand = incoming
        self._begin()
        # A worker that died while idle is noticed when its answer is awaited.
        with suppress(ConnectionError):
            self.connection.send(incoming)

    def answer(self) -> Record | None:
        """What became of the file in hand, once the connection can be read; None when the worker only began."""
        incoming, process = self._busy()
        try:
            told = self.connection.recv()
        except (EOFError, ConnectionError):
            process.join()
            status = str(process.exitcode or 0)
            return self._lost(incoming, "reader-died", {"status": status})
        if told == READY:
            self._begin()
            return None
        record: Record = told[0]
        if told[1]:
            self.dismiss()
        self.in_hand, self.until = None, math.inf
        return record

    def overdue(self) -> Record | None:
        """End the worker when its time is up, and say so of its file."""
        if self.in_hand is None or time.monotonic() < self.until:
            return None
        return self._lost(self.in_hand, "file-too-slow", {"seconds": f"{self._allowed(self.in_hand):.0f}"})

    def dismiss(self) -> None:
        """End the worker, whatever it is doing."""
        if self._pair:
            connection, process = self._pair
            connection.close()
            process.kill()
            process.join()
        self._pair = None

    def _busy(self) -> tuple[Incoming, SpawnProcess]:
        assert self.in_hand  # noqa: S101 - nobody waits for an idle worker
        assert self._pair  # noqa: S101 - as above
        return self.in_hand, self._pair[1]

    def _begin(self) -> None:
        if self.in_hand:
            self.until = time.monotonic() + self._allowed(self.in_hand)

    def _allowed(self, incoming: Incoming) -> float:
        with suppress(OSError):
            return limits.seconds_for(incoming.path.stat().st_size)
        return limits.seconds_for(0)

    def _lost(self, incoming: Incoming, code: str, details: dict[str, str]) -> Record:
        self.dismiss()
        self.in_hand, self.until = None, math.inf
        return self._reader.unread(incoming, code, details)


def _start(reader: RecordReader) -> tuple[Connection, SpawnProcess]:
    # Spawned, not forked: the same behaviour on every system, and no copy of the parent's threads and locks.
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=work, args=(there, reader, changing.current()), daemon=True)
    process.start()
    there.close()
    return here, process
