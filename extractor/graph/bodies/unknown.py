"""Bodies that a corpus uses and the list lacks, with counts and evidence, for a person to accept or not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.graph.bodies.mentions import Mention, mention, mentions
from extractor.graph.bodies.name import UNLISTED
from extractor.graph.bodies.naming import Namer
from extractor.graph.bodies.running import Running

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.graph.bodies.name import Name
    from extractor.model.record import BodyRecord, Record
    from extractor.rules.bodies.departments import Departments

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that ends as bodies do and is not listed.

    Attributes:
        name: the canonical name, as printed as far as nothing else is known.
        home: the organisation it seems to belong to.
        kind: a guess by its ending.
        count: how often it is mentioned.
        first: the first mention by file and place.
        where: ``named`` by issuers, recipients and owners, or found in ``running`` text.
    """

    name: str
    home: str
    kind: str
    count: int
    first: Mention
    where: str


def unknown(records: Sequence[Record], names: Departments, *, running: bool = True) -> tuple[Unknown, ...]:
    """The unknown bodies of named ``records``, the most frequent first.

    Args:
        records: as ``name_bodies`` gives them.
        names: the list.
        running: look for more in the running text too, by parts of speech; takes seconds.
    """
    suffix = names.word_list("body.suffix")
    named = _gathered(
        (body["canonical"], body["home"], body["kind"], place)
        for body, place in mentions(records)
        if _is_unknown(body, suffix)
    )
    found = list(_unknown(named, "named"))
    if running:
        found += (each for each in _unknown(_gathered(_running(records, names)), "running") if each.count >= _FEWEST)
    return tuple(sorted(found, key=lambda each: (each.where, -each.count, each.name, each.home)))


_Sighting = tuple[str, str, str, Mention]


def _is_unknown(body: BodyRecord, suffix: tuple[str, ...]) -> bool:
    return body["rule"] in UNLISTED and body["canonical"].endswith(suffix)


def _gathered(sightings: Iterable[_Sighting]) -> dict[tuple[str, str, str], list[Mention]]:
    gathered: defaultdict[tuple[str, str, str], list[Mention]] = defaultdict(list)
    for name, home, kind, place in sightings:
        gathered[name, home, kind].append(place)
    return gathered


def _unknown(gathered: dict[tuple[str, str, str], list[Mention]], where: str) -> Iterator[Unknown]:
    for (name, home, kind), places in gathered.items():
        yield Unknown(name, home, kind, len(places), min(places), where)


def _running(records: Iterable[Record], names: Departments) -> Iterator[_Sighting]:
    """Names in the running text that no issuer, recipient or owner has, and the list neither."""
    namer, running = Namer(names), Running(names)
    for record in records:
        said = {body["canonical"] for document in record["documents"] for body in document.get("bodies", ())}
        for start, end in running.names(record["text"]):
            name = namer.at(record, start, record["text"][start:end])
            if name and _is_new(name, said):
                yield name.canonical, name.home, name.kind, mention(record, start, end)


def _is_new(name: Name, said: set[str]) -> bool:
    return name.rule in UNLISTED and bool(name.kind) and name.canonical not in said
