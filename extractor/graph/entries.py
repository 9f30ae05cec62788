"""The register of documents: everything under which another document may name one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.graph.names import same_issuer, same_title_key, without_issuer
from extractor.graph.order import by_file
from extractor.graph.versions.copies import copies
from extractor.graph.wrappers import printed_title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.graph.versions.copies import Copy, Place
    from extractor.graph.versions.found import Versions
    from extractor.model.record import Record

_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as others may name it.

    ``node`` is one for all its versions. ``numbers`` are its own; ``given`` those it goes by, which for an
    enclosure are its notice's: the rules of 2014 do not bear the number that printed those of 2019.
    """

    id: str
    file: str
    node: str
    numbers: frozenset[str]
    given: frozenset[str]
    title: str
    issuers: tuple[str, ...]
    date: str

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
        if named and rest == own:
            return same_issuer(named, (mine,) if mine else self.issuers)
        return title in self.title_keys()

    def ends_like(self, title: str) -> bool:
        """Whether one title ends the other (实施方案, 试点工作实施方案); says enough inside one file only."""
        shorter = min(len(title), len(self.title))
        return shorter >= _SHORTEST and (self.title.endswith(title) or title.endswith(self.title))

    def agrees(self, numbers: frozenset[str]) -> bool:
        """The numbers do not contradict: yearly notices share a title and differ in number."""
        return not (numbers and self.given and numbers.isdisjoint(self.given))


@dataclass(slots=True)
class Entries:
    """All documents of the corpus by number, title, printed title and file."""

    numbered: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    titled: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    printing: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    filed: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    placed: dict[Place, Entry] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        """Enter a document under all its names."""
        self.filed[entry.file].append(entry)
        self.placed[entry.file, entry.id] = entry
        for number in sorted(entry.numbers):
            self.numbered[number].append(entry)
        for key in entry.title_keys():
            self.titled[key].append(entry)
        printed = printed_title(entry.title)
        if printed:
            self.printing[same_title_key(printed)].append(entry)


def enter_all(records: Iterable[Record], versions: Versions) -> Entries:
    """The register of all documents in ``records``; their order does not matter."""
    entries = Entries()
    for record in by_file(records):
        for copy in copies([record]):
            entries.add(entry_of(copy, versions))
    return entries


def entry_of(copy: Copy, versions: Versions) -> Entry:
    """A document as others may name it."""
    return Entry(
        copy.place[1], copy.file, versions.keys[copy.place], copy.own_numbers, copy.numbers, copy.own_title,
        copy.own_issuers, copy.date,
    )  # fmt: skip
