"""A document as it lies in one file, with what tells whether another file holds the same one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.graph.issuers import plain_issuer
from extractor.graph.names import number_keys, same_title_key, title_key, without_issuer
from extractor.graph.wrappers import printed_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from extractor.model.record import DocumentRecord, Record, ReferenceRecord, Stretch

Place = tuple[str, str]
"""File and id of a document: two files may hold documents of the same id, one file never does."""

_CORRECTION = re.compile(r"（(?:更正|勘误|修正|重新印发|重印|更新)(?:版|稿|件|后)?）|(?<=的)更正(?=通知$)")


@dataclass(frozen=True, slots=True)
class Copy:
    """A document in a file.

    Attributes:
        numbers: keys of its own numbers; of an enclosure without one, those of the notice that prints it, or
            those that the notice gives it when it forwards it.
        title: key without the issuer in front and without a mark of correction.
        date: its own, or that of the notice that prints it; empty when unknown.
        corrected: whether the title says that it is a corrected re-issue.
        spans: its stretches of the text, first its own, then those of the parts that belong to it.
    """

    record: Record
    document: DocumentRecord
    numbers: frozenset[str]
    title: str
    issuers: tuple[str, ...]
    date: str
    corrected: bool
    spans: tuple[Stretch, ...]

    @property
    def place(self) -> Place:
        """File and id."""
        return self.record["file"], self.document["id"]


def copies(records: Iterable[Record]) -> Iterator[Copy]:
    """All documents of all files."""
    for record in records:
        known = {document["id"]: document for document in record["documents"]}
        for document in record["documents"]:
            yield _copy(record, document, known)


def given_numbers(document: DocumentRecord, known: Mapping[str, DocumentRecord]) -> tuple[str, ...]:
    """The keys of the numbers that a document goes by; ``known`` are the documents of its file by id."""
    for current in _printed_with(document, known):
        if current["numbers"]:
            return number_keys(current["numbers"])
        forwarded = _forwarded(current, known)
        if forwarded and forwarded["numbers"]:
            return number_keys(forwarded["numbers"])
    return ()


def _copy(record: Record, document: DocumentRecord, known: Mapping[str, DocumentRecord]) -> Copy:
    whole = title_key(document["title"] or "")
    title = _CORRECTION.sub("", whole)
    around = list(_printed_with(document, known))
    return Copy(
        record,
        document,
        frozenset(given_numbers(document, known)),
        same_title_key(without_issuer(title)[1]),
        tuple(plain_issuer(title_key(issuer)) for issuer in document["issuers"]),
        next((each["date"] for each in around if each["date"]), None) or "",
        title != whole,
        tuple(_spans(document, record["documents"])),
    )


def _printed_with(
    document: DocumentRecord, known: Mapping[str, DocumentRecord]
) -> Iterator[DocumentRecord]:
    """The document and those that print it; who forwards a document lends it neither number nor date."""
    passed: set[str] = set()
    current: DocumentRecord | None = document
    while current and current["id"] not in passed:
        yield current
        passed.add(current["id"])
        current = None if _forwarded(current, known) else known.get(current["parent"] or "")


def _forwarded(
    document: DocumentRecord, known: Mapping[str, DocumentRecord]
) -> ReferenceRecord | None:
    """The reference by which the document around forwards this one; None when it prints its own."""
    parent = known.get(document["parent"] or "")
    title = title_key(document["title"] or "")
    for reference in parent["references"] if parent and title else ():
        named = title_key(reference["title"] or "")
        if reference["relation"] == "forwards" and title in {named, printed_title(named)}:
            return reference
    return None


def _spans(document: DocumentRecord, documents: Sequence[DocumentRecord]) -> Iterator[Stretch]:
    yield document["span"]
    inside = {document["id"]}
    for each in documents:  # a part stands after the document that it belongs to
        if each["parent"] in inside:
            inside.add(each["id"])
            yield each["span"]
