"""Stand-ins for the process that reads, so that the desk is tested without waiting for the rules."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from extractor.ingest.pulse import PageBegun
from extractor.web.work.told import Ended, FileRead, Progress, Trouble

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from extractor.web.work.child import Order


def reads(connection: Connection, order: Order) -> None:
    """Two files, one of them in vain."""
    good = FileRead("甲.txt", "ok", 1, 3, 2, 1)
    bad = FileRead("乙.pdf", "failed", 0, 0, 0, 0, (("乙.pdf：有密码", "请去掉密码"),))
    connection.send(Progress(1, 2, good))
    connection.send(Progress(2, 2, bad))
    (order.plan.out / "asked").open("a").write(f"{sorted(order.plan.again)} {order.plan.force}\n")
    connection.send(Ended())


def recognises(connection: Connection, order: Order) -> None:
    """Two scans at once; it ends when the test has seen how far they are."""
    for begun in (PageBegun("乙.pdf", 1, 12), PageBegun("甲.tif", 1, 0), PageBegun("乙.pdf", 3, 12)):
        connection.send(begun)
    while not (order.plan.out / "seen").exists():
        time.sleep(0.01)
    connection.send(Progress(1, 2, FileRead("乙.pdf", "ok", 1, 3, 2, 1)))
    while not (order.plan.out / "seen too").exists():
        time.sleep(0.01)


def dies(connection: Connection, order: Order) -> None:
    """It breaks off after the first file, the first time."""
    connection.send(Progress(1, 2, FileRead("甲.txt", "ok", 1, 3, 2, 1)))
    if not (order.plan.out / "died").exists():
        (order.plan.out / "died").touch()
        os._exit(9)
    connection.send(Ended())


def waits(connection: Connection, order: Order) -> None:
    """It reads until it is told to end."""
    (order.plan.out / "pid").write_text(str(os.getpid()))
    connection.send(Progress(1, 2, FileRead("甲.txt", "ok", 1, 3, 2, 1)))
    connection.recv()


def is_kept_out(connection: Connection, order: Order) -> None:
    """Another program writes the ledger, the first time."""
    if not (order.plan.out / "taken").exists():
        (order.plan.out / "taken").touch()
        connection.send(Trouble("ledger-in-use", "outputs", {}))
    else:
        connection.send(Ended())


def fails(connection: Connection, _: Order) -> None:
    """There is nothing to read."""
    connection.send(Trouble("no-files", "corpus", {}))
    time.sleep(0.01)
