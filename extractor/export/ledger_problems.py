"""Problems that no single file shows: a notice in two files, attachments in none, notes without task."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from extractor.export.missing import missing_attachments
from extractor.export.versions import version_details
from extractor.export.workbook.contents import FILE as WORKBOOK
from extractor.messages import say
from extractor.store.ledger_file import FILE as DATABASE
from extractor.store.staff import KEPT, LEDGER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extractor.graph.versions.found import Versions
    from extractor.messages import Language
    from extractor.model.problem import Severity
    from extractor.model.record import ProblemRecord, Record
    from extractor.store.cells import Row


_MOST_TITLES = 5
MOST_TASKS, MOST_NODES = 200_000, 50_000
"""Of a workbook (its views repeat every task, and a sheet has a million rows), and of the page with the graph."""


def notice_problems(
    records: Sequence[Record], versions: Versions, lang: Language = "zh"
) -> list[tuple[str, ProblemRecord]]:
    """Notices that stand in several files, and attachments in none; each with the name of its file."""
    twice = (
        (file, _problem("same-document-twice", "info", file, details, lang))
        for file, details in version_details(records, versions, lang)
    )
    missing = (
        (file, _problem("attachment-missing", "info", file, _listed(titles), lang))
        for file, titles in missing_attachments(records)
    )
    return [*twice, *missing]


def store_problems(
    kept: Sequence[Row], set_aside: Iterable[str], renewed: Iterable[str], lang: Language = "zh"
) -> list[tuple[str, ProblemRecord]]:
    """What became of the files that hold the ledger; each problem with the name of its file.

    Args:
        kept: rows of staff whose task is gone.
        set_aside: names of copies of a ``tasks.csv`` that was not understood, or a ``tasks.xlsx`` that was edited.
        renewed: names of copies of a damaged database.
        lang: language of the messages.
    """
    found = [(KEPT, _problem("notes-kept", "info", KEPT, {"count": str(len(kept))}, lang))] if kept else []
    aside = [_set_aside(copy, lang) for copy in set_aside]
    anew = [_problem("ledger-renewed", "warning", DATABASE, {"copy": copy}, lang) for copy in renewed]
    return [*found, *aside, *((DATABASE, problem) for problem in anew)]


def copy_problems(copies: Iterable[str], lang: Language = "zh") -> list[tuple[str, ProblemRecord]]:
    """Copies of a ``tasks.csv`` or ``staff-notes.csv`` of which a part was not taken."""
    files = ((KEPT if copy.startswith(Path(KEPT).stem) else LEDGER, copy) for copy in copies)
    return [(file, _problem("file-copied", "info", file, {"copy": copy}, lang)) for file, copy in files]


def size_problems(tasks: int, nodes: int, lang: Language = "zh") -> list[tuple[str, ProblemRecord]]:
    """Files that no program could open for their size, and which are not written."""
    page = "graph.html"
    sizes = ((WORKBOOK, "workbook-left-out", tasks, MOST_TASKS), (page, "graph-page-left-out", nodes, MOST_NODES))
    return [
        (file, _problem(code, "info", file, {"count": str(count), "most": str(most)}, lang))
        for file, code, count, most in sizes
        if count > most
    ]


def _set_aside(copy: str, lang: Language) -> tuple[str, ProblemRecord]:
    if copy.endswith(".xlsx"):
        return WORKBOOK, _problem("workbook-set-aside", "warning", WORKBOOK, {"copy": copy}, lang)
    return LEDGER, _problem("ledger-set-aside", "warning", LEDGER, {"copy": copy}, lang)


def _listed(titles: Sequence[str]) -> dict[str, str]:
    more = "…" if len(titles) > _MOST_TITLES else ""
    return {"count": str(len(titles)), "titles": "、".join(titles[:_MOST_TITLES]) + more}


def _problem(
    code: str, severity: Severity, where: str, details: dict[str, str], lang: Language
) -> ProblemRecord:
    message = say(code, where, details, lang)
    return {
        "code": code,
        "severity": severity,
        "message": message.text,
        "advice": message.advice,
        "span": None,
        "page": None,
        "place": "",
    }
