"""The desk where readings are asked for: one at a time, what is asked for meanwhile becomes one more."""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from contextlib import suppress
from dataclasses import replace
from threading import Condition, Thread, current_thread
from typing import TYPE_CHECKING

from extractor.messages import say
from extractor.model.errors import ExtractorError
from extractor.store.database import LedgerInUse
from extractor.web.work.child import read
from extractor.web.work.order import foreign, order_of
from extractor.web.work.state import Phase, State, Wish
from extractor.web.work.told import Ended, FileRead, Progress, Told, Trouble

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from extractor.messages import Message
    from extractor.web.office import Office

_QUIET = 0.6  # seconds without a new file before reading begins
_LATEST = 20.0  # seconds after which it begins although files still come
_AGAIN = 2.0  # seconds until a ledger that another program writes is tried again
_FAREWELL = 8.0  # seconds that a reading may take to end when asked
_SHOWN = 200  # files whose results are kept for the page
_DIED = "reading-died"


class Readings:
    """What reads the corpus folder for the workbench; its state is asked for from any thread."""

    def __init__(self, office: Office) -> None:
        """Nothing is read yet."""
        self._office = office
        self._change = Condition()
        self._state = State()
        self._results: deque[FileRead] = deque(maxlen=_SHOWN)
        self._wish: Wish | None = None
        self._times = (0.0, 0.0)  # when the wish was first made, and when reading may begin
        self._thread: Thread | None = None
        self._child: tuple[Connection, SpawnProcess] | None = None
        self._closed = False

    @property
    def state(self) -> State:
        """How it stands."""
        return self._state

    @property
    def results(self) -> tuple[FileRead, ...]:
        """The files read since it was last idle, the latest first."""
        with self._change:
            return tuple(reversed(self._results))

    def ask(self, wish: Wish | None = None) -> None:
        """Read new and changed files, and what is wished beside; begins when no more files come."""
        wish = wish or Wish()
        with self._change:
            now = time.monotonic()
            first = self._times[0] if self._wish else now
            self._times = (first, min(now + _QUIET, first + _LATEST))
            self._wish = self._wish.joined(wish) if self._wish else wish
            if self._thread is None and not self._closed:
                self._results.clear()
                self._state = State("soon", ended=self._state.ended)
                self._thread = Thread(target=self._work, name="readings", daemon=True)
                self._thread.start()
            self._change.notify_all()

    def stop(self) -> None:
        """End what is being read and forget what is asked for; what was read so far is kept."""
        with self._change:
            self._wish = None
            self._state = replace(self._state, stopped=True)
            if self._child:
                with suppress(OSError):
                    self._child[0].send(None)
            self._change.notify_all()

    def close(self) -> None:
        """End everything, for the workbench ends; nothing is asked for any more."""
        self._closed = True
        self.stop()
        if self._thread:
            self._thread.join(_FAREWELL)
        if self._child:
            self._child[1].kill()

    def _work(self) -> None:
        try:
            while wish := self._next():
                self._turn(wish)
        finally:
            with self._change:
                if self._thread is current_thread():  # not after an ordinary end: another may have begun since
                    self._thread, self._state = None, replace(self._state, phase="idle", trouble=say(_DIED, "", {}))

    def _turn(self, wish: Wish) -> None:
        try:
            away = 0 if wish.sure else foreign(self._office)
            if away:
                self._put(foreign=away)
            else:
                self._read(wish)
        except ExtractorError as error:
            trouble = say(error.code, error.where, error.details)
            self._put(trouble=trouble, ended=self._state.ended + 1)

    def _next(self) -> Wish | None:
        """What to do next, when it is time; None when there is nothing: then this thread ends."""
        with self._change:
            while self._wish and (rest := self._times[1] - time.monotonic()) > 0:
                self._change.wait(rest)
            wish, self._wish = self._wish, None
            if wish is None:
                self._thread = None
                self._state = replace(self._state, phase="idle")
            return wish

    def _read(self, wish: Wish) -> None:
        self._put("looking", stopped=False)
        told, status = self._attend(wish)
        if isinstance(told, Trouble) and told.code == LedgerInUse.code:
            self._put("elsewhere")
            self._later(wish)
            return
        trouble: Message | None = None
        if isinstance(told, Trouble):
            trouble = say(told.code, told.where, told.details)
        elif not isinstance(told, Ended) and (status or not self._state.stopped):
            trouble = say(_DIED, "", {})
        self._put(trouble=trouble, ended=self._state.ended + 1)

    def _attend(self, wish: Wish) -> tuple[Told | None, int]:
        """Start the process and hear it out; returns the last that it told, and its exit status."""
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        # No daemon: it has workers of its own.
        process = context.Process(target=read, args=(there, order_of(self._office, wish)), name="extractor-reading")
        process.start()
        there.close()
        with self._change:
            self._child = (here, process)
            if self._closed:
                here.send(None)
        told: Told | None = None
        with suppress(EOFError, ConnectionError):
            while True:
                told = here.recv()
                self._hear(told)
        process.join()
        with self._change:
            self._child = None
            self._state = replace(self._state, scans=())
            here.close()
        return told, process.exitcode or 0

    def _hear(self, told: Told | None) -> None:
        with self._change:
            if isinstance(told, Progress):
                self._results.append(told.file)
            self._state = self._state.after(told)

    def _later(self, wish: Wish) -> None:
        with self._change:
            if not (self._closed or self._state.stopped):
                self._wish = wish.joined(self._wish) if self._wish else wish
                self._times = (self._times[0], time.monotonic() + _AGAIN)

    def _put(self, phase: Phase | None = None, **values: object) -> None:
        with self._change:
            self._state = replace(self._state, phase=phase or self._state.phase, **values)  # type: ignore[arg-type]  # its own fields
