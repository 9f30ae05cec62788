"""What the outputs hold, as a run tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.model.record import ProblemRecord


@dataclass(frozen=True, slots=True)
class Summary:
    """What the outputs hold: how many of each, which files, and what concerns the ledger as a whole.

    Attributes:
        files: names of the files below the folder.
        documents: rows of ``notices.csv``.
        tasks: rows of ``tasks.csv``.
        links: rows of ``links.csv``.
        problems: rows of ``problems.csv``.
        notes_kept: rows of staff whose task is not in the ledger, kept in ``staff-notes.csv``.
        ledger_problems: file and problem, e.g. one notice in two files, notes without their task.
        doubts: places in files that were read which a person should look at.
        settled: whether the same would be written again; not when something was told that is told once.
    """

    files: tuple[str, ...]
    documents: int
    tasks: int
    links: int
    problems: int
    notes_kept: int
    ledger_problems: tuple[tuple[str, ProblemRecord], ...] = ()
    doubts: int = 0
    settled: bool = False
