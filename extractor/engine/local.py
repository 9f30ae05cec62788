"""Run many files on this machine: what is known is not read again, and no file stops the others."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extractor import VERSION
from extractor.engine.incoming import collect
from extractor.engine.placing import read_all
from extractor.engine.plan import Plan, RunSummary
from extractor.engine.todo import Terms, sort_out
from extractor.engine.told import Told, told
from extractor.ledger import intake
from extractor.ledger.outputs import standing
from extractor.ledger.outputs.write import write_outputs
from extractor.ledger.settings import remember
from extractor.model.errors import UsageError
from extractor.store import files, layouts, runs
from extractor.store.database import transaction, writing

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from extractor.engine.incoming import Incoming
    from extractor.engine.plan import Progress
    from extractor.engine.record_reader import RecordReader
    from extractor.engine.todo import FileChange
    from extractor.engine.workers import Outcomes
    from extractor.ledger.outputs.summary import Summary

__all__ = ["NothingToRead", "Plan", "RunSummary", "run"]


class NothingToRead(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """The folders hold no file at all."""

    code = "no-files"
    exit_status = 1


def run(plan: Plan, reader: RecordReader, progress: Progress | None = None) -> RunSummary:
    """Read all files of the plan into the ledger and write the outputs.

    Raises:
        NoSuchPath: a path does not exist.
        NothingToRead: there is no file in the folders.
        RuleError: the rules are wrong.
        LedgerInUse: another run writes to the same outputs.
        KeyboardInterrupt: stopped by the user; the files read so far are kept for the next run.
    """
    incoming = collect(plan.paths, plan.out, Path(plan.parquet) if plan.parquet else None)
    if not incoming:
        raise NothingToRead("、".join(str(path) for path in plan.paths))
    reader.digest  # noqa: B018 - what is wrong with the rules is told before anything is written
    plan.lap("collecting")
    with writing(plan.out) as connection:
        reading = _read(connection, plan, reader, incoming, progress)
        del incoming  # a hundred thousand names and paths are nothing to hold while all is linked
        unread = {name: reading.news.get(name) or _told(connection, name) for name in files.unread(connection)}
        same = not plan.force and all(change.what == "again" for change in reading.changes)
        written = _written(connection, plan, reading.run, nothing_new=same and reading.news.keys() <= unread.keys())
        reasons = {name: each.unread for name, each in unread.items()}
        return RunSummary(plan.out, files.count(connection), reading.news, written, reasons, reading.changes)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a run read: its number, what is told of the files that are new in the outputs, what became of files."""

    run: int
    news: dict[str, Told]
    changes: tuple[FileChange, ...]


def _read(
    connection: sqlite3.Connection,
    plan: Plan,
    reader: RecordReader,
    incoming: Sequence[Incoming],
    progress: Progress | None,
) -> _Reading:
    """Read all files into the ledger."""
    number = runs.begin(connection, plan.began, VERSION)
    todo = sort_out(connection, number, incoming, Terms(reader.digest, plan.force, plan.seen, plan.again))
    with closing(read_all(todo.read, reader, plan.jobs, isolated=plan.isolated)) as outcomes:
        read = _take_in(connection, number, outcomes, plan, Counting(progress, len(todo.read)))
    with transaction(connection):
        layouts.put_origins(connection, ((each.name, str(each.path.resolve()), each.route) for each in incoming))
    remember(connection, plan.settings)
    fresh = files.since(connection, runs.written(connection))
    return _Reading(number, {name: read.get(name) or _told(connection, name) for name in fresh}, todo.changes)


@dataclass(frozen=True, slots=True)
class Counting:
    """Who is told how far a run is, and how many files it has to read."""

    progress: Progress | None
    total: int

    def tell(self, done: int, name: str) -> None:
        """So many files are done."""
        if self.progress:
            self.progress(done, self.total, name)


def _written(connection: sqlite3.Connection, plan: Plan, number: int, *, nothing_new: bool) -> Summary:
    """What stands from the last time, where a run found nothing new; else all outputs are written."""
    terms = standing.Terms(plan.lang, plan.parquet)
    written = standing.stands(connection, plan.out, terms) if nothing_new else None
    plan.lap("standing")
    if written:
        runs.end(connection, number)
        return written
    written = write_outputs(connection, plan.out, number, lang=plan.lang, parquet=plan.parquet, lap=plan.lap)
    standing.remember(connection, plan.out, terms, written)
    return written


def _take_in(
    connection: sqlite3.Connection, number: int, outcomes: Outcomes, plan: Plan, counting: Counting
) -> dict[str, Told]:
    """Store what is read, file by file; returns what is told of each."""
    read = {}
    for done, (each, record) in enumerate(outcomes, 1):
        plan.lap("waiting")
        if plan.profile:
            plan.profile.take(record)
        intake.take(connection, number, record)
        read[record["file"]] = told(record)
        plan.lap("storing")
        counting.tell(done, each.name)
    return read


def _told(connection: sqlite3.Connection, name: str) -> Told:
    record = files.stored(connection, name)
    assert record  # noqa: S101 - its name was just seen
    return told(record)
