"""One look after the other: what changed, whether it is at rest, and the run that takes it in."""

from __future__ import annotations

import dataclasses
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.engine.local import run
from extractor.engine.todo import Seen
from extractor.engine.watch.events import Back, Event, Round, Trouble
from extractor.engine.watch.marks import Mark, Rest, held, look, look_at_rules
from extractor.model.errors import ExtractorError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from extractor.engine.local import Plan
    from extractor.engine.plan import Progress
    from extractor.engine.record_reader import RecordReader

_MOST_PATIENCE = 20.0  # seconds between two tries of what does not succeed


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


class Turns:
    """What the watch remembers from one look to the next."""

    def __init__(self, orders: Orders, progress: Progress | None) -> None:
        """Nothing is known yet: the first turn that finds everything at rest takes it all in."""
        self.orders = orders
        self.progress = progress
        self.rest = Rest(orders.quiet)
        self.reader: RecordReader | None = None
        self.looking = 0.0
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
        self.looking = time.monotonic() - now
        if self.lost:
            self.lost, self.told = False, ""
            yield Back()
        if self.rest.see(marks, now):
            self.again_at, self.patience = 0.0, self.orders.quiet
        ready = self._ready(now)
        if now >= self.again_at:
            self.again_at = 0.0
            if ready or self._begins(now):
                yield from self._round(ready, marks, now)

    def pause(self, now: float) -> float | None:
        """Seconds until what did not succeed is tried again; None when there is nothing to try."""
        return max(self.again_at - now, 0.0) if self.again_at else None

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
        """Tell it once, and leave it for a while, longer each time; the round itself may have taken long."""
        self.again_at = max(now, time.monotonic()) + self.patience
        self.patience = min(2 * self.patience, _MOST_PATIENCE)
        if self.told != repr(error):
            self.told = repr(error)
            yield Trouble(error)
