"""Headings without a number: a line over a list whose numbering starts over, or that names a body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.segment.labels import Scheme, label_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.model.draft import Paragraph
    from extractor.segment.labels import Label
    from extractor.segment.lines import Lines

MAX_TITLE = 40


def repeated(labels: Sequence[Label]) -> int | None:
    """The highest scheme of a document, when it starts over: several lists, each perhaps with a heading.

    Where 一、 or 第一章 starts over, another document begins.
    """
    top = min((label.scheme for label in labels), default=Scheme.CHINESE)
    starts = [label for label in labels if label.number == 1 and label.scheme == top]
    return int(top) if len(starts) > 1 and top >= Scheme.ARABIC else None


def starts_over(below: Label, last: int, top: int | None, *, highest: bool) -> bool:
    """Whether the numbering starts over with ``below`` after ``last``, or is the first that will (``top``).

    ``highest``: nothing stands above its scheme so far.
    """
    return last != 1 if int(below.scheme) == top else highest and last > 1


def list_heading(paragraph: Paragraph, below: Label, lines: Lines, *, restarts: bool) -> str | None:
    """The words of a heading over the list that begins with ``below``; None when the line is none.

    It is one when the numbering starts over there, or when it names a body: ``后勤处：`` over 1. 2. 3.
    """
    if below.number != 1 or label_at(paragraph.text) or lines.is_owner_label(paragraph.text):
        return None
    words = paragraph.text.rstrip("： ")
    if (restarts and _stands_alone(paragraph.text)) or (_stands_alone(words) and lines.is_organ(words)):
        return words
    return None


def _stands_alone(words: str) -> bool:
    return len(words) <= MAX_TITLE and not re.search(r"[。，；：！？.]", words)
