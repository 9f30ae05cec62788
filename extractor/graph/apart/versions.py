"""Versions of documents, found apart: only files that may hold the same document meet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

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

_Seen = tuple[str, str, bool]
"""File, day, and whether a copy without or of another day may be the same document."""


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
        seen: _Seen = (file, copy.date, not copy.date or copy.corrected)
        yield from ((f"{kind} {word}", seen) for kind, word in _words(copy))


def _words(copy: Copy) -> Iterator[tuple[str, str | int]]:
    yield from (("number", number) for number in copy.numbers)
    yield from (("words", number) for number in copy.sketch)
    yield "id", copy.place[1]
    if copy.title:
        yield "title", copy.title


def _meet(key: str, seen: list[_Seen]) -> Iterator[Message]:
    """Links between the files under a key; those of one title only where their days leave it open."""
    dated = key.startswith("title ") and not any(is_open for _, _, is_open in seen)
    for day in {day for _, day, _ in seen} if dated else {None}:
        files = sorted({file for file, its, _ in seen if day is None or its == day})
        yield from ((file, files[0]) for file in files[1:])


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
