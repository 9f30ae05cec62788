"""A reader that stands in for the analysis, so that runs can be tested alone, also in worker processes."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.export.record import record
from extractor.ingest.pulse import may_go_on
from extractor.model.notice import Analysis
from extractor.model.problem import Problem
from extractor.model.source import Source

if TYPE_CHECKING:
    from extractor.engine.incoming import Incoming
    from extractor.model.record import Record

DIES = "读到这里进程退出"
KILLED = "读到这里进程被系统终止"
STOPS = "读到这里有人按下停止键"
SLEEPS = "读到这里要等很久"
WHO = "读到这里写下自己是哪个进程"
PAGES = "一页一页识别"
"""Followed by three numbers: how many pages, tenths of a second for each, on which page it hangs (0: on none)."""
UNREADABLE = "这份文件读不了"


def _recognised(pages: int, tenths: int, fatal: int) -> str:
    """How many pages there was time for."""
    for page in range(1, pages + 1):
        if not may_go_on(pages):
            return str(page - 1)
        if page == -fatal:
            os._exit(7)
        time.sleep(600 if page == fatal else tenths / 10)
    return str(pages)


@dataclass(frozen=True)
class FakeReader:
    """Takes the text of a file as it is; some texts end the process that reads them."""

    digest: str = "规则一"

    def __call__(self, incoming: Incoming) -> Record:
        text = incoming.path.read_text("utf-8")
        if DIES in text:
            os._exit(7)
        if KILLED in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if STOPS in text:
            raise KeyboardInterrupt
        if SLEEPS in text:
            time.sleep(600)
        if UNREADABLE in text:
            return self.unread(incoming, "empty-file", {})
        if text.startswith(PAGES):
            text = _recognised(*map(int, text.split()[1:]))
        if WHO in text:
            text = str(os.getpid())
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        return record(Analysis(Source(incoming.name, text, "txt", sha256)), "zh", self.digest)

    def unread(self, incoming: Incoming, code: str, details: dict[str, str]) -> Record:
        source = Source(incoming.name, "", "", "")
        problem = Problem(code, None, "error", tuple(details.items()))
        return record(Analysis(source, (), (problem,), "failed"), "zh", self.digest)
