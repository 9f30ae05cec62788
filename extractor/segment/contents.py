"""Tables of contents: the lines under 目录 that come again as headings, and are no headings themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.model.draft import Paragraph

MAX_ENTRY = 60
MAX_ENTRIES = 200
MIN_ENTRIES = 2
_HEADING = own(r"目[ ]*录[ ：]*")
_LEADER = own(r"[ .·…\d-]+$")  # ……3, or nothing at all


def without_contents(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs without a table of contents: from 目录 to where its first entry stands once more.

    ::

        目录
        1 总则
        2 组织机构……3
        1 总则              the body begins here
    """
    for index, paragraph in enumerate(paragraphs):
        if _HEADING.fullmatch(paragraph.text):
            end = _end(paragraphs, index + 1)
            return (*paragraphs[:index], *paragraphs[end:]) if end else tuple(paragraphs)
    return tuple(paragraphs)


def _end(paragraphs: Sequence[Paragraph], first: int) -> int | None:
    """Where the first entry is repeated, behind nothing but entries."""
    if first >= len(paragraphs):
        return None
    opening = _entry(paragraphs[first].text)
    for index in range(first + 1, min(len(paragraphs), first + MAX_ENTRIES)):
        words = paragraphs[index].text
        if _entry(words) == opening:
            return index if index - first >= MIN_ENTRIES else None
        if len(words) > MAX_ENTRY or "。" in words or paragraphs[index].table:
            return None
    return None


def _entry(words: str) -> str:
    """The words of an entry without blanks, leader and page number."""
    return _LEADER.sub("", words).replace(" ", "")
