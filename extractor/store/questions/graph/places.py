"""What a place of a notice is linked to: the document that it names, the body that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3

_TO = (
    "SELECT edges.relation, edges.start, edges.stop, nodes.kind, nodes.id, nodes.label, "
    "coalesce(json_extract(nodes.attributes, '$.home'), ''), "
    "(SELECT documents.file FROM documents WHERE documents.id = substr(nodes.id, 10) "
    "ORDER BY documents.held DESC LIMIT 1) "
    "FROM edges JOIN nodes ON nodes.id = edges.{other} "
    "WHERE edges.{end} = ? AND edges.file = ? AND nodes.kind IN ('document', 'cited', 'body')"
)
_HELD_BY = "SELECT file FROM documents WHERE id = ? AND held AND file <> ? LIMIT 1"


class Linked(NamedTuple):
    """Where words of a document lead: ``start`` to ``end`` say so; ``file`` holds the document, if the corpus does."""

    relation: str
    start: int
    end: int
    kind: str
    id: str
    label: str
    home: str
    file: str | None


def linked(connection: sqlite3.Connection, document: str, file: str) -> list[Linked]:
    """All that the words of a document name: other documents, and the bodies that issued or receive it."""
    node = f"document:{document}"
    found = connection.execute(_TO.format(other="object", end="subject"), (node, file)).fetchall()
    found += connection.execute(_TO.format(other="subject", end="object"), (node, file)).fetchall()
    return [Linked(*row) for row in found]


def held_by(connection: sqlite3.Connection, document: str, file: str) -> str | None:
    """The other file whose version of the document counts; None when this one does."""
    row = connection.execute(_HELD_BY, (document, file)).fetchone()
    return row[0] if row else None
