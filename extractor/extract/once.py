"""What was found in the sentences of one text, so that each is searched once however often it is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.rules.rule import Match


class Once:
    """Remembers the matches of stretches as long as the questions are about the same text.

    The same sentence is asked about as a task, as a demand and as part of an item. The next text wipes all out.
    """

    __slots__ = ("_found", "_search", "_text")

    def __init__(self, search: Callable[[str, int, int], tuple[Match, ...]]) -> None:
        """``search`` finds the matches in ``text[start:end]``, with spans into ``text``."""
        self._search, self._text = search, ""
        self._found: dict[tuple[int, int], tuple[Match, ...]] = {}

    def matches(self, text: str, start: int, end: int) -> tuple[Match, ...]:
        """The matches in ``text[start:end]``."""
        if text is not self._text:
            self._text, self._found = text, {}
        stretch = (start, end)
        if stretch not in self._found:
            self._found[stretch] = self._search(text, start, end)
        return self._found[stretch]
