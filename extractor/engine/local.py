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
from extractor.engine.told import Told, told
from extractor.ledger import intake, standing
from extractor.ledger.outputs import Summary, write_outputs
from extractor.ledger.settings import OutputSettings, remember
from extractor.model.errors import UsageError
from extractor.store import analyses, files, runs
from extractor.store.database import writing

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3
    from collections.abc import Mapping
    from pathlib import Path

    from extractor.engine.record_reader import RecordReader
    from extractor.engine.workers import Outcomes
    from extractor.messages import Language
    from extractor.model.record import ProblemRecord, Record

_UNREAD = {"failed", "skipped"}
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
        parquet: where to write what was found as Parquet files, too; empty: nowhere.
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
            read = _take_in(connection, number, outcomes, progress, len(todo.read))
        remember(connection, plan.settings)
        stamps = files.stamps(connection)
        fresh = [name for name, stamp in sorted(stamps.items()) if stamp.run > runs.written(connection)]
        news = {name: read.get(name) or told(_stored(connection, name)) for name in fresh}
        unread = {
            name: news[name].unread if name in news else told(_stored(connection, name)).unread
            for name, stamp in sorted(stamps.items())
            if stamp.status in _UNREAD
        }
        same = not plan.force and all(change.what == "again" for change in todo.changes)
        written = _written(connection, plan, number, nothing_new=same and news.keys() <= unread.keys())
    return RunSummary(plan.out, len(stamps), news, written, unread, todo.changes)


def _written(connection: sqlite3.Connection, plan: Plan, number: int, *, nothing_new: bool) -> Summary:
    """What stands from the last time, where a run found nothing new; else all outputs are written."""
    terms = standing.Terms(plan.lang, plan.parquet)
    written = standing.stands(connection, plan.out, terms) if nothing_new else None
    if written:
        runs.end(connection, number)
        return written
    written = write_outputs(connection, plan.out, number, lang=plan.lang, parquet=plan.parquet)
    standing.remember(connection, plan.out, terms, written)
    return written


def _take_in(
    connection: sqlite3.Connection, number: int, outcomes: Outcomes, progress: Progress | None, total: int
) -> dict[str, Told]:
    """Store what is read, file by file; returns what is told of each."""
    read = {}
    for done, (each, record) in enumerate(outcomes, 1):
        intake.take(connection, number, record)
        read[record["file"]] = told(record)
        if progress:
            progress(done, total, each.name)
    return read


def _stored(connection: sqlite3.Connection, name: str) -> Record:
    record = files.stored(connection, name)
    assert record  # noqa: S101 - its stamp was just seen
    return record
