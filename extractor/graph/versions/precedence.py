"""Which of several versions of a document holds: whose tasks stand in the ledger.

In this order: a corrected re-issue before what it corrects, the later day before the earlier one (a re-issue
under the same number; when a web page was put up is no such day), a file that was read whole before one with
losses, the fuller text before one that lacks a tenth or more of it, a document that came by itself before one
printed inside another, formats that state their structure before those that only show it (DOCX and DOC, then
TXT, Markdown and HTML, then PDF and OFD, then scans), and at last the name of the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.graph.versions.copy import Copy

REASONS = ("corrected", "later", "whole", "fuller", "by-itself", "format", "name")
"""Why one version comes before another, by the order above."""
_FORMATS = ({"docx", "doc", "wps"}, {"txt", "md", "markdown", "html", "htm", "mht", "mhtml"}, {"pdf", "ofd"})
_PARTS = ("notice", "enclosure", "attachment")
_Rank = tuple[bool, int, bool, bool, int, int, str, str]


def by_precedence(group: Sequence[Copy]) -> tuple[tuple[Copy, ...], tuple[str, ...]]:
    """The copies of one document, the one that holds first; and why it comes before each of the others."""
    days = sorted({copy.signed for copy in group if copy.signed}, reverse=True)
    fullest = max(copy.fullness for copy in group)
    ranks = sorted(((_rank(copy, days, fullest), copy) for copy in group), key=lambda ranked: ranked[0])
    first = ranks[0][0]
    return tuple(copy for _, copy in ranks), tuple(_reason(first, rank) for rank, _ in ranks[1:])


def _rank(copy: Copy, days: Sequence[str], fullest: int) -> _Rank:
    return (
        not copy.corrected,
        days.index(copy.signed) if copy.signed else 0,
        copy.status != "ok",
        copy.fullness * 10 < fullest * 9,
        _PARTS.index(copy.part),
        _format(copy),
        *copy.place,
    )


def _format(copy: Copy) -> int:
    """The place of the format in the order above; the reader knows it better than the file's name."""
    known = (copy.reader, copy.file.rpartition(".")[2].lower())
    ranks = (rank for name in known for rank, names in enumerate(_FORMATS) if name in names)
    return next(ranks, len(_FORMATS))


def _reason(first: _Rank, other: _Rank) -> str:
    differing = (at for at, (one, two) in enumerate(zip(first, other, strict=True)) if one != two)
    return REASONS[min(next(differing), len(REASONS) - 1)]
