"""Which documents of the corpus are versions of one, which of them holds, and under what key they go."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.graph.order import by_file
from extractor.graph.versions.grouping import grouped, recurring
from extractor.graph.versions.kept_copies import Copies
from extractor.graph.versions.precedence import by_precedence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from extractor.graph.keeping import Kept
    from extractor.graph.versions.copy import Place
    from extractor.model.record import Record


@dataclass(frozen=True, slots=True)
class Versions:
    """Versions of documents, to be asked by file and id.

    Most documents stand in one file and have an id of their own: of these nothing need be held.

    Attributes:
        members: the places of every other document by its key, the version that holds first.
        reasons: for every version that does not hold, why (``REASONS`` in ``precedence``).
        keys: the key of the one document that stands at a place, where that is not the id that it has there: the
            id of the version that holds. When two different documents bear the same id (same title and day, another
            issuer), the second has ``~2`` behind it.
    """

    members: Mapping[str, tuple[Place, ...]]
    reasons: Mapping[Place, str]
    keys: Mapping[Place, str]

    def is_counted(self, file: str, document: str) -> bool:
        """Whether the tasks of this document stand in the ledger; False for a version that does not hold."""
        return (file, document) not in self.reasons

    def key(self, file: str, document: str) -> str:
        """The key of the one document that stands at a place."""
        return self.keys.get((file, document), document)

    def of(self, file: str, document: str) -> tuple[Place, ...]:
        """All versions of this document, the one that holds first."""
        return self.members.get(self.key(file, document)) or ((file, document),)

    def called(self) -> dict[str, str]:
        """Id → the key under which those who name it know the document, where that may be another."""
        return {place[1]: key for key, places in self.members.items() for place in reversed(places)}

    def is_shared(self, key: str) -> bool:
        """Whether more than one place has to do with a document: versions of it, or another of the same id."""
        return len(self.members.get(key, ())) > 1 or "~" in key or f"{key}~2" in self.members

    def several(self) -> tuple[tuple[Place, ...], ...]:
        """The documents that more than one file holds."""
        return tuple(group for group in self.members.values() if len(group) > 1)


def versions_of(records: Iterable[Record], keep: Kept = tuple) -> Versions:
    """The versions among all documents of ``records``; the same whatever the order of the files.

    ``keep`` keeps what is known of the documents while they are compared.
    """
    found = Copies(by_file(records), keep)
    together = grouped(found)
    ordered = [by_precedence([found[at] for at in group]) for group in together]
    several = [tuple(copy.place for copy in members) for members, _ in ordered]
    members = dict(_keyed(sorted([*several, *_of_one_id(found, several)])))
    reasons = {
        copy.place: reason
        for members_, why in ordered
        for copy, reason in zip(members_[1:], why, strict=True)
    }
    keys = {place: key for key, group in members.items() for place in group if place[1] != key}
    return Versions(members, reasons, keys)


def _of_one_id(found: Copies, several: Iterable[tuple[Place, ...]]) -> Iterator[tuple[Place]]:
    """The documents that stand in one file and share their id with another, or with a version of another."""
    taken = {place for group in several for place in group}
    ids = recurring(hash(copy.place[1]) for copy in found) | {hash(document) for _, document in taken}
    for copy in found:
        if hash(copy.place[1]) in ids and copy.place not in taken:
            yield (copy.place,)


def _keyed(groups: Iterable[tuple[Place, ...]]) -> Iterator[tuple[str, tuple[Place, ...]]]:
    times: Counter[str] = Counter()
    for group in groups:
        identifier = group[0][1]
        times[identifier] += 1
        yield (identifier if times[identifier] == 1 else f"{identifier}~{times[identifier]}"), group
