"""What a run was asked to do, and what it did."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from extractor.engine.todo import NOTHING_SEEN, FileChange, Seen
from extractor.ledger.settings import OutputSettings
from extractor.model.laps import unheard
from extractor.store import analyses

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from extractor.engine.profile import Profile
    from extractor.engine.told import Told
    from extractor.ledger.outputs.summary import Summary
    from extractor.messages import Language
    from extractor.model.laps import Lap
    from extractor.model.record import ProblemRecord, Record

Progress: TypeAlias = Callable[[int, int, str], None]
"""Told after each file: how many are done, of how many, and the file's name."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run was asked to do.

    Attributes:
        paths: files and folders to read.
        out: the folder of the outputs; what an earlier run left there is used again for unchanged files.
        jobs: worker processes; None: as many as the work deserves.
        force: read unchanged files too.
        lang: the language of the outputs.
        settings: how the outputs are written.
        began: when the run began, local time; only the list of changes shows it.
        isolated: read whatever needs a parser in worker processes; False only to find mistakes of the program.
        seen: what somebody who watched the files knows of them.
        profile: where to note how long what takes.
        parquet: where to write what was found as Parquet files, too; empty: nowhere.
        again: names of files that are read although they are unchanged.
    """

    paths: tuple[Path, ...]
    out: Path
    jobs: int | None = None
    force: bool = False
    lang: Language = "zh"
    settings: OutputSettings = field(default_factory=OutputSettings)
    began: dt.datetime | None = None
    isolated: bool = True
    seen: Seen = NOTHING_SEEN
    parquet: str = ""
    again: frozenset[str] = frozenset()
    profile: Profile | None = None

    @property
    def lap(self) -> Lap:
        """Told when a stage has ended."""
        return self.profile.laps if self.profile else unheard


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run did.

    Attributes:
        out: the folder of the outputs.
        files: how many files there are.
        read: what is told of the files that were read for it, by name in their order, those included that a run
            read which was stopped before this one, and this one went on from there.
        written: what was written, or stands from the last time.
        unread: the files that could not be read, now or earlier, each with the reasons.
        changes: what this run alone found new, changed, renamed or gone.
    """

    out: Path
    files: int
    read: Mapping[str, Told]
    written: Summary
    unread: Mapping[str, tuple[ProblemRecord, ...]]
    changes: tuple[FileChange, ...] = ()

    @property
    def unchanged(self) -> int:
        """How many files the ledger had as they are."""
        return self.files - len(self.read)

    @property
    def records(self) -> tuple[Record, ...]:
        """The records of all files, linked, by name; read anew from ``analysis.jsonl``."""
        return analyses.records(self.out)
