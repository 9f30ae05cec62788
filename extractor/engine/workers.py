"""Share files among worker processes; a worker that dies costs the one file that it had in hand."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, TypeAlias

from extractor.engine.incoming import Incoming
from extractor.model.record import Record

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

Reader: TypeAlias = Callable[[Incoming], Record]
Lost: TypeAlias = Callable[[Incoming, int], Record]
Outcomes: TypeAlias = Generator[tuple[Incoming, Record], None, None]


class _Desk:
    """A worker process, the pipe to it, and the file that it has in hand."""

    __slots__ = ("connection", "in_hand", "process", "reader")

    def __init__(self, reader: Reader) -> None:
        """Start the worker; it waits for its first file."""
        self.reader = reader
        self.in_hand: Incoming | None = None
        self.connection, self.process = _start(reader)

    def take(self, queue: deque[Incoming]) -> None:
        """Hand the next file over, if there is one."""
        self.in_hand = queue.popleft() if queue else None
        if self.in_hand:
            # A worker that died while idle is noticed when its answer is awaited.
            with suppress(BrokenPipeError):
                self.connection.send(self.in_hand)

    def answer(self, incoming: Incoming, lost: Lost) -> Record:
        """What the worker made of ``incoming``; what ``lost`` makes when it died over it."""
        try:
            record: Record = self.connection.recv()
        except (EOFError, ConnectionError):
            self.process.join()
            status = self.process.exitcode or 0
            self.dismiss()
            self.connection, self.process = _start(self.reader)
            return lost(incoming, status)
        return record

    def dismiss(self) -> None:
        """End the worker, whatever it is doing."""
        self.connection.close()
        self.process.kill()
        self.process.join()


def share(queue: Sequence[Incoming], reader: Reader, jobs: int, lost: Lost) -> Outcomes:
    """Each file with its record, in the order in which the workers finish.

    ``reader`` is pickled once for every worker, which runs it on one file after another. ``lost`` makes the
    record of a file over which a worker died, from the file and the exit status (negative: the signal).
    Closing the generator ends the workers at once.
    """
    waiting = deque(queue)
    desks = [_Desk(reader) for _ in range(min(jobs, len(waiting)))]
    try:
        for desk in desks:
            desk.take(waiting)
        while busy := [desk for desk in desks if desk.in_hand]:
            ready = wait([desk.connection for desk in busy])
            for desk in busy:
                if desk.connection in ready:
                    yield from _finish(desk, waiting, lost)
    finally:
        for desk in desks:
            desk.dismiss()


def _finish(desk: _Desk, waiting: deque[Incoming], lost: Lost) -> Outcomes:
    if incoming := desk.in_hand:
        record = desk.answer(incoming, lost)
        desk.take(waiting)
        yield incoming, record


def _start(reader: Reader) -> tuple[Connection, SpawnProcess]:
    # Spawned, not forked: the same behaviour on every system, and no copy of the parent's threads and locks.
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_work, args=(there, reader), daemon=True)
    process.start()
    there.close()
    return here, process


def _work(connection: Connection, reader: Reader) -> None:
    # Ctrl-C reaches the whole process group; only the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError):
        while True:
            connection.send(reader(connection.recv()))
