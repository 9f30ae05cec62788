"""What is told of a file once it was read: a few figures, so that no run has to hold all that was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.model.record import ProblemRecord, Record

_LONGEST_TITLE = 40


@dataclass(frozen=True, slots=True)
class Told:
    """A file that was read, or could not be.

    Attributes:
        title: the beginning of the title of its first document.
        documents: how many it holds.
        tasks: how many they hold.
        dated: how many of these have a deadline.
        references: how many documents it names.
        doubts: how many places a person should look at.
        unread: why it could not be read; nothing when it was.
    """

    title: str
    documents: int
    tasks: int
    dated: int
    references: int
    doubts: int
    unread: tuple[ProblemRecord, ...] = ()


def told(record: Record) -> Told:
    """What is told of a record."""
    documents = record["documents"]
    tasks = [task for document in documents for task in document["tasks"]]
    return Told(
        (documents[0]["title"] or "")[:_LONGEST_TITLE] if documents else "",
        len(documents),
        len(tasks),
        sum(task["deadline"] is not None for task in tasks),
        sum(len(document["references"]) for document in documents),
        sum(problem["severity"] != "info" for problem in record["problems"]),
        tuple(record["problems"]) if record["status"] in {"failed", "skipped"} else (),
    )
