"""Readers that stand in for the analysis on a cluster: they note what they read, and some texts break machines."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.export.record import record
from extractor.model.notice import Analysis
from extractor.model.problem import Problem
from extractor.model.source import Source

if TYPE_CHECKING:
    from extractor.engine.incoming import Incoming
    from extractor.model.record import Record

DIES, SLEEPS = "读到这里进程退出", "读到这里要等很久"
KILLS_WORKER, KILLS_NODE = "第一次读到这里工作进程被终止", "第一次读到这里整台机器断开"
WAITS = "读到这里等人放行"
PATIENCE = 60


@dataclass(frozen=True)
class NotingReader:
    """Takes the text of a file as it is, and notes in ``notes`` that it was read.

    It runs beside the worker of Ray, whose parent is the machine's raylet.
    """

    notes: Path
    digest: str = "规则一"

    def __call__(self, incoming: Incoming) -> Record:
        text = incoming.path.read_text("utf-8")
        busy = self._note("busy", incoming.name)
        self._note("most", str(len(list((self.notes / "busy").iterdir()))))
        if DIES in text:
            os._exit(7)
        if SLEEPS in text:
            time.sleep(600)
        self._break(text)
        self._note("read", f"{incoming.name} {time.monotonic_ns()}")
        busy.unlink()
        sha256 = hashlib.sha256(incoming.path.read_bytes()).hexdigest()
        return record(Analysis(Source(incoming.name, text, "txt", sha256)), "zh", self.digest)

    def unread(self, incoming: Incoming, code: str, details: dict[str, str]) -> Record:
        problem = Problem(code, None, "error", tuple(details.items()))
        return record(Analysis(Source(incoming.name, "", "", ""), (), (problem,), "failed"), "zh", self.digest)

    def _break(self, text: str) -> None:
        if WAITS in text:
            until = time.monotonic() + PATIENCE
            while not (self.notes / "go").exists() and time.monotonic() < until:
                time.sleep(0.05)
        worker, raylet = _ancestor(1), _ancestor(2)
        for words, victims in ((KILLS_WORKER, (worker,)), (KILLS_NODE, (raylet, worker))):
            if words in text and not (self.notes / "broken").exists():
                self._note("broken", words)
                for victim in victims:
                    os.kill(victim, signal.SIGKILL)
                time.sleep(PATIENCE)

    def _note(self, kind: str, name: str) -> Path:
        path = self.notes / kind / name.replace("/", "_")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        return path

    def times_read(self) -> dict[str, int]:
        """How often each file was read to its end."""
        names = [path.name.rpartition(" ")[0] for path in sorted((self.notes / "read").glob("*"))]
        return {name: names.count(name) for name in names}

    def most_at_once(self) -> int:
        """How many files were read at the same time."""
        return max(int(path.name) for path in (self.notes / "most").iterdir())


def _ancestor(generation: int) -> int:
    pid = os.getpid()
    for _ in range(generation):
        pid = int(Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[1])
    return pid
