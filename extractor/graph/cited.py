"""Documents that are named and not in the corpus: one node for all mentions of one document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.graph.issuers import plain_issuer
from extractor.graph.keeping import IN_MEMORY
from extractor.graph.names import distinctive, number_keys, same_title_key, title_key, without_issuer
from extractor.graph.wrappers import issuer_of_wrapper, printed_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from extractor.graph.keeping import Keeping
    from extractor.model.record import ReferenceRecord


class Citations:
    """Tells which cited document a reference means.

    References that share a number mean one document. One without a number joins those of the same title, with
    or without the issuer in front, alone or inside 关于印发…的通知, unless these have several numbers or
    issuers: then it stays by itself. A title that many documents bear (《实施方案》) means another one in every
    document that names it.
    """

    def __init__(
        self,
        references: Iterable[ReferenceRecord],
        first: Mapping[str, str] | None = None,
        keeping: Keeping = IN_MEMORY,
    ) -> None:
        """Learn from all references that found no document in the corpus.

        ``references`` are gone through twice. ``first``: number → the first of all that mean the same, where more
        than these references decide that.
        """
        self._first: dict[str, str] = dict(first or {})
        self._said = keeping.lists()
        for reference in references:
            self._join(sorted(number_keys(reference["numbers"])))
        for reference in references:
            self._learn(reference)

    def key(self, reference: ReferenceRecord, document: str) -> str:
        """The key of what ``document`` cites: a number where one is known, else the title, else the words."""
        if reference["numbers"]:
            return self._root(number_keys(reference["numbers"])[0])
        issuer, rest = parts(reference)
        if not distinctive(rest) and not issuer:
            return f"{document}:{rest}"
        issuers, numbers = _fullest(set(self._said.of(f"issuer {rest}"))), self._said.of(f"number {rest}")
        if len(issuers) > 1:
            return next((full for full in sorted(issuers) if issuer and full.endswith(issuer)), issuer) + rest
        return str(numbers[0]) if len(numbers) == 1 else "".join(issuers) + rest

    def _learn(self, reference: ReferenceRecord) -> None:
        if reference["title"]:
            issuer, rest = parts(reference)
            self._said.add(f"issuer {rest}", issuer)
            for number in number_keys(reference["numbers"])[:1]:
                self._said.add(f"number {rest}", self._root(number))

    def _join(self, numbers: list[str]) -> None:
        """A joint notice has several numbers: all stand for the first of them."""
        roots = sorted({self._root(number) for number in numbers})
        self._first.update((number, roots[0]) for number in (*numbers, *roots) if number != roots[0])

    def _root(self, number: str) -> str:
        while (first := self._first.get(number, number)) != number:
            number = first
        return number


def parts(reference: ReferenceRecord) -> tuple[str, str]:
    """Issuer and title without it; of 关于印发《X》的通知 the title X."""
    title = same_title_key(title_key(reference["title"] or reference["text"]))
    printed = printed_title(title)
    issuer, rest = (issuer_of_wrapper(title), same_title_key(printed)) if printed else without_issuer(title)
    return plain_issuer(issuer), rest


def _fullest(issuers: set[str]) -> set[str]:
    """The issuers without those that are the end of another: 水务局 is 甲市水务局."""
    return {one for one in issuers - {""} if not any(other != one and other.endswith(one) for other in issuers)}
