"""What the user decided about names: merged into one body, or held apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.graph.bodies.name import UNRESOLVED
from extractor.graph.bodies.reading import cleaned

if TYPE_CHECKING:
    from extractor.graph.bodies.name import Name
    from extractor.rules.bodies.decisions import Decisions


class Choice:
    """The decisions, ready to be asked."""

    def __init__(self, decisions: Decisions) -> None:
        """Which name each merged name has, and which names stay by themselves; by home."""
        self._same = {(group.home, name): group.names[0] for group in decisions.same for name in group.names}
        self._apart = {(group.home, name) for group in decisions.apart for name in group.names}

    def chosen(self, printed: str, name: Name) -> Name:
        """``name`` after the decisions about its home, or about all homes.

        A name that was split off keeps its printed words; merging goes by the canonical name or the printed one.
        """
        if name.rule in UNRESOLVED:
            return name
        words = cleaned(printed)
        if any((home, words) in self._apart for home in (name.home, "")):
            name = replace(name, canonical=words, rule="body.apart")
        for key in ((name.home, name.canonical), (name.home, words), ("", name.canonical), ("", words)):
            if key in self._same:
                return replace(name, canonical=self._same[key], rule="body.same")
        return name
