"""Bodies by name, of the ledger or of the graph alone, and the nodes of the graph that they may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.graph.names import body_key
from extractor.graph.nodes import body_id
from extractor.store.questions.bodies.of_papers import called_in_print, with_words
from extractor.store.questions.bodies.one import body_named

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from extractor.store.questions.bodies.owning import Body


def bodies_called(ledger: sqlite3.Connection, name: str, home: str | None) -> list[Body]:
    """The bodies that own tasks and are called so; without any, those that notices name as issuer or recipient."""
    return body_named(ledger, name, home) or called_in_print(ledger, name, home)


def without_tasks(
    ledger: sqlite3.Connection, words: str, listed: Sequence[tuple[str, str]], most: int
) -> list[Body]:
    """Bodies with these words in a name that issue or receive notices, beside those (name, home) that own tasks."""
    known = {body_id(home, name) for name, home in listed}
    found = with_words(ledger, words, most + len(known)) if words else []
    return [each for each in found if body_id(each.home, each.name) not in known][:most]


def node_ids(body: Body) -> tuple[str, str]:
    """The ids that a body, or a person, may have in the graph."""
    return body_id(body.home, body.name), f"person:{body_key(body.name)}"
