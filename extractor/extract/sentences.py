"""Sentences and clauses of a stretch of text, as spans."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_SENTENCE = re.compile(r"[^。！？\n]+(?:[。！？]+[”\u2019」）]?|\n|$)")
_CLAUSE = re.compile(r"[^。！？；\n]+(?:[。！？；]+[”\u2019」）]?|\n|$)")


def sentences(folded: str, span: Span) -> Iterator[Span]:
    """The sentences of ``span``, ended by 。！？ or a line break; blanks at their edges left out."""
    return _pieces(_SENTENCE, folded, span)


def clauses(folded: str, span: Span) -> Iterator[Span]:
    """The sentences of ``span`` cut at ； too."""
    return _pieces(_CLAUSE, folded, span)


def _pieces(pattern: re.Pattern[str], folded: str, span: Span) -> Iterator[Span]:
    for match in pattern.finditer(folded, span.start, span.end):
        trimmed = trim(folded, match.start(), match.end())
        if trimmed:
            yield trimmed


def trim(folded: str, start: int, end: int) -> Span | None:
    """``start`` to ``end`` without the blanks and line breaks at its edges; None when nothing is left."""
    while start < end and folded[start].isspace():
        start += 1
    while end > start and folded[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
