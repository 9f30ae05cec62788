"""Tasks that repeat one of a higher document, found apart: the words of a document go where they are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from extractor.graph.apart.higher import above
from extractor.graph.apart.shelf import key_of, number_in
from extractor.graph.restates.edges import between, pieces
from extractor.graph.versions.merged import Printing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.graph.apart.flow import Flow, Message
    from extractor.graph.apart.shelf import Shelf
    from extractor.graph.elements import Edge
    from extractor.model.record import DocumentRecord, Record

Home = tuple[int, str, str]
"""Where the version of a document lies that holds: bucket, file, id."""


def restated(edges: Flow, homes: Flow, shelf: Shelf) -> Flow:
    """The edges, each under its subject.

    Args:
        edges: all others.
        homes: node → where it lies, for the documents that have tasks.
        shelf: the records.
    """
    pairs = above(edges).each(lambda node, others: ((node, ("above", other)) for other in sorted(others)))
    lower = homes.each(lambda node, home: [(node, ("home", home))]).plus(pairs).together(_from_lower)
    if lower.is_empty():
        return lower
    both = homes.each(lambda node, home: [(node, ("home", home))]).plus(lower).together(_to_higher)
    words = both.together(lambda key, values: _send(key, values, shelf))
    return words.together(lambda key, values: _compare(key, values, shelf))


def _from_lower(node: str, values: list[tuple[str, Any]]) -> Iterator[Message]:
    home = next((value for kind, value in values if kind == "home"), None)
    if home:
        yield from ((value, ("below", (node, home))) for kind, value in values if kind == "above")


def _to_higher(node: str, values: list[tuple[str, Any]]) -> Iterator[Message]:
    """The pair goes to the bucket of the lower document, and there the words of the higher one, once."""
    home = next((value for kind, value in values if kind == "home"), None)
    if not home:
        return
    lower = [value for kind, value in values if kind == "below"]
    yield from ((key_of(its[0]), ("pair", (its, node))) for _, its in lower)
    buckets = sorted({its[0] for _, its in lower})
    yield key_of(home[0]), ("give", (home, node, buckets))


def _send(key: str, values: list[tuple[str, Any]], shelf: Shelf) -> Iterator[Message]:
    yield from ((key, value) for value in values if value[0] == "pair")
    gifts = [value for kind, value in values if kind == "give"]
    wanted = {(home[1], home[2]): (node, buckets) for home, node, buckets in gifts}
    for record, document in _documents(key, shelf, {file for file, _ in wanted}):
        node, buckets = wanted.get((record["file"], document["id"]), ("", ()))
        yield from ((key_of(bucket), ("words", (node, _bare(record, document)))) for bucket in buckets)


def _compare(key: str, values: list[tuple[str, Any]], shelf: Shelf) -> Iterator[Message]:
    higher = {node: pieces(printing) for kind, (node, printing) in values if kind == "words"}
    wanted: dict[tuple[str, str], list[str]] = {}
    for home, node in (value for kind, value in values if kind == "pair"):
        wanted.setdefault((home[1], home[2]), []).append(node)
    for record, document in _documents(key, shelf, {file for file, _ in wanted}):
        here = pieces(Printing(record, document))
        for node in sorted(wanted.get((record["file"], document["id"]), ())):
            yield from (_message(edge) for edge in between(here, higher[node]))


def _documents(key: str, shelf: Shelf, files: set[str]) -> Iterator[tuple[Record, DocumentRecord]]:
    records = shelf.records(cast("int", number_in(key))) if files else ()
    for record in records:
        if record["file"] in files:
            yield from ((record, document) for document in record["documents"])


def _bare(record: Record, document: DocumentRecord) -> Printing:
    """What the words of tasks are read from."""
    bare = {"file": record["file"], "text": record["text"]}
    return Printing(cast("Record", bare), cast("DocumentRecord", {"tasks": document["tasks"]}))


def _message(edge: Edge) -> Message:
    return f"{edge.subject} {edge.relation} {edge.object}", edge
