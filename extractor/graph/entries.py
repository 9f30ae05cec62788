"""The register of documents: everything under which another document may name one."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from extractor.graph.keeping import IN_MEMORY
from extractor.graph.names import same_issuer, same_title_key, without_issuer
from extractor.graph.order import by_file
from extractor.graph.versions.copies import copies
from extractor.graph.wrappers import printed_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.graph.keeping import Keeping
    from extractor.graph.versions.copy import Copy
    from extractor.graph.versions.found import Versions
    from extractor.model.record import Record

_SHORTEST = 4
_FILES = 8  # whose documents are held: those of one file are asked for again and again


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


_FIELDS = tuple(each.name for each in fields(Entry))


class Entries:
    """All documents of the corpus by number, title, printed title and file."""

    def __init__(self, found: Iterable[Entry], keeping: Keeping = IN_MEMORY) -> None:
        """Enter the documents, in the order in which they are found later on."""
        self._names = keeping.lists()
        self._rows: Sequence[Any] = keeping.plain(self._entered(found))
        self._filed = lru_cache(_FILES)(self._in_file)

    def numbered(self, number: str) -> list[Entry]:
        """The documents of a number (a key)."""
        return self._called(f"number {number}")

    def titled(self, title: str) -> list[Entry]:
        """The documents of a title (a key), with or without the issuers in front."""
        return self._called(f"title {title}")

    def printing(self, title: str) -> list[Entry]:
        """The notices whose titles say that they print a document of this title."""
        return self._called(f"prints {title}")

    def filed(self, file: str) -> list[Entry]:
        """The documents of a file."""
        return self._filed(file)

    def placed(self, file: str, document: str) -> Entry:
        """The document of this id in a file."""
        return next(entry for entry in self._filed(file) if entry.id == document)

    def is_title(self, title: str) -> bool:
        """Whether some document bears a title (a key)."""
        return bool(self._names.of(f"title {title}"))

    def _in_file(self, file: str) -> list[Entry]:
        return self._called(f"file {file}")

    def _called(self, name: str) -> list[Entry]:
        return [Entry(*self._rows[at]) for at in self._names.of(name)]

    def _entered(self, found: Iterable[Entry]) -> Iterator[tuple[Any, ...]]:
        for at, entry in enumerate(found):
            for name in names_of(entry):
                self._names.add(name, at)
            self._names.add(f"file {entry.file}", at)
            yield tuple(getattr(entry, name) for name in _FIELDS)


def names_of(entry: Entry) -> Iterator[str]:
    """Everything under which a document is entered, but its file."""
    yield from (f"number {number}" for number in sorted(entry.numbers))
    yield from (f"title {title}" for title in entry.title_keys())
    printed = printed_title(entry.title)
    if printed:
        yield f"prints {same_title_key(printed)}"


def enter_all(records: Iterable[Record], versions: Versions, keeping: Keeping = IN_MEMORY) -> Entries:
    """The register of all documents in ``records``; their order does not matter."""
    found = (copy for record in by_file(records) for copy in copies([record]))
    return Entries((entry_of(copy, versions) for copy in found), keeping)


def entry_of(copy: Copy, versions: Versions) -> Entry:
    """A document as others may name it."""
    return Entry(
        copy.place[1], copy.file, versions.key(*copy.place), copy.own_numbers, copy.numbers, copy.own_title,
        copy.own_issuers, copy.date,
    )  # fmt: skip
