"""Records -> the same records with every body under its one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.graph.bodies.choice import Choice
from extractor.graph.bodies.homes import Homes
from extractor.graph.bodies.lists import read_list
from extractor.graph.bodies.name import PRINTED, UNRESOLVED, Name
from extractor.graph.bodies.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.graph.bodies.home import Home
    from extractor.model.record import BodyRecord, DocumentRecord, OwnerRecord, Record, TaskRecord
    from extractor.rules.bodies.departments import Departments


def name_bodies(records: Iterable[Record], names: Departments) -> tuple[Record, ...]:
    """``records`` with a ``home`` and the one ``canonical`` name for every owner, and ``bodies`` for every document.

    What a printed name means depends on its own document and the documents around that one in the file, on the
    list and on the user's decisions; not on other files. Names, texts, places and rules stay as they are, and the
    names of an earlier run do not count: naming anew after a decision gives what a first run would.
    """
    namer = Namer(names)
    return tuple(namer.named(record) for record in records)


class Namer:
    """Names the bodies of records, one file after the other."""

    def __init__(self, names: Departments) -> None:
        """Make the tables of the list, once for all files."""
        self._reader = Reader(names)
        self._homes = Homes(self._reader, names.word_list("names.speaks-for-all"))
        self._choice = Choice(names.decisions)
        self._known: dict[tuple[str, str], dict[str, Home]] = {}  # of the file that was asked about last

    def named(self, record: Record) -> Record:
        """A copy of ``record`` with its bodies named."""
        homes = self._homes.of(record)
        documents = [self._document(document, homes[document["id"]]) for document in record["documents"]]
        return {**record, "documents": documents}

    def meant(self, record: Record, document: str, printed: str) -> Name:
        """What a name means that stands in no text, written beside the document with this id."""
        home = self._homes_of(record)[document]
        return self._choice.chosen(printed, self._reader.read(printed, home))

    def at(self, record: Record, place: int, printed: str) -> Name | None:
        """What ``printed``, standing at ``place`` of a file's text, means there; None outside all documents."""
        around = [each for each in record["documents"] if each["span"][0] <= place < each["span"][1]]
        if not around:
            return None
        nearest = min(around, key=lambda each: each["span"][1] - each["span"][0])
        return self._reader.read(printed, self._homes_of(record)[nearest["id"]])

    def _homes_of(self, record: Record) -> dict[str, Home]:
        file = record["file"], record["sha256"]
        known = self._known.get(file) or self._homes.of(record)
        self._known = {file: known}
        return known

    def _document(self, document: DocumentRecord, home: Home) -> DocumentRecord:
        found = self._names(document, home)
        tasks = [_task(task, found) for task in document["tasks"]]
        bodies = [_body(printed, name) for printed, name in found.items()]
        return {**document, "tasks": tasks, "bodies": bodies}

    def _names(self, document: DocumentRecord, home: Home) -> dict[str, Name]:
        """Each printed name of a document with its one meaning there: the first that is more than the printed words."""
        found: dict[str, Name] = {}
        issuers = [(printed, self._issuer(printed, home)) for printed in document["issuers"]]
        lists = (read_list(names, home, self._reader) for names in _lists(document))
        for printed, name in (*issuers, *(pair for names in lists for pair in names)):
            if printed not in found or found[printed].rule == PRINTED != name.rule:
                found[printed] = name
        return {printed: self._choice.chosen(printed, name) for printed, name in found.items()}

    def _issuer(self, printed: str, home: Home) -> Name:
        name = self._reader.issuer(printed)
        alone = name.rule in {"body.organisation", "body.place", "body.itself"}
        return name if name.home or alone else self._reader.read(printed, home)


def _lists(document: DocumentRecord) -> Iterator[list[str]]:
    """The lists in which a document names bodies; a name may lean on its neighbour within one."""
    yield document["recipients"]
    yield document["cc"]
    for task in document["tasks"]:
        yield [owner["name"] for owner in task["owners"] if owner["role"] != "person"]


def _task(task: TaskRecord, found: dict[str, Name]) -> TaskRecord:
    return {**task, "owners": [_owner(owner, found) for owner in task["owners"]]}


def _owner(owner: OwnerRecord, found: dict[str, Name]) -> OwnerRecord:
    if owner["role"] == "person":
        return {**owner, "home": ""}
    name = found[owner["name"]]
    return {**owner, "canonical": name.canonical, "home": name.home}


def _body(printed: str, name: Name) -> BodyRecord:
    return {
        "printed": printed,
        "canonical": name.canonical,
        "home": name.home,
        "kind": name.kind,
        "parent": "" if name.rule in UNRESOLVED else name.parent,
        "rule": name.rule,
    }
