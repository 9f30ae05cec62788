"""What the process that reads tells the workbench: pages that are recognised, each file as it is read, the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from extractor.ingest.pulse import PageBegun
from extractor.store.doubt import doubts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.model.notice import Status
    from extractor.model.record import Record


@dataclass(frozen=True, slots=True)
class FileRead:
    """What was found in one file.

    Attributes:
        name: below the corpus folder.
        status: how much of it was read.
        documents: how many notices and attachments it holds.
        tasks: how many tasks stand in them.
        timed: how many of those have a deadline.
        doubtful: how many of those a person should look at.
        complaints: what was in the way and what to do about it, when it could not be read.
    """

    name: str
    status: Status
    documents: int
    tasks: int
    timed: int
    doubtful: int
    complaints: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` files are read, ``file`` last."""

    done: int
    total: int
    file: FileRead


@dataclass(frozen=True, slots=True)
class Ended:
    """All files are read and all outputs stand."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why nothing, or nothing more, was read: an entry of the message catalogue."""

    code: str
    where: str
    details: Mapping[str, str]


Told: TypeAlias = PageBegun | Progress | Ended | Trouble


def file_read(record: Record) -> FileRead:
    """A record in figures."""
    tasks = [task for document in record["documents"] for task in document["tasks"]]
    unread = record["status"] in {"failed", "skipped"}
    return FileRead(
        record["file"],
        record["status"],
        len(record["documents"]),
        len(tasks),
        sum(task["deadline"] is not None for task in tasks),
        sum(bool(doubts(task, record["problems"])) for task in tasks),
        tuple((problem["message"], problem["advice"]) for problem in record["problems"] if unread),
    )
