"""How documents, bodies and tasks hang together: the edges of the graph, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.store.questions.conditions import Conditions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.store.questions.asking import Ledger

_EDGES = (
    "SELECT here.label, edges.relation, there.label, here.kind, there.kind, "
    "words, file, start, stop, rule, edges.there "
    "FROM edges JOIN nodes AS here ON here.id = edges.subject JOIN nodes AS there ON there.id = edges.object"
)
_NAMED = "SELECT id FROM nodes WHERE kind IN ({kinds}) AND ({fits})"
_ISSUED = f"SELECT object FROM edges WHERE relation = 'issued' AND subject IN ({_NAMED})"  # noqa: S608 - our own
_BETWEEN_DOCUMENTS = frozenset({
    "forwards", "issues", "based-on", "repeals", "amends", "answers", "supplements", "cites", "encloses", "attaches",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class LinkAnswer:
    """An edge: from where, how, to where, and the words at ``start`` … ``end`` of a file that say so.

    ``there`` is a JSON object with the other place of words that stand in two (in the task restated), or empty.
    """

    subject: str
    relation: str
    object: str
    subject_kind: str
    object_kind: str
    words: str
    file: str
    start: int
    end: int
    rule: str
    there: str


@dataclass(frozen=True, slots=True)
class LinkQuestion:
    """The conditions, all of which must hold; empty or None: any.

    Attributes:
        relations: any of these.
        body: words of a name of a body or person at one end; of relations between documents, of an issuer.
        document: names, one of which must fit a document at one end: words of its title, number or file.
        task: id, or its beginning, of a task at one end.
    """

    relations: tuple[str, ...] = ()
    body: str | None = None
    document: tuple[str, ...] = ()
    task: str | None = None


def links(connection: Ledger, question: LinkQuestion, limit: int | None = None) -> list[LinkAnswer]:
    """The edges that fit, in the order of the graph; at most ``limit``."""
    conditions = Conditions()
    if question.relations:
        marks = ", ".join("?" * len(question.relations))
        conditions.add(f"relation IN ({marks})", *question.relations)
    if question.body is not None:
        issued = bool(question.relations) and _BETWEEN_DOCUMENTS.issuperset(question.relations)
        _add_end(conditions, ("body", "person"), (question.body,), issued=issued)
    if question.document:
        _add_end(conditions, ("document", "cited"), question.document)
    if question.task is not None:
        beginning = f"task:{question.task}"
        fits = "substr(subject, 1, ?) = ? OR substr(object, 1, ?) = ?"
        conditions.add(fits, *(len(beginning), beginning) * 2)
    most = "" if limit is None else "LIMIT ?"
    statement = f"{_EDGES} {conditions.where} ORDER BY edges.key {most}"
    rows = connection.execute(statement, (*conditions.values, *([] if limit is None else [limit])))
    return [LinkAnswer(*row) for row in rows]


def _add_end(
    conditions: Conditions, kinds: Sequence[str], names: Sequence[str], *, issued: bool = False
) -> None:
    fits = " OR ".join(["instr(label, ?) OR instr(attributes, ?)"] * len(names))
    ends = (_ISSUED if issued else _NAMED).format(kinds=", ".join("?" * len(kinds)), fits=fits)
    values = (*kinds, *(name for name in names for _ in range(2)))
    conditions.add(f"subject IN ({ends}) OR object IN ({ends})", *values, *values)
