"""The chain of a file: from the highest document down to its tasks; as JSON for programs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.graph.chain import DOWNWARD, below, chain
from extractor.graph.restates.higher import UPWARD
from extractor.graph.versions.found import versions_of
from extractor.ledger.stored_graph import part_of_graph
from extractor.store import files
from extractor.store.questions.graph.upward import higher, node_of_document, objects, subjects

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from extractor.graph.chain import Rung
    from extractor.graph.elements import Edge, Graph, Node
    from extractor.model.record import DocumentRecord, Record, TaskRecord


@dataclass(frozen=True, slots=True)
class Chain:
    """The chain of one file, with what is needed to name everything in it.

    Attributes:
        documents: the documents of the file, and their tasks, by the node of each.
        below: the edges of documents that forward, rest on or cite one of this file.
        restated: for every task (id of its node) the edges to the tasks of higher documents that it repeats.
        holders: for a document of which another file holds the version that counts, the name of that file.
    """

    nodes: Mapping[str, Node]
    rungs: tuple[Rung, ...]
    documents: Mapping[str, DocumentRecord]
    below: tuple[Edge, ...]
    restated: Mapping[str, list[Edge]]
    holders: Mapping[str, str]

    def level(self, node: str) -> int:
        """How far a document stands below the highest."""
        return next(rung.level for rung in self.rungs if rung.node == node)


def chain_of(ledger: sqlite3.Connection, record: Record) -> Chain:
    """The chain of the file of ``record``, from the graph that the last run left."""
    here = _nodes(ledger, record)
    graph = _part(ledger, here)
    nodes = {node.id: node for node in graph.nodes}
    holding = {node: str(dict(nodes[node].attributes)["file"]) for node in here}
    return Chain(
        nodes=nodes,
        rungs=chain(graph, here),
        documents=_documents(ledger, record, holding),
        below=below(graph, here),
        restated=_restated(graph),
        holders={node: file for node, file in holding.items() if file != record["file"]},
    )


def _nodes(ledger: sqlite3.Connection, record: Record) -> list[str]:
    """The nodes of the documents of a file; versions are told anew only where their ids do not say which is which."""
    found = [node_of_document(ledger, record["file"], each["id"]) for each in record["documents"]]
    known = [node for node in found if node]
    if len(known) == len(found):
        return known
    versions = versions_of(files.all_stored(ledger))
    return [f"document:{versions.key(record['file'], each['id'])}" for each in record["documents"]]


def _part(ledger: sqlite3.Connection, here: Sequence[str]) -> Graph:
    """What stands above the documents, right below them, and what their tasks repeat."""
    documents = higher(ledger, here, UPWARD, DOWNWARD) | subjects(ledger, here, UPWARD)
    tasks = objects(ledger, here, ("contains",))
    repeated = objects(ledger, tasks, ("restates",))
    return part_of_graph(ledger, documents | tasks | repeated, (*UPWARD, *DOWNWARD, "restates"))


def _documents(
    ledger: sqlite3.Connection, record: Record, holding: Mapping[str, str]
) -> dict[str, DocumentRecord]:
    """By node, each document of the file in the version that holds."""
    records = {file: files.stored(ledger, file) or record for file in set(holding.values())}
    return {
        node: each
        for node, file in holding.items()
        for each in records[file]["documents"]
        if each["id"] == node.removeprefix("document:").partition("~")[0]
    }


def chain_json(found: Chain) -> str:
    """The chain as JSON: the documents from the highest down, each with its steps and, of this file, its tasks."""
    rows = [_rung(rung, found) for rung in found.rungs]
    lower = [{"document": edge.subject, "relation": edge.relation, **edge.evidence()} for edge in found.below]
    return json.dumps({"chain": rows, "below": lower}, ensure_ascii=False, indent=2)


def _rung(rung: Rung, found: Chain) -> dict[str, object]:
    node, document = found.nodes[rung.node], found.documents.get(rung.node)
    return {
        "node": node.id,
        "label": node.label,
        "numbers": dict(node.attributes).get("numbers", ""),
        "in_ledger": node.kind == "document",
        "in_file": document is not None,
        "level": rung.level,
        "above": [{"node": higher, "relation": edge.relation, **edge.evidence()} for higher, edge in rung.above],
        "tasks": [_task_row(task, found) for task in document["tasks"]] if document else [],
    }


def _task_row(task: TaskRecord, found: Chain) -> dict[str, object]:
    restated = found.restated.get(f"task:{task['id']}", ())
    return {
        "id": task["id"],
        "title": task["title"],
        "owners": [{"name": owner["name"], "role": owner["role"]} for owner in task["owners"]],
        "deadline": task["deadline"] and {"text": task["deadline"]["text"], "due": task["deadline"].get("due")},
        "restates": [{"task": edge.object.removeprefix("task:"), **edge.evidence()} for edge in restated],
    }


def _restated(graph: Graph) -> dict[str, list[Edge]]:
    found: dict[str, list[Edge]] = {}
    for edge in graph.edges:
        if edge.relation == "restates":
            found.setdefault(edge.subject, []).append(edge)
    return found
