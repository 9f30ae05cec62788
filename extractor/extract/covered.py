"""Which stretches are taken already: asked for every item and every sentence, be there hundreds of tasks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.model.span import Span


class Covered:
    """Spans in the order of their beginnings; one may hold another.

    Of the spans that begin early enough, the one that reaches farthest answers for all.
    """

    __slots__ = ("_reach", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        """``spans`` in any order."""
        ordered = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def holds(self, span: Span) -> bool:
        """Whether one of the spans holds all of ``span``."""
        before = bisect_right(self._starts, span.start)
        return before > 0 and self._reach[before - 1] >= span.end

    def touches(self, span: Span) -> bool:
        """Whether one of the spans shares a character with ``span``."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reach[before - 1] > span.start
