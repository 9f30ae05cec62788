"""Bodies as notices name them above and below the text: what they issued, what was sent to them, tasks or none."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.store.questions.bodies.owning import Body

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

NO_TASKS = 0
"""The key of a body that stands in the graph and owns no task: nothing in the ledger belongs to it."""
_PREFIX = "body:"
_BODIES = "id > 'body:' AND id < 'body;'"  # ids begin with the kind: of tasks there are most, and none is looked at
_HOME = "coalesce(json_extract(attributes, '$.home'), '')"
_FORMS = (
    "'、' || coalesce(json_extract(attributes, '$.names'), '') || '、' || "
    "coalesce(json_extract(attributes, '$.called'), '')"
)
_CALLED = f"""
SELECT id, {_HOME} FROM nodes WHERE {_BODIES} AND {_HOME} = coalesce(:home, {_HOME})
AND (id = 'body:' || :key OR substr(id, -length(:key) - 1) = '/' || :key OR label = :name
     OR instr({_FORMS} || '、', '、' || :name || '、')) ORDER BY id LIMIT :limit
"""  # noqa: S608 - clauses of our own
_WITH_WORDS = f"""
SELECT id, {_HOME} FROM nodes WHERE {_BODIES} AND (instr(label, :words) OR instr({_FORMS}, :words))
ORDER BY label <> :words, id LIMIT :limit
"""  # noqa: S608 - clauses of our own
_ISSUED = (
    "FROM edges JOIN nodes ON nodes.id = edges.object WHERE edges.subject IN ({ids}) AND edges.relation = 'issued'"
)
_RECEIVED = (
    "FROM edges JOIN nodes ON nodes.id = edges.subject WHERE edges.object IN ({ids}) "
    "AND edges.relation IN ('addressed-to', 'copied-to')"
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that a body issued or received."""

    title: str
    file: str
    numbers: str
    date: str


@dataclass(frozen=True, slots=True)
class Papers:
    """The first documents of a body's, those read last first, and how many there are."""

    total: int
    first: tuple[Paper, ...]


def called_in_print(connection: sqlite3.Connection, name: str, home: str | None, limit: int = 20) -> list[Body]:
    """The bodies of the graph that are called so; those of that canonical name alone, where there are any."""
    key = "".join(name.split())
    rows = connection.execute(_CALLED, {"name": name, "key": key, "home": home, "limit": limit})
    found = [_body(*row) for row in rows]
    return [body for body in found if body.name == key] or found


def with_words(connection: sqlite3.Connection, words: str, limit: int) -> list[Body]:
    """The bodies of the graph of which any name has these words."""
    return [_body(*row) for row in connection.execute(_WITH_WORDS, {"words": words, "limit": limit})]


def issued(connection: sqlite3.Connection, nodes: Sequence[str], limit: int) -> Papers:
    """Documents that a body issued; ``nodes`` are the ids it may have in the graph."""
    return _papers(connection, _ISSUED, nodes, limit)


def received(connection: sqlite3.Connection, nodes: Sequence[str], limit: int) -> Papers:
    """Documents that were sent to a body, or copied to it."""
    return _papers(connection, _RECEIVED, nodes, limit)


def _papers(connection: sqlite3.Connection, which: str, nodes: Sequence[str], limit: int) -> Papers:
    of = which.format(ids=", ".join("?" * len(nodes)))
    (total,) = connection.execute(f"SELECT count(DISTINCT nodes.id) {of}", tuple(nodes)).fetchone()
    first = f"SELECT nodes.label, nodes.attributes {of} GROUP BY nodes.id ORDER BY max(edges.key) DESC LIMIT ?"
    rows = connection.execute(first, (*nodes, limit))
    return Papers(total, tuple(_paper(label, json.loads(attributes)) for label, attributes in rows))


def _paper(label: str, attributes: Mapping[str, str]) -> Paper:
    return Paper(label, attributes.get("file", ""), attributes.get("numbers", ""), attributes.get("date", ""))


def _body(node: str, home: str) -> Body:
    """``body:甲市/教育局`` is 教育局 of 甲市; in ids blanks are left out."""
    before = len("".join(home.split())) + 1 if home else 0
    return Body(NO_TASKS, node.removeprefix(_PREFIX)[before:], home)
