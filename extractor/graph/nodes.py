"""Parts of records -> nodes of the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.graph.elements import Attribute, Node
from extractor.graph.names import body_key, number_key, title_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.model.record import DocumentRecord, OwnerRecord, ReferenceRecord, TaskRecord


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


def cited_node(key: str, mentions: Sequence[ReferenceRecord]) -> Node:
    """A document that is only named; labelled by its fullest title, or its numbers where none is given."""
    titles = [one_line(mention["title"]) for mention in mentions if mention["title"]]
    fullest = min(titles, key=lambda title: (-len(title_key(title)), len(title), title), default="")
    numbers = "、".join(sorted({number_key(number) for mention in mentions for number in mention["numbers"]}))
    label = fullest or numbers or one_line(mentions[0]["text"])
    return Node(f"cited:{key}", "cited", label, _known({"numbers": numbers}))


def body_nodes(document: DocumentRecord) -> Iterator[Node]:
    """Everybody that a document names: issuers, recipients, owners of tasks."""
    for name in (*document["issuers"], *document["recipients"], *document["cc"]):
        yield body_node(name)
    for task in document["tasks"]:
        yield from map(owner_node, task["owners"])


def body_node(name: str) -> Node:
    """A body under its canonical name."""
    return Node(f"body:{body_key(name)}", "body", one_line(name))


def owner_node(owner: OwnerRecord) -> Node:
    """The body, or the person, that owns a task."""
    name = owner["canonical"] or owner["name"]
    if owner["role"] != "person":
        return body_node(name)
    return Node(f"person:{body_key(name)}", "person", one_line(name))


def one_line(words: str) -> str:
    """``words`` with every line break and run of blanks made one blank."""
    return " ".join(words.split())


def _known(attributes: dict[str, Attribute | None]) -> tuple[tuple[str, Attribute], ...]:
    return tuple((name, value) for name, value in attributes.items() if value not in (None, ""))
