"""What an address of the page 关系图 asks for.

``/graph?start=document:bf2c51d07ab3&steps=2&with=duties`` names a node of the graph; ``document=`` (id, file, or words
of a title or number), ``body=`` with ``home=``, ``task=`` and ``q=`` (words of anything) are ways to find it.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from extractor.graph.nodes import body_id
from extractor.store.questions.graph.surroundings import NodeAnswer, document_in, node_of, nodes_called

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

    from starlette.datastructures import QueryParams

FAMILIES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "documents": (
        "forwards", "issues", "based-on", "repeals", "amends", "answers", "supplements", "cites", "encloses",
        "attaches",
    ),
    "frame": ("issued", "addressed-to", "copied-to"),
    "duties": ("contains", "leads", "supports", "responsible-for", "acts-on", "restates"),
})  # fmt: skip
"""Relations between documents, between documents and bodies, and of tasks."""
NAMES: Mapping[str, str] = MappingProxyType({"documents": "公文之间", "frame": "发文收文", "duties": "任务分工"})
STEPS = (1, 2, 3)
_USUAL_STEPS = 2
_LONGEST = 200  # characters that are looked for
_FOUND = 24


@dataclass(frozen=True, slots=True)
class Asked:
    """What is shown: how far around the start, along which families of relations (none: all)."""

    words: str
    steps: int
    families: tuple[str, ...]

    @property
    def relations(self) -> tuple[str, ...]:
        """The relations of the families."""
        return tuple(relation for family in self.families for relation in FAMILIES[family])

    def address(self, start: str, path: str = "/graph") -> str:
        """The same around another node."""
        steps = [("steps", str(self.steps))] if self.steps != _USUAL_STEPS else []
        return f"{path}?{urlencode([('start', start), *steps, *(('with', each) for each in self.families)])}"


def asked(query: QueryParams) -> Asked:
    """What the query of an address asks for; what is not understood is as usual."""
    given = query.getlist("with")
    families = tuple(each for each in FAMILIES if each in given)
    steps = next((each for each in STEPS if str(each) == query.get("steps")), _USUAL_STEPS)
    words = next((query[name] for name in ("q", "document", "body") if query.get(name)), "")
    return Asked(words.strip()[:_LONGEST], steps, () if len(families) == len(FAMILIES) else families)


def started(ledger: sqlite3.Connection, query: QueryParams) -> NodeAnswer | None:
    """The node that an address names outright; None when it names none."""
    return next((node for each in _ids(ledger, query) if (node := node_of(ledger, each))), None)


def likely(ledger: sqlite3.Connection, wanted: Asked, query: QueryParams) -> list[NodeAnswer]:
    """The nodes that the words of an address may mean."""
    kinds = ("document", "cited") if query.get("document") else ("body", "person") if query.get("body") else ()
    return nodes_called(ledger, wanted.words, _FOUND, *([kinds] if kinds else []))


def _ids(ledger: sqlite3.Connection, query: QueryParams) -> Iterator[str]:
    yield query.get("start", "")
    document, body, task = (query.get(name, "").strip() for name in ("document", "body", "task"))
    if document:
        yield f"document:{document}"
        yield f"document:{document_in(ledger, document) or ''}"
    if body:
        yield body_id(query.get("home", "").strip(), body)
    if task:
        yield f"task:{task}"
