"""Where a document names a body: printed words with their place, for evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.model.record import BodyRecord, DocumentRecord, Record

_AROUND = 12


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A name where it stands: the file, the place in its text, and the words around it on one line."""

    file: str
    start: int
    words: str


def mentions(records: Iterable[Record]) -> Iterator[tuple[BodyRecord, Mention]]:
    """Every mention of a body by issuers, recipients, copies and owners, with what it means there."""
    for record in records:
        for document in record["documents"]:
            bodies = {body["printed"]: body for body in document.get("bodies", ())}
            for printed, (start, end) in _printed(document):
                if printed in bodies:
                    yield bodies[printed], mention(record, start, end)


def mention(record: Record, start: int, end: int) -> Mention:
    """The mention at ``start`` … ``end`` of a file's text."""
    text = record["text"]
    return Mention(record["file"], start, " ".join(text[max(start - _AROUND, 0) : end + _AROUND].split()))


def _printed(document: DocumentRecord) -> Iterator[tuple[str, list[int]]]:
    fields = (("issuers", document["issuers"]), ("recipients", document["recipients"]), ("cc", document["cc"]))
    for field, names in fields:
        for name, place in zip(names, document["evidence"].get(field, ()), strict=False):
            yield name, place["span"]
    for task in document["tasks"]:
        yield from ((owner["name"], owner["span"]) for owner in task["owners"] if owner["role"] != "person")
