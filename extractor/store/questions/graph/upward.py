"""Which documents stand above a document, step by step along the edges of the stored graph, and what leads to them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable

_VERSIONS = "SELECT id, attributes FROM nodes WHERE id = ? OR (id > ? AND id < ?)"
_ENDS = """
SELECT DISTINCT {end} FROM edges WHERE {of} IN (SELECT value FROM json_each(?))
AND relation IN (SELECT value FROM json_each(?))
"""


def node_of_document(connection: sqlite3.Connection, file: str, document: str) -> str | None:
    """The node of a document in a file; None where its version goes under the id of another.

    Of different documents of one id, the second has ``~2`` behind it.
    """
    identifier = f"document:{document}"
    rows = connection.execute(_VERSIONS, (identifier, f"{identifier}~", f"{identifier}~:")).fetchall()
    found = [node for node, attributes in rows if file in _files(json.loads(attributes))]
    return found[0] if len(found) == 1 else None


def higher(
    connection: sqlite3.Connection, nodes: Iterable[str], up: Collection[str], down: Collection[str]
) -> set[str]:
    """``nodes`` and all that stand above them: at the far end of an edge ``up``, at the near end of one ``down``."""
    known = border = set(nodes)
    while border:
        reached = objects(connection, border, up) | subjects(connection, border, down)
        border = reached - known
        known = known | border
    return known


def objects(connection: sqlite3.Connection, subjects: Iterable[str], relations: Collection[str]) -> set[str]:
    """Where edges of these relations lead from ``subjects``."""
    return _ends(connection, ("object", "subject"), subjects, relations)


def subjects(connection: sqlite3.Connection, objects: Iterable[str], relations: Collection[str]) -> set[str]:
    """Whence edges of these relations lead to ``objects``."""
    return _ends(connection, ("subject", "object"), objects, relations)


def _ends(
    connection: sqlite3.Connection, ends: tuple[str, str], nodes: Iterable[str], relations: Collection[str]
) -> set[str]:
    statement = _ENDS.format(end=ends[0], of=ends[1])
    values = json.dumps(sorted(nodes)), json.dumps(sorted(relations))
    return {row[0] for row in connection.execute(statement, values)}


def _files(attributes: dict[str, str]) -> list[str]:
    return [attributes.get("file", ""), *attributes.get("files", "").split("、")]
