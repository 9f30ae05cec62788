"""Which documents of the corpus are versions of one, which of them holds, and under what key they go."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.graph.versions.copies import copies
from extractor.graph.versions.grouping import grouped
from extractor.graph.versions.precedence import by_precedence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from extractor.graph.versions.copies import Place
    from extractor.model.record import Record


@dataclass(frozen=True, slots=True)
class Versions:
    """Versions of documents, to be asked by file and id.

    Attributes:
        members: the places of every document by its key, the version that holds first.
        reasons: for every version that does not hold, why (``REASONS`` in ``precedence``).
        keys: the key of the one document that stands at a place: the id of the version that holds. When two
            different documents bear the same id (same title and day, another issuer), the second has ``~2``
            behind it.
    """

    members: Mapping[str, tuple[Place, ...]]
    reasons: Mapping[Place, str]
    keys: Mapping[Place, str]

    def is_counted(self, file: str, document: str) -> bool:
        """Whether the tasks of this document stand in the ledger; False for a version that does not hold."""
        return (file, document) not in self.reasons

    def of(self, file: str, document: str) -> tuple[Place, ...]:
        """All versions of this document, the one that holds first."""
        return self.members[self.keys[file, document]]

    def is_shared(self, key: str) -> bool:
        """Whether more than one place has to do with a document: versions of it, or another of the same id."""
        return len(self.members[key]) > 1 or "~" in key or f"{key}~2" in self.members

    def several(self) -> tuple[tuple[Place, ...], ...]:
        """The documents that more than one file holds."""
        return tuple(group for group in self.members.values() if len(group) > 1)


def versions_of(records: Iterable[Record]) -> Versions:
    """The versions among all documents of ``records``; the same whatever the order of the files."""
    ordered = [by_precedence(group) for group in grouped(copies(records))]
    groups = sorted(tuple(copy.place for copy in members) for members, _ in ordered)
    reasons = {
        copy.place: reason
        for members, why in ordered
        for copy, reason in zip(members[1:], why, strict=True)
    }
    members = dict(_keyed(groups))
    keys = {place: key for key, group in members.items() for place in group}
    return Versions(members, reasons, keys)


def _keyed(groups: Iterable[tuple[Place, ...]]) -> Iterator[tuple[str, tuple[Place, ...]]]:
    times: Counter[str] = Counter()
    for group in groups:
        identifier = group[0][1]
        times[identifier] += 1
        yield (identifier if times[identifier] == 1 else f"{identifier}~{times[identifier]}"), group
