"""Share files among worker processes; whatever becomes of a worker costs the one file that it had in hand."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Generator, Sequence
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, TypeAlias

from extractor.engine import memory
from extractor.engine.desk import Desk
from extractor.engine.incoming import Incoming
from extractor.model.record import Record

if TYPE_CHECKING:
    from extractor.engine.record_reader import RecordReader

Outcomes: TypeAlias = Generator[tuple[Incoming, Record], None, None]


def share(queue: Sequence[Incoming], reader: RecordReader, jobs: int) -> Outcomes:
    """Each file with its record, in the order in which the workers finish.

    ``reader`` is pickled once for every worker, which runs it on one file after another. A worker that dies or
    needs more than its time (``limits.seconds_for``) is replaced, and its file has a record that says so.
    Closing the generator ends the workers at once.
    """
    waiting = deque(queue)
    desks = [Desk(reader) for _ in range(min(jobs, len(waiting)))]
    try:
        while waiting or any(desk.in_hand for desk in desks):
            for desk in desks:
                if desk.in_hand is None and waiting:
                    desk.take(waiting.popleft())
            yield from _answers([desk for desk in desks if desk.in_hand])
    finally:
        for desk in desks:
            desk.dismiss()


def _answers(busy: Sequence[Desk]) -> Outcomes:
    """Wait until a worker says something or has had its time; what became of the files is handed on."""
    patience = min(desk.until for desk in busy) - time.monotonic()
    if memory.is_watched():
        patience = min(patience, memory.SECONDS)
    ready = wait([desk.connection for desk in busy], max(patience, 0))
    for desk in busy:
        incoming = desk.in_hand
        record = desk.answer() if desk.connection in ready else desk.overdue()
        if incoming and record:
            yield incoming, record
