"""What happens in a worker process: one file after another is read, within the memory that it is granted."""

from __future__ import annotations

import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from extractor.ingest import changing, limits
from extractor.ingest.pulse import answered_by

if TYPE_CHECKING:
    from collections.abc import Mapping
    from multiprocessing.connection import Connection

    from extractor.engine.incoming import Incoming
    from extractor.engine.record_reader import RecordReader

READY = "ready"
_STATM = Path("/proc/self/statm")  # sizes in pages: all that is mapped, what of it is in memory, …


class Page(NamedTuple):
    """Said before each page that is recognised: the worker is alive, and the page's time counts from now."""

    pages: int


def work(connection: Connection, reader: RecordReader, values: Mapping[str, int]) -> None:
    """Answer each file with its record and whether this worker leaves now; end when nobody asks any more.

    ``READY`` is sent first, when the rules are loaded: from then on a file's time counts.
    """
    # Ctrl-C reaches the whole process group; only the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    changing.put(values)
    with suppress(EOFError, ConnectionError):
        reader.digest  # noqa: B018 - loads the rules
        connection.send(READY)
        before = _in_memory()
        confine()
        for left in range(limits.MAX_FILES_PER_WORKER - 1, -1, -1):
            incoming: Incoming = connection.recv()
            with answered_by(_Pages(connection, incoming.recognise)):
                record = reader(incoming)
            leaves = not left or _in_memory() - before > limits.MAX_KEPT_BYTES
            connection.send((record, leaves))
            if leaves:
                return


class _Pages:
    """Answers for one file whether the next page may be recognised, and tells the parent that it is begun."""

    def __init__(self, connection: Connection, most: int | None) -> None:
        """``most`` pages at most; None: as many as there is time for."""
        self._connection, self._most = connection, most
        self._begun, self._until = 0, time.monotonic() + limits.MAX_SCAN_SECONDS

    def __call__(self, pages: int) -> bool:
        """Whether there is time."""
        if self._begun == self._most or time.monotonic() > self._until:
            return False
        self._begun += 1
        self._connection.send(Page(pages))
        return True


def confine() -> None:
    """Let memory end where the limit says; reading then fails with ``MemoryError`` instead of taking all there is."""
    if sys.platform == "win32" or not _STATM.exists():
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = _pages(0) * resource.getpagesize() + limits.MAX_MEMORY_BYTES
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _in_memory() -> int:
    """Bytes of memory that this process takes up; 0 where the system does not say."""
    if sys.platform == "win32" or not _STATM.exists():
        return 0
    import resource  # noqa: PLC0415 - there is none on Windows

    return _pages(1) * resource.getpagesize()


def _pages(column: int) -> int:
    return int(_STATM.read_bytes().split()[column])
