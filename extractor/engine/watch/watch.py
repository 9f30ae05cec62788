"""The watch: a run at the start, then one whenever files that changed have come to rest."""

from __future__ import annotations

import time
from contextlib import closing
from typing import TYPE_CHECKING

from extractor.engine.watch.alone import alone
from extractor.engine.watch.events import Event, NoEvents, Started
from extractor.engine.watch.marks import look
from extractor.engine.watch.turns import Orders, Turns
from extractor.engine.watch.wakes import Wakes

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from extractor.engine.plan import Progress

_GAPS = 10  # looking at the folders takes a tenth of the time at most


def watch(orders: Orders, progress: Progress | None = None) -> Generator[Event, None, None]:
    """Keep the ledger up to date until somebody interrupts; what was done and what hinders comes out as it happens.

    Raises:
        AlreadyWatched: another watch writes to the same folder.
        NoSuchPath, OutputsAmongNotices: at the start only; later the folder may come back.
        KeyboardInterrupt: stopped by the user; the files read so far are kept.
    """
    plan = orders.plan
    look(plan.paths, plan.out)
    poll = max(orders.quiet, 0.1)
    with alone(plan.out):
        wakes = Wakes((*plan.paths, *orders.rules), plan.out, poll if orders.poll else None, poll)
        turns = Turns(orders, progress)
        with closing(wakes):
            yield Started(plan.paths)
            while True:
                yield from turns.turn(time.monotonic())
                yield from _slept(wakes, turns)


def _slept(wakes: Wakes, turns: Turns) -> Iterator[Event]:
    """Sleep until files may have come to rest; when all are, until something may have happened."""
    known = wakes.no_events
    unrest = turns.rest.pause(time.monotonic())
    gap = _GAPS * turns.looking
    time.sleep(gap if unrest is None else max(unrest, gap))
    if unrest is None:
        wakes.wait(turns.pause(time.monotonic()))
    if wakes.no_events != known:
        yield NoEvents(wakes.no_events, wakes.fallback)
