"""Tables of contents: their entries stand again in the text as headings, so they are left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.ingest.pdf.lines import Line
    from extractor.ingest.pdf.page import Page

_LEADER = own(r"(?:[.．·…‥]\s?){4,}\s*[-—(（]?\s*(?:\d{1,4}|[ivxIVX]+)\s*[-—)）]?$")
_NUMBERED = own(r"\D.*\D\s*\d{1,4}$")
_HEADING = own(r"目\s*[录次]")
_BETWEEN = 3  # lines without a leader that may stand between two entries: parts, entries of two lines
_ENTRIES = 3  # lines with a leader that make a table of contents


def without_contents(pages: Sequence[Page]) -> tuple[list[Page], int]:
    """The pages without their tables of contents, and how many lines these had."""
    lines = [line for page in pages for line in page.lines]
    left_out = contents_of(lines)
    if not left_out:
        return list(pages), 0
    gone = {id(lines[index]) for index in left_out}
    kept = [replace(page, items=tuple(item for item in page.items if id(item) not in gone)) for page in pages]
    return kept, len(left_out)


def contents_of(lines: Sequence[Line]) -> set[int]:
    """Which of ``lines`` belong to a table of contents: its heading, its entries and what parts them.

    Entries end in a leader and a page number, ``一、总体要求……3``; under 目录 the number alone will do.
    """
    left_out: set[int] = set()
    for group in _groups(lines):
        if len(group) >= _ENTRIES:
            above = range(max(0, group[0] - _BETWEEN), group[0])
            headings = [index for index in above if _HEADING.fullmatch(lines[index].text)]
            left_out.update(range(headings[0] if headings else group[0], group[-1] + 1))
    return left_out


def _groups(lines: Sequence[Line]) -> list[list[int]]:
    """The indices of entries that follow each other closely."""
    groups: list[list[int]] = []
    headed = False
    for index, line in enumerate(lines):
        near = bool(groups) and index - groups[-1][-1] <= _BETWEEN + 1
        if _HEADING.fullmatch(line.text):
            headed = True
        elif _LEADER.search(line.text) or (headed and _NUMBERED.fullmatch(line.text)):
            groups = [*groups[:-1], [*groups[-1], index]] if near else [*groups, [index]]
        else:
            headed = headed and (near or not groups)
    return groups
