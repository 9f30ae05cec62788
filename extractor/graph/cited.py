"""Documents that are named and not in the corpus: one node for all mentions of one document."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from extractor.graph.names import distinctive, number_key, title_key, without_issuer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.model.record import ReferenceRecord


class Citations:
    """Tells which cited document a reference means.

    References that share a number mean one document. One without a number joins those of the same title, with
    or without the issuer in front, unless these have several numbers or issuers: then it stays by itself.
    A title that many documents bear (《实施方案》) means another one in every document that names it.
    """

    def __init__(self, references: Iterable[ReferenceRecord]) -> None:
        """Learn from all references that found no document in the corpus."""
        self._first: dict[str, str] = {}
        self._by_title: defaultdict[str, set[str]] = defaultdict(set)
        self._issuers: defaultdict[str, set[str]] = defaultdict(set)
        known = list(references)
        for reference in known:
            self._join(sorted(map(number_key, reference["numbers"])))
        for reference in known:
            self._learn(reference)

    def key(self, reference: ReferenceRecord, document: str) -> str:
        """The key of what ``document`` cites: a number where one is known, else the title, else the words."""
        if reference["numbers"]:
            return self._root(number_key(reference["numbers"][0]))
        title = title_key(reference["title"] or reference["text"])
        if not distinctive(title):
            return f"{document}:{title}"
        issuer, rest = without_issuer(title)
        issuers, numbers = self._issuers[rest] - {""}, self._by_title[rest]
        if len(issuers) > 1:
            return issuer + rest
        return next(iter(numbers)) if len(numbers) == 1 else "".join(issuers) + rest

    def _learn(self, reference: ReferenceRecord) -> None:
        issuer, rest = without_issuer(title_key(reference["title"] or reference["text"]))
        if reference["title"]:
            self._issuers[rest].add(issuer)
            self._by_title[rest].update(self._root(number_key(number)) for number in reference["numbers"][:1])

    def _join(self, numbers: list[str]) -> None:
        """A joint notice has several numbers: all stand for the first of them."""
        roots = sorted({self._root(number) for number in numbers})
        for number in (*numbers, *roots):
            self._first[number] = roots[0]

    def _root(self, number: str) -> str:
        while (first := self._first.get(number, number)) != number:
            number = first
        return number
