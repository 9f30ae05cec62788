"""One worker process as its parent sees it: the file it has in hand, until when, and what became of it."""

from __future__ import annotations

import math
import multiprocessing
import time
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.engine import memory
from extractor.engine.worker import READY, Page, work
from extractor.ingest import changing, limits, pulse

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
        self._pages = self._own_memory = 0
        self.until = math.inf

    @property
    def connection(self) -> Connection:
        """Where answers come from; only while a file is in hand."""
        assert self._pair  # noqa: S101 - who has a file in hand was started
        return self._pair[0]

    def take(self, incoming: Incoming) -> None:
        """Hand a file over."""
        self._pair = self._pair or _start(self._reader)
        self.in_hand, self._pages = incoming, 0
        self._begin()
        # A worker that died while idle is noticed when its answer is awaited.
        with suppress(ConnectionError):
            self.connection.send(incoming)

    def answer(self) -> Record | None:
        """What became of the file in hand, once the connection can be read; None when it is still at it."""
        incoming, process = self._busy()
        try:
            told = self.connection.recv()
        except (EOFError, ConnectionError):
            process.join()
            status = str(process.exitcode or 0)
            return self._lost(incoming, "reader-died", {"status": status})
        if told == READY:
            self._own_memory = memory.taken(process.pid or 0) if memory.is_watched() else 0
            self._begin()
            return None
        if isinstance(told, Page):
            self._pages += 1
            pulse.tell(pulse.PageBegun(incoming.name, self._pages, told.pages))
            self.until = time.monotonic() + limits.MAX_SECONDS
            return None
        record: Record = told[0]
        if told[1]:
            self.dismiss()
        self.in_hand, self.until = None, math.inf
        return record

    def overdue(self) -> Record | None:
        """End the worker when its time or its memory is up, and say so of its file."""
        if self.in_hand is None:
            return None
        if self._is_too_big():
            most = f"{limits.MAX_MEMORY_BYTES // 1_000_000:,}"
            return self._lost(self.in_hand, "file-too-big-for-memory", {"most": most})
        if time.monotonic() < self.until:
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

    def _is_too_big(self) -> bool:
        """Whether the worker takes up more than it is granted above what it needs itself, where that is watched."""
        if not (self._pair and self._own_memory and memory.is_watched()):
            return False
        return memory.taken(self._pair[1].pid or 0) - self._own_memory > limits.MAX_MEMORY_BYTES

    def _begin(self) -> None:
        if self.in_hand:
            self.until = time.monotonic() + self._allowed(self.in_hand)

    def _allowed(self, incoming: Incoming) -> float:
        with suppress(OSError):
            return limits.seconds_for(incoming.path.stat().st_size)
        return limits.seconds_for(0)

    def _lost(self, incoming: Incoming, code: str, details: dict[str, str]) -> Record | None:
        """What is left of a file whose worker is gone: of a scan, once more, the pages before the fatal one."""
        self.dismiss()
        if self._pages > 1 and incoming.recognise is None:
            self.take(replace(incoming, recognise=self._pages - 1))
            return None
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
