"""The documents of the files, each with what tells whether another file holds the same one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from extractor.graph.issuers import plain_issuer
from extractor.graph.names import number_keys, same_title_key, title_key, without_issuer
from extractor.graph.versions.copy import Copy
from extractor.graph.versions.likeness import sketch
from extractor.graph.wrappers import printed_title
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from extractor.model.record import DocumentRecord, Record, ReferenceRecord, Stretch

_PUT_UP = own(r"发布|时间|来源|浏览|点击|日期|\d[:：]\d\d")
_CORRECTION = own(r"（(?:更正|勘误|修正|重新印发|重印|更新)(?:版|稿|件|后)?）|(?<=的)更正(?=通知$)")


def copies(records: Iterable[Record]) -> Iterator[Copy]:
    """All documents of all files; their texts are read from ``records`` again, where these are a sequence."""
    for at, record in enumerate(records):
        known = {document["id"]: document for document in record["documents"]}
        for document in record["documents"]:
            text = partial(read, records, at) if isinstance(records, Sequence) else partial(_text, record)
            yield _copy(record, document, known, partial(text, tuple(document["span"])))


def read(records: Sequence[Record], at: int, span: tuple[int, int]) -> str:
    """The text at a place in the record of this number."""
    return _text(records[at], span)


def _text(record: Record, span: tuple[int, int]) -> str:
    return record["text"][span[0] : span[1]]


def given_numbers(document: DocumentRecord, known: Mapping[str, DocumentRecord]) -> tuple[str, ...]:
    """The keys of the numbers that a document goes by; ``known`` are the documents of its file by id."""
    for current in _printed_with(document, known):
        if current["numbers"]:
            return number_keys(current["numbers"])
        forwarded = _forwarded(current, known)
        if forwarded and forwarded["numbers"]:
            return number_keys(forwarded["numbers"])
    return ()


def _copy(
    record: Record, document: DocumentRecord, known: Mapping[str, DocumentRecord], text: Callable[[], str]
) -> Copy:
    whole = title_key(document["title"] or "")
    title = _CORRECTION.sub("", whole)
    around = list(_printed_with(document, known))
    date = next((each["date"] for each in around if each["date"]), None) or ""
    start, end = document["span"]
    return Copy(
        (record["file"], document["id"]),
        document["part"],
        record["status"],
        record["reader"],
        frozenset(given_numbers(document, known)),
        same_title_key(without_issuer(title)[1]),
        tuple(plain_issuer(title_key(issuer)) for issuer in document["issuers"]),
        date,
        title != whole,
        frozenset(number_keys(document["numbers"])),
        same_title_key(whole),
        tuple(map(title_key, document["issuers"])),
        "" if _put_up(record["text"], document) else date,
        sum(len("".join(record["text"][first:last].split())) for first, last in _spans(document, record["documents"])),
        sketch(record["text"][start:end]),
        end - start,
        text,
    )


def _put_up(text: str, document: DocumentRecord) -> bool:
    """Whether its day is only the time at which a web page was put up."""
    for place in document["evidence"].get("date", ()):
        start, end = text.rfind("\n", 0, place["span"][0]) + 1, text.find("\n", place["span"][1])
        if _PUT_UP.search(text[start : end if end >= 0 else len(text)]):
            return True
    return False


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
