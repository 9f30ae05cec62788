"""What references teach about documents: 《甲办法》（甲发〔2026〕1号） tells the number of 甲办法 to all others."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from extractor.graph.names import distinctive

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from extractor.graph.mention import Mention


class Learnt:
    """Numbers and titles by which documents of the corpus were named, beside their own."""

    def __init__(self, found: Iterable[tuple[Mention, str]], borne: Container[str]) -> None:
        """Learn from every mention whose document, given by its key, is known.

        Titles that documents of the corpus bear (``borne``) need no teaching; where two bear one, none is meant.
        """
        self._numbers: defaultdict[str, set[str]] = defaultdict(set)
        self._titles: defaultdict[str, set[str]] = defaultdict(set)
        for mention, node in found:
            for number in mention.numbers:
                self._numbers[number].add(node)
            if mention.numbers and distinctive(mention.title) and mention.title not in borne:
                self._titles[mention.title].add(node)

    def find(self, mention: Mention) -> str | None:
        """The document that others named by the same number, else by the same title; None when they differ."""
        known = [self._numbers[number] for number in sorted(mention.numbers) if number in self._numbers]
        if not mention.numbers and mention.title in self._titles:
            known = [self._titles[mention.title]]
        nodes = set().union(*known) - {mention.by.node}
        return nodes.pop() if len(nodes) == 1 else None
