"""Which document of the corpus a reference means: by number, else by title, and nothing when in doubt."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.graph.names import distinctive, number_key, same_issuer, title_key, without_issuer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.model.record import DocumentRecord, Record, ReferenceRecord

_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as others may name it."""

    id: str
    file: str
    numbers: frozenset[str]
    title: str
    issuers: tuple[str, ...]

    def title_keys(self) -> frozenset[str]:
        """All title keys under which it is looked up: with and without the issuers in front."""
        if not self.title:
            return frozenset()
        bare = {self.title.removeprefix(issuer) for issuer in self.issuers}
        full = {issuer + self.title for issuer in self.issuers}
        return frozenset({self.title, without_issuer(self.title)[1], *bare, *full} - {""})

    def called(self, title: str) -> bool:
        """Whether ``title`` (a key) names it: its title, with or without the issuers in front."""
        named, rest = without_issuer(title)
        mine, own = without_issuer(self.title)
        if named and not mine and rest == own:
            return same_issuer(named, self.issuers)
        return title in self.title_keys()

    def ends_like(self, title: str) -> bool:
        """Whether one title ends the other (实施方案, 试点工作实施方案); says enough inside one file only."""
        shorter = min(len(title), len(self.title))
        return shorter >= _SHORTEST and (self.title.endswith(title) or title.endswith(self.title))


@dataclass(slots=True)
class Register:
    """All documents of the corpus, to be found by number and by title."""

    numbered: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    titled: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    filed: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))

    def find(self, reference: ReferenceRecord, file: str, document: str) -> str | None:
        """The id of the document that ``reference``, made by ``document`` in ``file``, means.

        None when the corpus does not hold it, or when several documents fit equally well.
        """
        numbers = {number_key(number) for number in reference["numbers"]}
        by_number = {entry.id: entry for number in sorted(numbers) for entry in self.numbered.get(number, ())}
        title = title_key(reference["title"] or "")
        found = list(by_number) or self._titled(title, numbers, file, document)
        return found[0] if found and found[0] != document else None

    def _titled(self, title: str, numbers: set[str], file: str, document: str) -> list[str]:
        """The documents of that title: those of the same file first; of others only when exactly one fits."""
        here = [entry for entry in self.filed.get(file, ()) if entry.id != document]
        near = {entry.id for entry in here if entry.ends_like(title) and _agree(entry, numbers)}
        if len(near) == 1 or not distinctive(title):
            return _only(near)
        alike = (*self.titled.get(title, ()), *self.titled.get(without_issuer(title)[1], ()))
        return _only({entry.id for entry in alike if entry.called(title) and _agree(entry, numbers)})


def register(records: Iterable[Record]) -> Register:
    """The register of all documents in ``records``; their order does not matter."""
    book = Register()
    for record in sorted(records, key=lambda record: record["file"]):
        for document in record["documents"]:
            _enter(book, _entry(document, record["file"]))
    return book


def _entry(document: DocumentRecord, file: str) -> Entry:
    numbers = frozenset(number_key(number) for number in document["numbers"])
    issuers = tuple(title_key(issuer) for issuer in document["issuers"])
    return Entry(document["id"], file, numbers, title_key(document["title"] or ""), issuers)


def _enter(book: Register, entry: Entry) -> None:
    book.filed[entry.file].append(entry)
    for number in sorted(entry.numbers):
        book.numbered[number].append(entry)
    for key in entry.title_keys():
        book.titled[key].append(entry)


def _agree(entry: Entry, numbers: set[str]) -> bool:
    """The numbers do not contradict: yearly notices share a title and differ in number."""
    return not (numbers and entry.numbers and numbers.isdisjoint(entry.numbers))


def _only(found: set[str]) -> list[str]:
    return list(found) if len(found) == 1 else []
