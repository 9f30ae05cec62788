"""What references teach about documents: 《甲办法》（甲发〔2026〕1号） tells the number of 甲办法 to all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.graph.keeping import IN_MEMORY
from extractor.graph.names import distinctive

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.graph.keeping import Keeping
    from extractor.graph.mention import Mention


class Learnt:
    """Numbers and titles by which documents of the corpus were named, beside their own."""

    def __init__(self, is_borne: Callable[[str], bool], keeping: Keeping = IN_MEMORY) -> None:
        """Titles that documents of the corpus bear need no teaching; where two bear one, none is meant."""
        self._is_borne = is_borne
        self._nodes = keeping.lists()

    def add(self, mention: Mention, node: str) -> None:
        """Learn from a mention whose document, given by its key, is known."""
        for number in mention.numbers:
            self._nodes.add(f"number {number}", node)
        if mention.numbers and distinctive(mention.title) and not self._is_borne(mention.title):
            self._nodes.add(f"title {mention.title}", node)

    def find(self, mention: Mention) -> str | None:
        """The document that others named by the same number, else by the same title; None when they differ."""
        named = [f"number {number}" for number in mention.numbers] or [f"title {mention.title}"]
        nodes = {node for name in named for node in self._nodes.of(name)} - {mention.by.node}
        return nodes.pop() if len(nodes) == 1 else None
