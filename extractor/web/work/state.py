"""How a reading stands, as the page shows it, and what it was asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from extractor.ingest.pulse import PageBegun
from extractor.web.work.told import Progress

if TYPE_CHECKING:
    from extractor.messages import Message
    from extractor.web.work.told import Told

Phase: TypeAlias = Literal["idle", "soon", "elsewhere", "looking", "reading", "writing"]
"""``soon``: it begins when no file has come for a moment; ``elsewhere``: another program writes the ledger."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What to read beside new and changed files.

    Attributes:
        again: names of files that are read although they are unchanged.
        everything: all files are.
        sure: also when none of the files that the ledger holds lies in the folder, and all would leave it.
    """

    again: frozenset[str] = frozenset()
    everything: bool = False
    sure: bool = False

    def joined(self, other: Wish) -> Wish:
        """One wish for both."""
        return Wish(self.again | other.again, self.everything or other.everything, self.sure or other.sure)


@dataclass(frozen=True, slots=True)
class State:
    """How the reading stands; the figures are those since the workbench was last idle.

    Attributes:
        phase: what it is doing.
        done: files read of this turn, of ``total``.
        total: files of this turn.
        files: files read.
        documents: notices and attachments in them.
        tasks: tasks in those.
        timed: tasks with a deadline.
        doubtful: tasks to be looked at.
        unread: files that could not be read.
        trouble: why the last turn ended before its time.
        foreign: how many files the ledger holds of which none lies in the folder: reading waits for a yes.
        ended: how many turns ended since the workbench was started.
        stopped: somebody ended the last turn.
        scans: the files that are being recognised, with the page of each.
    """

    phase: Phase = "idle"
    done: int = 0
    total: int = 0
    files: int = 0
    documents: int = 0
    tasks: int = 0
    timed: int = 0
    doubtful: int = 0
    unread: int = 0
    trouble: Message | None = None
    foreign: int = 0
    ended: int = 0
    stopped: bool = False
    scans: tuple[PageBegun, ...] = ()

    @property
    def busy(self) -> bool:
        """Whether something is going on or about to."""
        return self.phase != "idle"

    def after(self, told: Told | None) -> State:
        """The state when one more page is begun, or one more file is read."""
        if isinstance(told, PageBegun):
            scans = sorted((*self._without(told.file), told))
            return replace(self, phase="reading", scans=tuple(scans))
        return self._with(told) if isinstance(told, Progress) else self

    def _with(self, told: Progress) -> State:
        file = told.file
        return replace(
            self, phase="reading" if told.done < told.total else "writing", done=told.done, total=told.total,
            files=self.files + 1,
            documents=self.documents + file.documents, tasks=self.tasks + file.tasks, timed=self.timed + file.timed,
            doubtful=self.doubtful + file.doubtful, unread=self.unread + (file.status in {"failed", "skipped"}),
            scans=self._without(file.name),
        )  # fmt: skip

    def _without(self, name: str) -> tuple[PageBegun, ...]:
        return tuple(scan for scan in self.scans if scan.file != name)
