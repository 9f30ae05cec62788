"""Problems that no single file shows: a notice in two files, attachments in none, notes without task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.export.missing import missing_attachments
from extractor.export.workbook.contents import FILE as WORKBOOK
from extractor.messages import say
from extractor.store.database import FILE as DATABASE
from extractor.store.staff import KEPT, LEDGER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.messages import Language
    from extractor.model.problem import Severity
    from extractor.model.record import ProblemRecord, Record
    from extractor.store.cells import Row


_MOST_TITLES = 5


def ledger_problems(
    records: Sequence[Record],
    kept: Sequence[Row],
    set_aside: Iterable[str],
    renewed: Iterable[str] = (),
    lang: Language = "zh",
) -> list[tuple[str, ProblemRecord]]:
    """Each problem with the name of the file it is about.

    Args:
        records: of all files.
        kept: rows of staff whose task is gone.
        set_aside: names of copies of a ``tasks.csv`` that was not understood, or a ``tasks.xlsx`` that was edited.
        renewed: names of copies of a damaged database.
        lang: language of the messages.
    """
    found = [
        (file, _problem("same-document-twice", "info", file, {"title": title, "other": other}, lang))
        for file, title, other in _twice(records)
    ]
    found += [
        (file, _problem("attachment-missing", "info", file, _listed(titles), lang))
        for file, titles in missing_attachments(records)
    ]
    if kept:
        found.append((KEPT, _problem("notes-kept", "info", KEPT, {"count": str(len(kept))}, lang)))
    aside = [_set_aside(copy, lang) for copy in set_aside]
    anew = [_problem("ledger-renewed", "warning", DATABASE, {"copy": copy}, lang) for copy in renewed]
    return [*found, *aside, *((DATABASE, problem) for problem in anew)]


def _set_aside(copy: str, lang: Language) -> tuple[str, ProblemRecord]:
    if copy.endswith(".xlsx"):
        return WORKBOOK, _problem("workbook-set-aside", "warning", WORKBOOK, {"copy": copy}, lang)
    return LEDGER, _problem("ledger-set-aside", "warning", LEDGER, {"copy": copy}, lang)


def _twice(records: Iterable[Record]) -> Iterator[tuple[str, str, str]]:
    """File, title, and the file that holds the same notice already."""
    first: dict[str, str] = {}
    for record in records:
        for document in record["documents"]:
            other = first.setdefault(document["id"], record["file"])
            if other != record["file"] and document["part"] == "notice":
                yield record["file"], document["title"] or "", other


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
