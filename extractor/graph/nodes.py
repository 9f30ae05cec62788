"""Parts of records -> nodes of the graph."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from extractor.graph.bodies.name import PRINTED, label
from extractor.graph.elements import Attribute, Node
from extractor.graph.names import body_key, number_key, title_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.model.record import BodyRecord, DocumentRecord, OwnerRecord, ReferenceRecord, TaskRecord

Said = tuple[str, tuple[str, ...], str]
"""What a reference says of the document that it names: title, keys of its numbers; its words where it has neither."""


def document_node(document: DocumentRecord, file: str) -> Node:
    """A document of the corpus; labelled by its title, or by its file where it has none."""
    attributes = {
        "part": document["part"],
        "type": document["type"],
        "numbers": "、".join(document["numbers"]),
        "date": document["date"],
        "file": file,
        "tasks": len(document["tasks"]),
    }
    return Node(f"document:{document['id']}", "document", document["title"] or file, _known(attributes))


def task_node(task: TaskRecord, file: str) -> Node:
    """A task; labelled by its title."""
    deadline = task["deadline"]
    attributes = {
        "task_kind": task["kind"],
        "due": deadline.get("due") if deadline else None,
        "deadline": one_line(deadline["text"]) if deadline else None,
        "page": task["page"],
        "file": file,
    }
    return Node(f"task:{task['id']}", "task", one_line(task["title"]), _known(attributes))


def said_of(reference: ReferenceRecord) -> Said:
    """What a reference says of the document that it names."""
    title, numbers = one_line(reference["title"] or ""), tuple(sorted(set(map(number_key, reference["numbers"]))))
    return title, numbers, "" if title or numbers else one_line(reference["text"])


def cited_node(key: str, mentions: Sequence[Said]) -> Node:
    """A document that is only named; labelled by its fullest title, or its numbers where none is given."""
    titles = [title for title, _, _ in mentions if title]
    fullest = min(titles, key=lambda title: (-len(title_key(title)), len(title), title), default="")
    numbers = "、".join(sorted({number for _, its, _ in mentions for number in its}))
    return Node(f"cited:{key}", "cited", fullest or numbers or mentions[0][2], _known({"numbers": numbers}))


def body_nodes(documents: Iterable[DocumentRecord]) -> Iterator[Node]:
    """Every body that documents name, once, with all forms in which they print its name."""
    known: defaultdict[str, dict[tuple[object, ...], BodyRecord]] = defaultdict(dict)
    for body in (body for document in documents for body in bodies_of(document).values()):
        known[body_id(body["home"], body["canonical"])].setdefault(tuple(body.values()), body)
    yield from (body_node(key, list(bodies.values())) for key, bodies in known.items())


def body_node(key: str, bodies: Sequence[BodyRecord]) -> Node:
    """The node of a body, of all that documents say of it."""
    body = min(bodies, key=lambda each: (not each["kind"], each["kind"], each["rule"]))
    forms = "、".join(sorted({one_line(each["printed"]) for each in bodies}))
    attributes = _known({"home": body["home"], "body_kind": body["kind"], "names": forms})
    return Node(key, "body", label(body["home"], one_line(body["canonical"])), attributes)


def bodies_of(document: DocumentRecord) -> dict[str, BodyRecord]:
    """The bodies of a document by their printed names; as printed where nobody has named them yet."""
    named = {body["printed"]: body for body in document.get("bodies", ())}
    owners = (owner for task in document["tasks"] for owner in task["owners"] if owner["role"] != "person")
    names = (*document["issuers"], *document["recipients"], *document["cc"])
    plain = {**dict.fromkeys(names), **{owner["name"]: owner["canonical"] for owner in owners}}
    return {printed: named.get(printed) or _as_printed(printed, name) for printed, name in plain.items()}


def _as_printed(printed: str, canonical: str | None) -> BodyRecord:
    name = canonical or printed
    return {"printed": printed, "canonical": name, "home": "", "kind": "", "parent": "", "rule": PRINTED}


def body_id(home: str, canonical: str) -> str:
    """The id of a body: ``body:甲学院/党委组织部``, without a home ``body:教育部``."""
    return f"body:{body_key(home)}/{body_key(canonical)}" if home else f"body:{body_key(canonical)}"


def person_nodes(tasks: Iterable[TaskRecord]) -> Iterator[Node]:
    """The persons who answer for tasks."""
    for owner in (owner for task in tasks for owner in task["owners"] if owner["role"] == "person"):
        yield Node(owner_id(owner), "person", one_line(owner["canonical"] or owner["name"]))


def owner_id(owner: OwnerRecord) -> str:
    """The id of the body, or the person, that owns a task."""
    name = owner["canonical"] or owner["name"]
    return f"person:{body_key(name)}" if owner["role"] == "person" else body_id(owner.get("home", ""), name)


def one_line(words: str) -> str:
    """``words`` with every line break and run of blanks made one blank."""
    return " ".join(words.split())


def _known(attributes: dict[str, Attribute | None]) -> tuple[tuple[str, Attribute], ...]:
    return tuple((name, value) for name, value in attributes.items() if value not in (None, ""))
