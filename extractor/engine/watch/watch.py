"""The watch: a run at the start, then one whenever files that changed have come to rest."""

from __future__ import annotations

import dataclasses
import time
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from extractor.engine.local import Progress, RecordReader, RunSummary, run
from extractor.engine.todo import Seen
from extractor.engine.watch.alone import alone
from extractor.engine.watch.marks import Mark, Rest, held, look, look_at_rules
from extractor.engine.watch.wakes import Wakes
from extractor.model.errors import ExtractorError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

    from extractor.engine.local import Plan

_MOST_PATIENCE = 20.0  # seconds between two tries of what does not succeed


@dataclass(frozen=True, slots=True)
class Started:
    """Nobody else watches; from now on ``paths`` are looked at."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """A run is done; ``first`` when it is the one at the start, or the first that succeeded."""

    summary: RunSummary
    first: bool


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something stands in the way; it is tried again, and told once."""

    error: Exception


@dataclass(frozen=True, slots=True)
class Back:
    """The folders that were out of sight are there again."""


@dataclass(frozen=True, slots=True)
class NoEvents:
    """The system does not tell of changes, and why; from now on we look every ``seconds``."""

    reason: str
    seconds: float


Event: TypeAlias = Started | Round | Trouble | Back | NoEvents


@dataclass(frozen=True, slots=True)
class Orders:
    """What to watch, and how.

    Attributes:
        plan: the run that is made of every change.
        readers: makes the reader; asked again when the rules changed.
        rules: folders of rules that are watched too.
        quiet: seconds for which a file must not change before it is read.
        poll: look again and again instead of waiting for the system to tell; needed for network folders.
        begun: notes in the plan when its run begins; only the caller has a clock.
        debug: let unexpected errors through, with their traceback.
    """

    plan: Plan
    readers: Callable[[], RecordReader]
    rules: tuple[Path, ...] = ()
    quiet: float = 2.0
    poll: bool = False
    begun: Callable[[Plan], Plan] = lambda plan: plan
    debug: bool = False


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
        turns = _Turns(orders, progress)
        with closing(wakes):
            yield Started(plan.paths)
            while True:
                yield from turns.turn(time.monotonic())
                yield from _slept(wakes, turns.pause(time.monotonic()))


def _slept(wakes: Wakes, pause: float | None) -> Iterator[Event]:
    known = wakes.no_events
    wakes.wait(pause)
    if wakes.no_events != known:
        yield NoEvents(wakes.no_events, wakes.fallback)


class _Turns:
    """What the watch remembers from one look to the next."""

    def __init__(self, orders: Orders, progress: Progress | None) -> None:
        """Nothing is known yet: the first turn that finds everything at rest takes it all in."""
        self.orders = orders
        self.progress = progress
        self.rest = Rest(orders.quiet)
        self.reader: RecordReader | None = None
        self.started = False
        self.lost = False
        self.told = ""
        self.again_at = 0.0
        self.patience = orders.quiet

    def turn(self, now: float) -> Iterator[Event]:
        """Look once, and take in what is at rest."""
        plan = self.orders.plan
        try:
            marks = look(plan.paths, plan.out) | look_at_rules(self.orders.rules)
        except (ExtractorError, OSError) as error:
            self.lost = True
            yield from self._trouble(error, now)
            return
        if self.lost:
            self.lost, self.told = False, ""
            yield Back()
        if self.rest.see(marks, now):
            self.again_at, self.patience = 0.0, self.orders.quiet
        ready = self._ready(now)
        if now >= self.again_at and (ready or self._begins(now)):
            yield from self._round(ready, marks, now)

    def pause(self, now: float) -> float | None:
        """Seconds until there may be something to do even if nothing happens; None: until something happens."""
        waits = [wait for wait in (self.rest.pause(now), self.again_at - now) if wait and wait > 0]
        return min(waits, default=None)

    def _begins(self, now: float) -> bool:
        return not self.started and self.rest.pause(now) is None

    def _ready(self, now: float) -> dict[str, Mark | None]:
        ready = self.rest.at_rest(now)
        for name in [name for name, mark in ready.items() if mark and held(mark)]:
            self.rest.disturb(name, now)
            del ready[name]
        return ready

    def _round(self, ready: dict[str, Mark | None], marks: dict[str, Mark], now: float) -> Iterator[Event]:
        changed = self.rest.changed()
        seen = Seen(frozenset(marks.keys() - changed), changed - ready.keys())
        try:
            if self.reader is None or any(name.startswith("/") for name in ready):
                self.reader = self.orders.readers()
            plan = dataclasses.replace(self.orders.begun(self.orders.plan), seen=seen)
            summary = run(plan, self.reader, self.progress)
        except Exception as error:  # a watch has to outlive whatever is wrong with one round
            if self.orders.debug:
                raise
            self.reader = None
            yield from self._trouble(error, now)
            return
        self.rest.take(ready)
        first, self.started, self.told = not self.started, True, ""
        yield Round(summary, first)

    def _trouble(self, error: Exception, now: float) -> Iterator[Event]:
        """Tell it once, and leave it for a while, longer each time."""
        self.again_at = now + self.patience
        self.patience = min(2 * self.patience, _MOST_PATIENCE)
        if self.told != repr(error):
            self.told = repr(error)
            yield Trouble(error)
