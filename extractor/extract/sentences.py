"""Sentences and clauses of a stretch of text, as spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.model.span import Span
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_SENTENCE = own(r"[^。！？\n]+(?:[。！？]+[”\u2019」）]?|\n|$)")
_CLAUSE = own(r"[^。！？；\n]+(?:[。！？；]+[”\u2019」）]?|\n|$)")


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
    words = folded[start:end]
    first = end - len(words.lstrip())
    last = start + len(words.rstrip())
    return Span(first, last) if first < last else None
