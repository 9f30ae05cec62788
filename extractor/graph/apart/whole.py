"""The records of a corpus linked apart: every stage says what it needs, and meets only that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, cast

from extractor.graph.apart.cited import cited
from extractor.graph.apart.edges import cited_edges, once, said
from extractor.graph.apart.known import Meant, ids_meant
from extractor.graph.apart.restated import restated
from extractor.graph.apart.shelf import number_in
from extractor.graph.apart.targets import learnt, meant
from extractor.graph.apart.versions import Fact, facts, known_here
from extractor.graph.bodies.naming import Namer
from extractor.graph.nodes import owner_id
from extractor.graph.versions.found import Versions
from extractor.graph.versions.merged import printings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.graph.apart.flow import Flow, Message
    from extractor.graph.apart.shelf import Shelf
    from extractor.graph.versions.merged import Printing
    from extractor.model.record import DocumentRecord, Record, ReferenceRecord
    from extractor.rules.bodies.departments import Departments

PART = "part"
"""The key under which a sink's own messages come out."""


class Pen(Protocol):
    """Takes the linked records of one bucket, by file name."""

    def take(self, record: Record, versions: Versions) -> None:
        """One record; ``versions`` know about its documents."""

    def close(self) -> Iterable[Any]:
        """That was all; what is to be said of it comes out under ``PART``."""


class Sink(Protocol):
    """Where linked records go, bucket by bucket; it can be sent to another process."""

    def open(self, bucket: int) -> Pen:
        """A pen for one bucket; a bucket may be written twice, with the same records."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A corpus to link: its records, what is known about names of bodies, and where the linked records go."""

    shelf: Shelf
    names: Departments
    sink: Sink


def link(turns: Flow, whole: Whole) -> Flow:
    """The graph, and what the sink says.

    Args:
        turns: one message to every bucket.
        whole: what to link.

    Returns:
        Messages: nodes and edges under their names, owning bodies (node, home, canonical name), parts.
    """
    sent = facts(turns, whole.shelf)
    finished = turns.plus(sent).plus(meant(sent, whole.shelf)).together(lambda key, values: _finish(key, values, whole))
    cites = cited(finished.each(_only("outside"))).together(cited_edges)
    graph = finished.each(_but("outside", "home")).plus(cites).together(once)
    homes = finished.each(_only("home")).each(lambda _, home: [home])
    return graph.plus(restated(graph, homes, whole.shelf))


def _only(*kinds: str) -> Any:  # noqa: ANN401 - a step of a flow
    return lambda key, value: [(key, value)] if key.partition(" ")[0] in kinds else []


def _but(*kinds: str) -> Any:  # noqa: ANN401 - as above
    return lambda key, value: [] if key.partition(" ")[0] in kinds else [(key, value)]


def _finish(key: str, values: list[Any], whole: Whole) -> Iterator[Message]:
    """Link the records of a bucket, write them, and say what they say of the graph."""
    number = cast("int", number_in(key))
    of_file: dict[str, list[Fact]] = {}
    for fact in (value for value in values if isinstance(value, Fact)):
        of_file.setdefault(fact.place[0], []).append(fact)
    targets: dict[str, list[Meant]] = {}
    for each in (*(value for value in values if isinstance(value, Meant)), *learnt(values)):
        targets.setdefault(each.spot[0], []).append(each)
    namer, pen = Namer(whole.names), whole.sink.open(number)
    heard: dict[str, Any] = {}
    for record in whole.shelf.records(number):
        found = targets.get(record["file"], [])
        versions = known_here(of_file.get(record["file"], ()))
        linked = namer.named(_resolved(record, found, versions))
        pen.take(linked, versions)
        yield from _said(linked, _with_targets(versions, found), number, heard)
    yield from ((name.partition("\0")[0], value) for name, value in heard.items())
    yield from ((f"{PART} {number}", each) for each in pen.close())


def _resolved(record: Record, found: list[Meant], versions: Versions) -> Record:
    ids = ids_meant(found, versions)

    def targeted(document: DocumentRecord) -> DocumentRecord:
        references: list[ReferenceRecord] = [
            {**reference, "target": ids.get((record["file"], document["id"], at))}
            for at, reference in enumerate(document["references"])
        ]
        return {**document, "references": references}

    return {**record, "documents": [targeted(document) for document in record["documents"]]}


def _with_targets(versions: Versions, found: Iterable[Meant]) -> Versions:
    """The versions, and under what key the documents of other files are called that these references mean."""
    others = {each.fact.called: each.fact.places[:1] for each in found if each.fact.called not in versions.members}
    return Versions({**versions.members, **others}, versions.reasons, versions.keys)


def _said(record: Record, versions: Versions, number: int, heard: dict[str, Any]) -> Iterator[Message]:
    """What a record says of the graph; of bodies, which many documents name, only what nobody said before it."""
    homes = {versions.key(record["file"], each["id"]): each["id"] for each in record["documents"]}
    for position, printing in enumerate(printings([record], versions)):
        key = printing.document["id"]
        other = versions.members[key][0][0] != record["file"]
        for name, value in said(printing, (other, record["file"], position), versions):
            if name.startswith("body "):
                heard.setdefault(f"{name}\0{sorted(value[1].items())}", value)
            else:
                yield name, value
        if printing.document["tasks"]:
            yield "home", (f"document:{key}", (number, record["file"], homes[key]))
        for body in _owning(printing):
            heard.setdefault(f"owning {body}", body)


def _owning(printing: Printing) -> Iterator[tuple[str, str, str]]:
    for task in printing.document["tasks"]:
        for owner in task["owners"]:
            yield owner_id(owner), owner.get("home", ""), owner["canonical"] or owner["name"]

