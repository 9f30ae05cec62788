"""Versions of a document put together: one key for all of them, and tasks of the one that holds alone."""

from __future__ import annotations

from collections import ChainMap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.graph.order import by_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from extractor.graph.versions.found import Versions
    from extractor.model.record import DocumentRecord, Record


@dataclass(frozen=True, slots=True)
class Printing:
    """A document in a file, under the key of the document; without tasks where another version holds."""

    record: Record
    document: DocumentRecord


def held(records: Iterable[Record], versions: Versions) -> tuple[Record, ...]:
    """``records`` without the tasks of versions that do not hold, so that no task is counted twice.

    The documents themselves stay, each under its own id. The records given stay as they are.
    """
    return tuple(each_held(records, versions))


def each_held(records: Iterable[Record], versions: Versions) -> Iterator[Record]:
    """The same, one after the other."""
    for record in records:
        yield {**record, "documents": [_held(record["file"], each, versions) for each in record["documents"]]}


class Printings:
    """All documents by file and position, those that hold before the other versions; keys in place of ids.

    They are made anew whenever somebody goes through them.
    """

    def __init__(self, records: Iterable[Record], versions: Versions) -> None:
        """``records`` are gone through several times."""
        self._records = by_file(records)
        self._versions = versions
        self._anywhere = versions.called()

    def __iter__(self) -> Iterator[Printing]:
        """One after the other."""
        for holding in (True, False) if self._versions.reasons or len(self._records) == 1 else (True,):
            for record in self._records:
                yield from (each for each in self.of(record) if self._holds(each) == holding)

    def of(self, record: Record) -> list[Printing]:
        """The documents of one file."""
        here = {each["id"]: self._versions.key(record["file"], each["id"]) for each in record["documents"]}
        (kept,) = each_held([record], self._versions)
        return [Printing(kept, _keyed(each, ChainMap(here, self._anywhere))) for each in kept["documents"]]

    def at(self, place: int, document: int) -> Printing:
        """The document at a position of the file at a place."""
        return self.of(self._records[place])[document]

    def places(self) -> Iterator[tuple[str, int, int]]:
        """Key of every document that holds and has tasks, place of its file, its position there."""
        for place, record in enumerate(self._records):
            for at, document in enumerate(record["documents"]):
                key = self._versions.key(record["file"], document["id"])
                if document["tasks"] and self._versions.is_counted(record["file"], document["id"]):
                    yield key, place, at

    def _holds(self, printing: Printing) -> bool:
        places = self._versions.members.get(printing.document["id"])
        return places is None or places[0][0] == printing.record["file"]


def printings(records: Iterable[Record], versions: Versions) -> Printings:
    """All documents by file and position, those that hold before the other versions; keys in place of ids."""
    return Printings(records, versions)


def _held(file: str, document: DocumentRecord, versions: Versions) -> DocumentRecord:
    return document if versions.is_counted(file, document["id"]) else {**document, "tasks": []}


def _keyed(document: DocumentRecord, keys: Mapping[str, str]) -> DocumentRecord:
    parent = document["parent"]
    return {
        **document,
        "id": keys[document["id"]],
        "parent": keys.get(parent, parent) if parent else None,
        "references": [
            {**each, "target": keys.get(each["target"], each["target"]) if each["target"] else None}
            for each in document["references"]
        ],
    }
