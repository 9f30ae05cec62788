"""Who brings the files of the outputs up to date behind edits in the workbench: a little later, in another process.

Edits are in the ledger at once; the files are written when nobody edited for some seconds. What is pending stands in
the ledger, so a workbench that is killed loses nothing: its next start, or the next run, writes the files.
"""

from __future__ import annotations

import datetime as dt
import multiprocessing
import signal
import threading
from typing import TYPE_CHECKING, Self, TypeAlias

from extractor.ledger.pending import catch_up, is_pending
from extractor.messages import Message, say
from extractor.model.errors import ExtractorError
from extractor.store.database import LedgerInUse

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path
    from types import TracebackType

    from extractor.messages import Language

_QUIET = 3.0  # seconds after the last edit
_AGAIN = 5.0  # seconds until a ledger that a run holds is asked for again
_LONG_AGAIN = 30.0  # the same where a file cannot be written: somebody has it open
_FAREWELL = 20.0  # seconds for the last edits when the workbench is closed

Trouble: TypeAlias = "tuple[str, str, dict[str, str]] | None"
"""Code, place and details of what hindered."""


class Clerk:
    """Writes the outputs anew whenever edits are pending and nobody else writes.

    Attributes:
        trouble: why the files could not be written the last time; None when they could.
    """

    def __init__(self, out: Path, lang: Language = "zh", quiet: float = _QUIET) -> None:
        """Nothing is known to be pending yet."""
        self._out, self._lang, self._quiet = out, lang, quiet
        self._wake, self._closing = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._work, daemon=True)
        self.trouble: Message | None = None

    def __enter__(self) -> Self:
        """Begin, with what an earlier workbench left."""
        self._thread.start()
        self.later()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Write what is pending, if that does not take long."""
        self._closing.set()
        self._wake.set()
        self._thread.join(_FAREWELL)

    def later(self) -> None:
        """Something was edited: the files are to follow when it is quiet."""
        self._wake.set()

    @property
    def behind(self) -> bool:
        """Whether the files lack something that the ledger has."""
        try:
            return is_pending(self._out)
        except ExtractorError:  # no ledger yet, or none that can be read: pages say so, there is nothing to write
            return False

    def _work(self) -> None:
        while not self._closing.is_set():
            self._wake.wait()
            while self._wake.is_set() and not self._closing.is_set():
                self._wake.clear()
                self._wake.wait(self._quiet)
            again = self._write() if self.behind and not self._closing.is_set() else 0.0
            if again and not self._closing.wait(again):
                self._wake.set()
        if self.behind:
            self._write()

    def _write(self) -> float:
        """Let the files be written; returns the seconds until the next try, 0 when they stand."""
        trouble = _in_a_process(self._out)
        self.trouble = say(*trouble, self._lang) if trouble and trouble[0] != LedgerInUse.code else None
        if trouble is None:
            return 0.0
        return _LONG_AGAIN if self.trouble else _AGAIN


def _in_a_process(out: Path) -> Trouble:
    # Spawned, as readers are; the pages would wait for every line that is written by a thread of theirs.
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_caught_up, args=(out, there), daemon=True)
    process.start()
    there.close()
    try:
        told: Trouble = here.recv()
    except EOFError:
        told = ("outputs-not-written", out.as_posix(), {})
    process.join()
    return told


def _caught_up(out: Path, there: Connection) -> None:
    """What the process does; Ctrl-C is for the workbench, which ends when this has."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        catch_up(out, dt.datetime.now(tz=dt.UTC).astimezone())
    except ExtractorError as error:
        there.send((error.code, error.where, dict(error.details)))
    else:
        there.send(None)
