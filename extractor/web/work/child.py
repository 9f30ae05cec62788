"""What happens in the process that reads: a run over the corpus folder, told file by file, ended when asked."""

from __future__ import annotations

import _thread
import signal
import threading
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from extractor.engine.local import Plan, run
from extractor.engine.reading import NoticeReader, Settings
from extractor.ingest import changing
from extractor.ingest.pulse import heard_by
from extractor.model.errors import ExtractorError
from extractor.store import files
from extractor.store.database import reading
from extractor.web.work.told import Ended, Progress, Trouble, file_read

if TYPE_CHECKING:
    from collections.abc import Mapping
    from multiprocessing.connection import Connection
    from pathlib import Path
    from types import FrameType
    from typing import NoReturn


@dataclass(frozen=True, slots=True)
class Order:
    """What to read, and by which rules and limits."""

    plan: Plan
    settings: Settings
    limits: Mapping[str, int]


def read(connection: Connection, order: Order) -> None:
    """Run, and tell the other end of ``connection``; whatever that says, and its end, ends this process."""
    _obey(connection)
    changing.put(order.limits)
    with suppress(KeyboardInterrupt, ConnectionError):
        try:
            with heard_by(connection.send):
                run(order.plan, NoticeReader(order.settings), partial(_tell, connection, order.plan.out))
            connection.send(Ended())
        except ExtractorError as error:
            connection.send(Trouble(error.code, error.where, error.details))


def _tell(connection: Connection, out: Path, done: int, total: int, name: str) -> None:
    with reading(out) as ledger:
        record = files.stored(ledger, name)
    if record:
        connection.send(Progress(done, total, file_read(record)))


def _obey(connection: Connection) -> None:
    """End in order, workers included, when the workbench or the system asks for it, or the workbench is gone."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _end)
    threading.Thread(target=_listen, args=(connection,), daemon=True).start()


def _end(_number: int, _frame: FrameType | None) -> NoReturn:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)  # a second request must not disturb the clearing up
    raise KeyboardInterrupt


def _listen(connection: Connection) -> None:
    with suppress(EOFError, OSError):
        connection.recv()
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)  # wakes it from waiting, too
    else:
        _thread.interrupt_main()
