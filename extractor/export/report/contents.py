"""What a report is made of, and which notices it has room for."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from extractor.messages import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extractor.messages import Language
    from extractor.model.layout import LayoutRecord
    from extractor.model.record import ProblemRecord, Record
    from extractor.store.cells import Row

FILE = "report.html"
"""Its name below the folder of the outputs."""

MOST_BYTES = 20_000_000
"""Of the texts in a report: more opens slowly, and is too much for a mail."""

MOST_ROWS = 5_000
"""Of the ledger in a report; the workbook has all."""


@dataclass(frozen=True, slots=True)
class ReportContents:
    """All that a report may show.

    Attributes:
        records: the files, in their order.
        tasks: rows of ``tasks.csv``, in their order.
        layouts: name of a file → how its text was laid out.
        most: bytes of text that it may have.
    """

    records: Sequence[Record]
    tasks: Sequence[Row]
    layouts: Mapping[str, LayoutRecord] = field(default_factory=lambda: MappingProxyType({}))
    most: int = MOST_BYTES


@dataclass(frozen=True, slots=True)
class Report:
    """A finished report, and how many notices and tasks there was no room for."""

    data: bytes
    notices_left_out: int = 0
    tasks_left_out: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether it shows everything."""
        return not (self.notices_left_out or self.tasks_left_out)

    @property
    def left_out(self) -> dict[str, str]:
        """The blanks of the message ``report-shortened``."""
        return {"notices": f"{self.notices_left_out:,}", "tasks": f"{self.tasks_left_out:,}"}


def report_problems(report: Report, lang: Language = "zh") -> list[tuple[str, ProblemRecord]]:
    """What is to be said of a report that does not show everything."""
    if report.is_whole:
        return []
    message = say("report-shortened", FILE, report.left_out, lang)
    problem: ProblemRecord = {
        "code": "report-shortened", "severity": "info", "message": message.text, "advice": message.advice,
        "span": None, "page": None, "place": "",
    }  # fmt: skip
    return [(FILE, problem)]
