"""What staff changed in a table: the cells to take over, those that cannot be, and what else is to be told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.store.cells import Row


@dataclass(frozen=True, slots=True)
class Edit:
    """A cell that staff changed: the column, what stood there, what stands there now."""

    task: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell that cannot be taken over; ``reason`` is a code of the catalogue."""

    reason: str
    task: str
    field: str = ""
    ours: str = ""
    theirs: str = ""


@dataclass(frozen=True, slots=True)
class Merge:
    """What is to be done.

    Attributes:
        edits: cells to take over.
        conflicts: cells left as the ledger has them.
        added: id → row of tasks that staff wrote in, here or in a ledger that is lost.
        ignored: columns that were changed although the program alone fills them.
        absent: ids of tasks that the file lacks; the ledger keeps them.
    """

    edits: tuple[Edit, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    added: tuple[tuple[str, Row], ...] = ()
    ignored: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
