"""Run many files on this machine: what is known is not read again, and no file stops the others."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

from extractor.engine.incoming import Incoming, collect
from extractor.engine.journal import Journal
from extractor.engine.reading import content_hash
from extractor.engine.workers import Outcomes, share
from extractor.export.write import Summary, write_outputs
from extractor.model.errors import UsageError
from extractor.store.analyses import records, reusable

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.messages import Language
    from extractor.model.record import Record
    from extractor.rules.departments import Departments

Progress: TypeAlias = Callable[[int, int, str], None]
"""Told after each file: how many are done, of how many, and the file's name."""

_MOST_JOBS = 4
_LITTLE = 5_000_000  # bytes of input, about a second; below it workers do not repay their start
_SMALLEST = 100_000  # so many bytes even the shortest file counts for


class RecordReader(Protocol):
    """Whatever makes records of files; see ``NoticeReader``."""

    @property
    def digest(self) -> str:
        """Names all that decides what is found."""

    def __call__(self, incoming: Incoming) -> Record:
        """The record of one file."""

    def lost(self, incoming: Incoming, exit_status: int) -> Record:
        """The record of a file over which a worker died."""


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
        bom: begin CSV files with a byte order mark.
        lang: the language of the outputs.
        names: what is known about bodies; None: the shipped list and the names file in ``out``.
    """

    paths: tuple[Path, ...]
    out: Path
    jobs: int | None = None
    force: bool = False
    bom: bool = True
    lang: Language = "zh"
    names: Departments | None = None


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run did: the records of all files by name, which files were read for it, what was written.

    ``read`` has the files that a run read which was stopped before this one, and this one went on from there.
    """

    records: tuple[Record, ...]
    read: frozenset[str]
    written: Summary

    @property
    def unchanged(self) -> int:
        """How many files the ledger had as they are."""
        return len(self.records) - len(self.read)

    @property
    def unread(self) -> tuple[Record, ...]:
        """The records of files that could not be read."""
        return tuple(record for record in self.records if record["status"] in {"failed", "skipped"})


def run(plan: Plan, reader: RecordReader, progress: Progress | None = None) -> RunSummary:
    """Read all files of the plan and write the outputs.

    Raises:
        NoSuchPath: a path does not exist.
        NothingToRead: there is no file in the folders.
        RuleError: the rules are wrong.
        KeyboardInterrupt: stopped by the user; the files read so far are kept for the next run.
    """
    incoming = collect(plan.paths, plan.out)
    if not incoming:
        raise NothingToRead("、".join(str(path) for path in plan.paths))
    with Journal(plan.out) as journal:
        left = () if plan.force else journal.records()
        known = _known(incoming, () if plan.force else (*records(plan.out), *left), reader.digest)
        todo = [each for each in incoming if each.name not in known]
        with closing(_read(todo, reader, _workers(todo, plan.jobs))) as outcomes:
            fresh = _gather(outcomes, journal, progress, len(todo))
    found = tuple((known | fresh)[each.name] for each in incoming)
    written = write_outputs(found, plan.out, bom=plan.bom, lang=plan.lang, names=plan.names)
    journal.remove()
    return RunSummary(found, frozenset(fresh) | (known.keys() & {each["file"] for each in left}), written)


def _gather(
    outcomes: Outcomes, journal: Journal, progress: Progress | None, total: int
) -> dict[str, Record]:
    fresh: dict[str, Record] = {}
    for each, record in outcomes:
        fresh[each.name] = record
        journal.add(record)
        if progress:
            progress(len(fresh), total, each.name)
    return fresh


def _known(incoming: Sequence[Incoming], stored: Sequence[Record], digest: str) -> dict[str, Record]:
    """Stored records that still hold; a failure is tried again, for its cause may lie outside the file."""
    by_name = {record["file"]: record for record in stored}
    pairs = ((each, by_name[each.name]) for each in incoming if each.name in by_name)
    return {each.name: record for each, record in pairs if reusable(record, content_hash(each.path), digest)}


def _read(todo: Sequence[Incoming], reader: RecordReader, jobs: int) -> Outcomes:
    if jobs > 1:
        return share(todo, reader, jobs, reader.lost)
    return ((each, reader(each)) for each in todo)


def _workers(todo: Sequence[Incoming], asked: int | None) -> int:
    if asked is not None:
        return min(asked, len(todo))
    little = sum(_size(each.path) + _SMALLEST for each in todo) < _LITTLE
    return 1 if little else min(os.cpu_count() or 1, _MOST_JOBS)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
