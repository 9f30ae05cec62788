"""Run many files on this machine: what is known is not read again, and no file stops the others."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from extractor import VERSION
from extractor.engine.incoming import collect
from extractor.engine.placing import read_all
from extractor.engine.todo import NOTHING_SEEN, FileChange, Seen, Terms, sort_out
from extractor.ledger import intake
from extractor.ledger.outputs import Summary, write_outputs
from extractor.ledger.settings import OutputSettings, remember
from extractor.model.errors import UsageError
from extractor.store import files, layouts, runs
from extractor.store.database import transaction, writing

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3
    from pathlib import Path

    from extractor.engine.record_reader import RecordReader
    from extractor.engine.workers import Outcomes
    from extractor.messages import Language
    from extractor.model.record import Record

Progress: TypeAlias = Callable[[int, int, str], None]
"""Told after each file: how many are done, of how many, and the file's name."""


class NothingToRead(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """The folders hold no file at all."""

    code = "no-files"
    exit_status = 1


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


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run did: the records of all files by name, which files were read for it, what was written.

    ``read`` has also the files that a run read which was stopped before this one, and this one went on from
    there; ``changes`` has what this run alone found new, changed, renamed or gone.
    """

    records: tuple[Record, ...]
    read: frozenset[str]
    written: Summary
    changes: tuple[FileChange, ...] = ()

    @property
    def unchanged(self) -> int:
        """How many files the ledger had as they are."""
        return len(self.records) - len(self.read)

    @property
    def unread(self) -> tuple[Record, ...]:
        """The records of files that could not be read."""
        return tuple(record for record in self.records if record["status"] in {"failed", "skipped"})


def run(plan: Plan, reader: RecordReader, progress: Progress | None = None) -> RunSummary:
    """Read all files of the plan into the ledger and write the outputs.

    Raises:
        NoSuchPath: a path does not exist.
        NothingToRead: there is no file in the folders.
        RuleError: the rules are wrong.
        LedgerInUse: another run writes to the same outputs.
        KeyboardInterrupt: stopped by the user; the files read so far are kept for the next run.
    """
    incoming = collect(plan.paths, plan.out)
    if not incoming:
        raise NothingToRead("、".join(str(path) for path in plan.paths))
    digest = reader.digest
    with writing(plan.out) as connection:
        number = runs.begin(connection, plan.began, VERSION)
        todo = sort_out(connection, number, incoming, Terms(digest, plan.force, plan.seen))
        with closing(read_all(todo.read, reader, plan.jobs, isolated=plan.isolated)) as outcomes:
            _take_in(connection, number, outcomes, progress, len(todo.read))
        with transaction(connection):
            layouts.put_origins(connection, ((each.name, str(each.path.resolve()), each.member) for each in incoming))
        remember(connection, plan.settings)
        fresh = {name for name, stamp in files.stamps(connection).items() if stamp.run > runs.written(connection)}
        written = write_outputs(connection, plan.out, number, lang=plan.lang)
    return RunSummary(written.records, frozenset(fresh), written, todo.changes)


def _take_in(
    connection: sqlite3.Connection, number: int, outcomes: Outcomes, progress: Progress | None, total: int
) -> None:
    for done, (each, record) in enumerate(outcomes, 1):
        intake.take(connection, number, record)
        if progress:
            progress(done, total, each.name)
