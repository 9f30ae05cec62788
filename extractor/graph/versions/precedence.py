"""Which of several versions of a document holds: whose tasks stand in the ledger.

In this order: a corrected re-issue before what it corrects, the later day before the earlier one (a re-issue
under the same number; when a web page was put up is no such day), a file that was read whole before one with
losses, the fuller text before one that lacks a tenth or more of it, a document that came by itself before one
printed inside another, formats that state their structure before those that only show it (DOCX and DOC, then
TXT, Markdown and HTML, then PDF and OFD, then scans), and at last the name of the file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.graph.versions.likeness import fullness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.graph.versions.copies import Copy

REASONS = ("corrected", "later", "whole", "fuller", "by-itself", "format", "name")
"""Why one version comes before another, by the order above."""
_FORMATS = ({"docx", "doc", "wps"}, {"txt", "md", "markdown", "html", "htm", "mht", "mhtml"}, {"pdf", "ofd"})
_PUT_UP = re.compile(r"发布|时间|来源|浏览|点击|日期|\d[:：]\d\d")
_PARTS = ("notice", "enclosure", "attachment")
_Rank = tuple[bool, int, bool, bool, int, int, str, str]


def by_precedence(group: Sequence[Copy]) -> tuple[tuple[Copy, ...], tuple[str, ...]]:
    """The copies of one document, the one that holds first; and why it comes before each of the others."""
    days = sorted({day for copy in group if (day := _signed(copy))}, reverse=True)
    fullest = max(map(fullness, group))
    ranks = sorted(((_rank(copy, days, fullest), copy) for copy in group), key=lambda ranked: ranked[0])
    first = ranks[0][0]
    return tuple(copy for _, copy in ranks), tuple(_reason(first, rank) for rank, _ in ranks[1:])


def _rank(copy: Copy, days: Sequence[str], fullest: int) -> _Rank:
    return (
        not copy.corrected,
        days.index(day) if (day := _signed(copy)) else 0,
        copy.record["status"] != "ok",
        fullness(copy) * 10 < fullest * 9,
        _PARTS.index(copy.document["part"]),
        _format(copy),
        *copy.place,
    )


def _signed(copy: Copy) -> str:
    """The day of issue; empty when it is only the time at which a web page was put up."""
    text = copy.record["text"]
    for place in copy.document["evidence"].get("date", ()):
        start, end = text.rfind("\n", 0, place["span"][0]) + 1, text.find("\n", place["span"][1])
        if _PUT_UP.search(text[start : end if end >= 0 else len(text)]):
            return ""
    return copy.date


def _format(copy: Copy) -> int:
    """The place of the format in the order above; the reader knows it better than the file's name."""
    known = (copy.record["reader"], copy.record["file"].rpartition(".")[2].lower())
    ranks = (rank for name in known for rank, names in enumerate(_FORMATS) if name in names)
    return next(ranks, len(_FORMATS))


def _reason(first: _Rank, other: _Rank) -> str:
    differing = (at for at, (one, two) in enumerate(zip(first, other, strict=True)) if one != two)
    return REASONS[min(next(differing), len(REASONS) - 1)]
