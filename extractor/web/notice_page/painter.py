"""Pictures of pages, drawn by a process of its own: PDFium takes one thread only, and may fall over a damaged file.

Drawn pictures are kept in memory, a few dozen pages of them, and nowhere else: they go with the program.
"""

from __future__ import annotations

import multiprocessing
import threading
from collections import OrderedDict
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

from extractor.engine.worker import confine
from extractor.ingest.page_picture import page_picture
from extractor.model.errors import ExtractorError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from extractor.web.notice_page.original import Original

_PATIENCE = 30.0  # seconds for a page, and for the process to start
_MOST_KEPT = 64_000_000  # bytes

Wanted: TypeAlias = "tuple[Original, int, int]"
"""A file, the number of the page, and its quarter turns."""


class Painter:
    """Draws pages; the process is started for the first, and anew when it was lost."""

    def __init__(self) -> None:
        """Nothing is drawn yet."""
        self._at_once = threading.Lock()
        self._pair: tuple[Connection, SpawnProcess] | None = None
        self._kept: OrderedDict[Wanted, bytes] = OrderedDict()

    def draw(self, original: Original, number: int, turns: int) -> bytes:
        """The page as PNG; empty when it cannot be drawn."""
        wanted = (original, number, turns)
        with self._at_once:
            if wanted in self._kept:
                self._kept.move_to_end(wanted)
                return self._kept[wanted]
            drawn = self._drawn(wanted)
            if drawn:
                self._keep(wanted, drawn)
            return drawn

    def close(self) -> None:
        """End the process and forget the pictures."""
        with self._at_once:
            self._dismiss()
            self._kept.clear()

    def _keep(self, wanted: Wanted, drawn: bytes) -> None:
        self._kept[wanted] = drawn
        while sum(map(len, self._kept.values())) > _MOST_KEPT:
            self._kept.popitem(last=False)

    def _drawn(self, wanted: Wanted) -> bytes:
        if self._pair and not self._pair[1].is_alive():
            self._dismiss()
        self._pair = self._pair or _start()
        connection, _ = self._pair
        with suppress(EOFError, OSError):
            connection.send(wanted)
            if connection.poll(_PATIENCE):
                drawn: bytes = connection.recv()
                return drawn
        self._dismiss()
        return b""

    def _dismiss(self) -> None:
        if self._pair:
            connection, process = self._pair
            connection.close()
            process.kill()
            process.join()
        self._pair = None


def _start() -> tuple[Connection, SpawnProcess]:
    # Spawned, not forked: no copy of the server's threads and locks.
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_paint, args=(there,), daemon=True)
    process.start()
    there.close()
    return here, process


def _paint(connection: Connection) -> None:
    """Draw what is asked for until nobody asks any more; of a file that cannot be drawn, nothing."""
    confine()
    last: tuple[Original, bytes] | None = None
    with suppress(EOFError, ConnectionError, KeyboardInterrupt):
        while True:
            original, number, turns = connection.recv()
            if last is None or last[0] != original:
                last = (original, original.read() or b"")
            connection.send(_picture(last[1], original.name, number, turns))


def _picture(data: bytes, name: str, number: int, turns: int) -> bytes:
    try:
        return page_picture(data, name, number, turns) if data else b""
    except (ExtractorError, MemoryError):
        return b""
