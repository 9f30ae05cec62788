"""What a workbook is made of: rows of the ledger, who owns them, why some are doubtful, and how to lay them out."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from extractor.store.cells import Row

Owners = tuple[tuple[str, str], ...]
"""Bodies of a task, each once: (name, its part, e.g. 牵头)."""

FILE = "tasks.xlsx"
"""Its name below the folder of the outputs."""

SOON = 14
"""Days before its day on which a task turns yellow, where nobody asked for another number."""


@dataclass(frozen=True, slots=True)
class WorkbookContents:
    """All that a workbook shows.

    Attributes:
        tasks: rows of ``tasks.csv``, in their order.
        notices: rows of ``notices.csv``.
        doubts: task id → codes of ``store/doubt.py``, for the tasks that a person should look at.
        owners: task id → the bodies that have a part in it.
        template: the office's own workbook, whose header says which columns there are; None: our sheets.
        soon: days before its day on which a task turns yellow.
    """

    tasks: Sequence[Row]
    notices: Sequence[Row] = ()
    doubts: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    owners: Mapping[str, Owners] = field(default_factory=lambda: MappingProxyType({}))
    template: Path | None = None
    soon: int = SOON
