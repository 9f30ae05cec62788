"""Whether two files hold the same document: by number and title, by title, day and content, or by content.

A notice of another year is no version: it differs in number or in day. So is a draft, whose words differ.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from extractor.graph.names import same_issuer

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.graph.versions.copy import Copy

_TITLES_ALIKE = 0.8  # a character lost between two lines; 第一批 and 第二批 have different numbers
_SAME_NUMBER = 0.5  # of the shorter text: a corrected re-issue leaves most of it as it was
_SAME_TITLE, _INSIDE = 0.8, 0.9  # of both texts; of the shorter one, when a file holds part of the document
_SAME_TEXT, _LONG = 0.9, 200  # without number and title only the text speaks, when there is enough of it


class Sameness:
    """Tells whether two copies are versions of one document."""

    def __init__(self, shares: Callable[[Copy, Copy], tuple[float, float]]) -> None:
        """Take the function that measures how alike two texts are."""
        self._shares = shares

    def are_one(self, one: Copy, other: Copy) -> bool:
        """Whether both are the same document; never two documents of one file, or of different numbers."""
        if one.file == other.file:
            return False
        if one.numbers and other.numbers:
            return bool(one.numbers & other.numbers) and self._same_number(one, other)
        return _may_be_one(one, other) and self._same_words(one, other)

    def _same_number(self, one: Copy, other: Copy) -> bool:
        """Parts go by the number of their notice, so that the title has to say which part it is.

        Two cities may use one 机关代字: under the same number of different issuers only the same text is one.
        """
        if not _may_be_of_one(one, other):
            return one.title == other.title and self._shares(one, other)[0] >= _SAME_TEXT
        if one.title and one.title == other.title:
            return True
        titles = SequenceMatcher(None, one.title, other.title, autojunk=False).ratio()
        missing = not (one.title and other.title)
        return (missing or titles >= _TITLES_ALIKE) and self._shares(one, other)[1] >= _SAME_NUMBER

    def _same_words(self, one: Copy, other: Copy) -> bool:
        both, inside = self._shares(one, other)
        if one.title and one.title == other.title:
            corrected = one.corrected != other.corrected and inside >= _SAME_NUMBER
            return corrected or both >= _SAME_TITLE or inside >= _INSIDE
        return both >= _SAME_TEXT and min(one.length, other.length) >= _LONG


def _may_be_one(one: Copy, other: Copy) -> bool:
    """Neither day nor issuer contradicts; a corrected re-issue may come later."""
    days = not (one.date and other.date) or one.date == other.date or one.corrected != other.corrected
    return days and _may_be_of_one(one, other)


def _may_be_of_one(one: Copy, other: Copy) -> bool:
    """Some issuer of one may be one of the other; unknown issuers contradict nobody."""
    known = one.issuers and other.issuers
    return not known or any(same_issuer(issuer, other.issuers) for issuer in one.issuers)
