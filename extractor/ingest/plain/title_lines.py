"""The last, short line of a title that was broken wherever the line was full: 关于开展……检查的通⏎知."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.ingest.shape import starts_item
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

_SHORT = 12  # characters
_OPENS = own("关于|印发|转发")
_STOPS = own("[。；：！？]")
_MARKS = own("[，。；：！？、]")
_VERSION = own("（[^（）]{1,8}）$")


class TitleLines:
    """Knows a title by its last noun (``frame.type``)."""

    def __init__(self, book: RuleBook) -> None:
        """Take the vocabulary from ``book``."""
        self._types = book.words("frame.type")

    def ends(self, above: str, below: str) -> bool:
        """Whether folded ``below`` is the end of the title in ``above``, which lacks its last noun without it."""
        if len(below) > _SHORT or _MARKS.search(below) or starts_item(below) or starts_item(above):
            return False
        if _STOPS.search(above) or not _OPENS.search(above):
            return False
        lacks = below.startswith("的") or not _VERSION.sub("", above).endswith(self._types)
        return lacks and _VERSION.sub("", above + below).endswith(self._types)
