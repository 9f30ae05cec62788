"""Versions of documents, found apart: only files that may hold the same document meet."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from extractor.graph.apart.components import leaders
from extractor.graph.apart.shelf import key_of, number_in
from extractor.graph.versions.copies import copies
from extractor.graph.versions.found import Versions, versions_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.graph.apart.flow import Flow, Message
    from extractor.graph.apart.shelf import Shelf
    from extractor.graph.versions.copy import Copy, Place
    from extractor.model.record import Record

_BY_WORDS = ("title ", "words ")
"""Keys under which two documents of different numbers meet, which are never one."""


class _Seen(NamedTuple):
    """A copy under a key: its file, its day, whether one of another day may be the same, whether it has a number."""

    file: str
    day: str
    is_open: bool
    numbered: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """What a document of a file has to know of its versions.

    Attributes:
        place: file and id.
        key: of the one document.
        places: of the version that holds all versions, it first; of another the one that holds and itself.
        called: the key under which the id of the version that holds is known to those who name it.
    """

    place: Place
    key: str
    places: tuple[Place, ...]
    called: str

    @property
    def held(self) -> bool:
        """Whether this version counts."""
        return self.places[0] == self.place


def facts(turns: Flow, shelf: Shelf) -> Flow:
    """To every bucket the facts about the documents of its files; ``turns`` has one message to each bucket."""
    links = turns.each(lambda key, _: _keys(shelf.records(cast("int", number_in(key))))).together(_meet)
    gathered = turns.plus(leaders(links).each(lambda file, leader: [(key_of(shelf.bucket(file)), (file, leader))]))
    sent = gathered.together(lambda key, values: _gather(key, values, shelf))
    return sent.together(lambda key, values: _decided(key, values, shelf))


def known_here(found: Iterable[Fact]) -> Versions:
    """The facts about some files as versions: enough for all that is asked about these files."""
    known = list(found)
    members: dict[str, tuple[Place, ...]] = {}
    for fact in known:
        # Of two files that hold one document each brings the place that it knows.
        members[fact.key] = tuple(dict.fromkeys((*members.get(fact.key, fact.places[:1]), *fact.places)))
    reasons = {fact.place: "" for fact in known if not fact.held}
    return Versions(members, reasons, {fact.place: fact.key for fact in known})


def _keys(records: Iterable[Record]) -> Iterator[Message]:
    """What versions of one document share, at least one of these; see ``grouping``."""
    for copy in copies(records):
        file = copy.place[0]
        seen = _Seen(file, copy.date, not copy.date or copy.corrected, bool(copy.numbers))
        yield from ((f"{kind} {word}", seen) for kind, word in _words(copy))


def _words(copy: Copy) -> Iterator[tuple[str, str | int]]:
    yield from (("number", number) for number in copy.numbers)
    yield from (("words", number) for number in copy.sketch)
    yield "id", copy.place[1]
    if copy.title:
        yield "title", copy.title


def _meet(key: str, seen: list[_Seen]) -> Iterator[Message]:
    """Links between the files under a key that may hold one document."""
    groups = _possible(seen) if key.startswith(_BY_WORDS) else [seen]
    for group in groups:
        files = sorted({each.file for each in group})
        yield from ((file, files[0]) for file in files[1:])


def _possible(seen: list[_Seen]) -> Iterator[list[_Seen]]:
    """Copies of one title or sentence that may be one: of one day, or of a day left open, and not all with a number.

    Two that have numbers meet under the number that they share; sentences that every office writes bring together
    thousands of notices that have nothing else to do with each other.
    """
    days: dict[str, list[_Seen]] = {}
    for each in seen:
        days.setdefault("" if each.is_open else each.day, []).append(each)
    left_open = days.pop("", [])
    bare = any(not each.numbered for each in left_open)
    met = [group for group in days.values() if bare or any(not each.numbered for each in group)]
    if left_open and (bare or met):
        yield [*left_open, *chain.from_iterable(met)]
    else:
        yield from met


def _gather(key: str, values: list[tuple[str, str] | None], shelf: Shelf) -> Iterator[Message]:
    """Send the files that have company to its leader; decide about those that have none."""
    number = cast("int", number_in(key))
    leader = dict(value for value in values if value)
    for record in shelf.records(number):
        if record["file"] in leader:
            yield f"group {leader[record['file']]}", _bare(record)
        elif record["documents"]:
            yield from ((key, fact) for fact in _facts([_bare(record)]))


def _bare(record: Record) -> Record:
    """A record without what versions are not told by."""
    documents = [{**document, "tasks": [], "outline": []} for document in record["documents"]]
    return cast("Record", {**record, "documents": documents, "problems": []})


def _decided(key: str, values: list[Any], shelf: Shelf) -> Iterator[Message]:
    if number_in(key) is not None:
        yield from ((key, value) for value in values)
        return
    for fact in _facts(sorted(values, key=lambda record: str(record["file"]))):
        yield key_of(shelf.bucket(fact.place[0])), fact


def _facts(records: Iterable[Record]) -> Iterator[Fact]:
    found = list(records)
    versions = versions_of(found)
    called = versions.called()
    for place in ((record["file"], document["id"]) for record in found for document in record["documents"]):
        places = versions.of(*place)
        own = places if places[0] == place else (places[0], place)
        yield Fact(place, versions.key(*place), own, called.get(places[0][1], places[0][1]))
