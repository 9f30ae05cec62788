"""What the documents above a place in a file say they print: the titles that may head what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.segment.attachment_lines import attachment_line
from extractor.segment.titles import HEAD_PARAGRAPHS, TitleKeys, key, title_run

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from extractor.model.draft import Paragraph

HEAD_LINES = 6


class Above:
    """Grows by one document at a time as a file is cut, so that no document is looked at twice."""

    def __init__(self, paragraphs: Sequence[Paragraph], listed: TitleKeys) -> None:
        """``listed`` are the titles of the notice's 附件说明; they count as named from the second document on."""
        self._paragraphs, self._listed = paragraphs, listed
        self._printed, self._printer = TitleKeys(), dict[str, int]()
        self.body = self._count = 0
        self.pending = TitleKeys()

    def add(self, titles: Collection[str], *, attachment: bool) -> None:
        """One more document, which prints ``titles``; of several those that have not come yet are ``pending``."""
        for title in titles:
            self._printed.add(title)
            self._printer[title] = self._count
            if len(titles) > 1:
                self.pending.add(title)
        self.body = self.body if attachment else self._count
        self._count += 1

    def begin(self, start: int) -> None:
        """A document begins at ``start``: a title at its head is pending no more."""
        title = title_at(self._paragraphs, start, self.pending)
        if title:
            self.pending.discard(title)

    def printer(self, start: int) -> int:
        """The last document that prints a title at the head at ``start``, else the last that is no attachment."""
        return max(
            (self._printer[title] for title in titles_at(self._paragraphs, start, self._printed)),
            default=self.body,
        )

    def named(self, start: int) -> tuple[str, ...]:
        """The keys of titles that stand near the head at ``start`` and are named above it."""
        if not self._count:
            return ()
        head = range(start, start + HEAD_PARAGRAPHS)
        runs = (title_run(self._paragraphs, index, self._printed, self._listed) for index in head)
        return tuple(dict.fromkeys(run.title for run in runs if run))


def title_at(paragraphs: Sequence[Paragraph], index: int, *known: TitleKeys) -> str | None:
    """The first known title that the head at ``index`` spells, be it behind 附件：."""
    return next(titles_at(paragraphs, index, *known), None)


def titles_at(paragraphs: Sequence[Paragraph], index: int, *known: TitleKeys) -> Iterator[str]:
    """All known titles that the head at ``index`` spells."""
    line = attachment_line(paragraphs[index].text)
    if line and any(key(line.rest) in keys for keys in known):
        yield key(line.rest)
    for first in range(index, index + HEAD_LINES):
        run = title_run(paragraphs, first, *known)
        if run:
            yield run.title
