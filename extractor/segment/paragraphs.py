"""The paragraphs of a source: lines of the one text that stand outside tables, and each table as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.model.draft import Paragraph
from extractor.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.model.source import Source


def paragraphs(source: Source, folded: str) -> tuple[Paragraph, ...]:
    """All paragraphs of ``source`` from top to bottom; ``folded`` is its folded text."""
    found: list[Paragraph] = []
    start = 0
    for table in source.tables:
        found += _lines(folded, start, table.span.start)
        first_line = table.span.quote(folded).partition("\n")[0]
        found.append(Paragraph(table.span, first_line, table=True))
        start = table.span.end
    found += _lines(folded, start, len(folded))
    return tuple(found)


def _lines(folded: str, start: int, end: int) -> Iterator[Paragraph]:
    while start < end:
        stop = folded.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = folded[start:stop]
        words = line.strip()
        if words:
            first = start + len(line) - len(line.lstrip())
            yield Paragraph(Span(first, first + len(words)), words)
        start = stop + 1
