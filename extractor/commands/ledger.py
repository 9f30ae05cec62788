"""What questions ask: the records of the last run, and the tasks in them."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from extractor.graph.bodies.name import label
from extractor.model.errors import UsageError
from extractor.store.analyses import records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from extractor.model.record import DeadlineRecord, DocumentRecord, OwnerRecord, Record, TaskRecord


ROLES = MappingProxyType(
    {"lead": "牵头", "responsible": "责任", "support": "配合", "person": "责任人", "actor": "主体"}
)


class NoResults(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """Nothing was analysed yet, or the results are elsewhere."""

    code = "no-results"


class NoSuchNotice(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """No file, title or number of the ledger is called so."""

    code = "no-such-notice"


class NoSuchTask(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """No task has an id that begins so."""

    code = "no-such-task"


class AmbiguousName(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """What was asked for fits several things."""

    code = "ambiguous-name"


@dataclass(frozen=True, slots=True)
class Entry:
    """A task with the document and the file that it stands in."""

    record: Record
    document: DocumentRecord
    task: TaskRecord


def ledger(out: Path) -> tuple[Record, ...]:
    """The records of the last run that wrote to ``out``.

    Raises:
        NoResults: there was none.
    """
    found = records(out)
    if not found:
        raise NoResults(out.as_posix())
    return found


def entries(found: Iterable[Record]) -> Iterator[Entry]:
    """All tasks, in the order of files and of their place in them."""
    for record in found:
        for document in record["documents"]:
            yield from (Entry(record, document, task) for task in document["tasks"])


def is_of(owner: OwnerRecord, words: str) -> bool:
    """Whether ``words`` name an owner, by its one or its printed name: 组织部 is 党委组织部, 甲学院党委组织部 too."""
    return words in label(owner.get("home", ""), owner["canonical"]) or words in owner["name"]


def due_shown(time: DeadlineRecord) -> str:
    """The day, and the hour if there is one, as ``tasks.csv`` writes them; empty when the time is no date."""
    return time.get("due", "").replace("T", " ")


def is_in(record: Record, document: DocumentRecord, words: str) -> bool:
    """Whether a document is the one that ``words`` name, by title, document number or file."""
    return any(words in name for name in (document["title"] or "", *document["numbers"], record["file"]))


def file_named(found: Sequence[Record], words: str) -> Record:
    """The record of the file of that name, or the only one whose name, title or number has ``words``.

    Raises:
        NoSuchNotice: there is none.
        AmbiguousName: there are several.
    """
    exact = [record for record in found if record["file"] == words]
    likely = exact or [record for record in found if _fits(record, words)]
    if not likely:
        raise NoSuchNotice(words)
    if len(likely) > 1:
        raise AmbiguousName(words, names="、".join(record["file"] for record in likely))
    return likely[0]


def task_numbered(found: Iterable[Record], identifier: str) -> Entry:
    """The task of that id; the beginning of the id is enough when no other begins so.

    Raises:
        NoSuchTask: there is none.
        AmbiguousName: there are several.
    """
    likely = [entry for entry in entries(found) if entry.task["id"].startswith(identifier)]
    if not likely:
        raise NoSuchTask(identifier)
    if len({entry.task["id"] for entry in likely}) > 1:
        raise AmbiguousName(identifier, names="、".join(entry.task["id"] for entry in likely))
    return likely[0]


def _fits(record: Record, words: str) -> bool:
    return words in record["file"] or any(is_in(record, document, words) for document in record["documents"])
