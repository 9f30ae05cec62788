"""What a reader of the ledger must know of recognised text: which pages it is, and where it is unsure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.model.problem import Problem
from extractor.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.ingest.pdf.page import Page
    from extractor.model.source import Place

_SURE = 0.93
"""From 0 to 1: below, one character in a line is likely to be wrong."""


def problems_of(pages: Sequence[Page], text: str, places: Sequence[Place]) -> Iterator[Problem]:
    """A note for every recognised page, and a warning for every line in ``text`` that is doubtful.

    A line is looked for in the text of its page, blanks aside; one that was left out needs no warning.
    """
    for page in pages:
        if page.scores:
            known = (("page", str(page.number)), ("confidence", _percent(_mean(page.scores))))
            yield Problem("page-read-by-ocr", None, "info", known)
            yield from _doubtful(page, text, _stretch(page.number, len(text), places))


def _mean(scores: Sequence[tuple[str, float]]) -> float:
    characters = sum(len(words) for words, _ in scores)
    return sum(len(words) * score for words, score in scores) / characters


def _percent(score: float) -> str:
    return f"{100 * score:.1f}%"


def _stretch(number: int, length: int, places: Sequence[Place]) -> Span | None:
    """Where the text of a page begins and ends."""
    starts = [place.start for place in places if place.page == number]
    later = [place.start for place in places if place.page is not None and place.page > number]
    return Span(min(starts), min(later, default=length)) if starts else None


def _doubtful(page: Page, text: str, stretch: Span | None) -> Iterator[Problem]:
    if stretch is None:
        return
    kept = [offset for offset in range(stretch.start, stretch.end) if not text[offset].isspace()]
    bare = "".join(text[offset] for offset in kept)
    for words, score in page.scores:
        sought = "".join(words.split())
        found = bare.find(sought) if score < _SURE else -1
        if found >= 0:
            span = Span(kept[found], kept[found + len(sought) - 1] + 1)
            yield Problem("ocr-uncertain", span, "warning", (("words", words), ("confidence", _percent(score))))
