"""Versions of a document put together: one key for all of them, and tasks of the one that holds alone."""

from __future__ import annotations

from collections import ChainMap
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
    return tuple(
        {**record, "documents": [_held(record["file"], each, versions) for each in record["documents"]]}
        for record in records
    )


def printings(records: Iterable[Record], versions: Versions) -> list[Printing]:
    """All documents by file and position, those that hold before the other versions; keys in place of ids."""
    anywhere = {place[1]: key for key, places in versions.members.items() for place in reversed(places)}
    found: list[Printing] = []
    for record in held(sorted(records, key=lambda record: record["file"]), versions):
        file = record["file"]
        here = {each["id"]: versions.keys[file, each["id"]] for each in record["documents"]}
        found += [Printing(record, _keyed(each, ChainMap(here, anywhere))) for each in record["documents"]]
    return sorted(found, key=lambda each: not _holds(each, versions))


def _holds(printing: Printing, versions: Versions) -> bool:
    return versions.members[printing.document["id"]][0][0] == printing.record["file"]


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
