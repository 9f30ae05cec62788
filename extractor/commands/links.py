"""``extractor links``: how documents, bodies and tasks hang together, with the words that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack, get_args

import click

from extractor.commands import options
from extractor.commands.ledger import ledger
from extractor.commands.tables import print_rows
from extractor.export.columns import LINKS, NODE_KINDS, RELATIONS
from extractor.graph.build import build, resolve
from extractor.graph.elements import Edge, EdgeKind, Graph, Node
from extractor.graph.issuers import plain_issuer
from extractor.graph.names import number_key, title_key, without_issuer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_DOCUMENTS = frozenset({"document", "cited"})
_HELP = """公文、部门、任务之间的关联，每一条都有依据原文。

The edges of the graph, each with the words it rests on.
"""


class Wanted(TypedDict):
    """The conditions; None or no relation at all: any."""

    relation: tuple[EdgeKind, ...]
    body: str | None
    document: str | None
    task: str | None


@click.command("links", help=_HELP)
@click.option(
    "--relation", type=click.Choice(get_args(EdgeKind)), multiple=True, help="关系，可写多次 (relation; repeatable)。"
)
@click.option("--body", metavar="名称", help="一端的单位，或公文的发文机关，含这几个字 (a body)。")
@click.option("--document", metavar="文字", help="一端的公文标题或文号包含这几个字 (a document at one end)。")
@click.option("--task", metavar="文字", help="一端的任务编号开头是、或名称包含这几个字 (a task at one end)。")
@options.out
@options.shape
@options.lang
def command(out: Path, shape: str, **wanted: Unpack[Wanted]) -> None:
    """Print the edges that meet all conditions."""
    graph = build(resolve(ledger(out)))
    nodes = {node.id: node for node in graph.nodes}
    issuers = _issuers(graph, nodes)
    rows = [_row(edge, nodes) for edge in graph.edges if _meets(edge, nodes, issuers, wanted)]
    if shape != "json":
        rows = [_shown(row) for row in rows]
    print_rows(rows, LINKS, shape)


def _meets(
    edge: Edge, nodes: Mapping[str, Node], issuers: Mapping[str, list[str]], wanted: Wanted
) -> bool:
    ends = (nodes[edge.subject], nodes[edge.object])
    return (
        (not wanted["relation"] or edge.relation in wanted["relation"])
        and (wanted["body"] is None or _is_of(ends, issuers, wanted["body"]))
        and _is_document(ends, wanted["document"])
        and _is_task(ends, wanted["task"])
    )


def _is_of(ends: tuple[Node, Node], issuers: Mapping[str, list[str]], words: str) -> bool:
    """A body at one end; between two documents the one that issued either: 省委教育工委的文件被谁转发."""
    names = [node.label for node in ends if node.kind in {"body", "person"}]
    if all(node.kind in _DOCUMENTS for node in ends):
        names = [name for node in ends for name in issuers.get(node.id, ())]
    return any(words in name or plain_issuer(words) in plain_issuer(name) for name in names)


def _is_document(ends: tuple[Node, Node], words: str | None) -> bool:
    """By words of its title or file, or by its number in whatever brackets."""
    return words is None or any(
        node.kind in _DOCUMENTS and (words in _said(node) or number_key(words) in _said(node)) for node in ends
    )


def _issuers(graph: Graph, nodes: Mapping[str, Node]) -> dict[str, list[str]]:
    """Who issued a document; of one that is only cited, who stands in front of its title."""
    found = {
        node.id: [without_issuer(title_key(node.label))[0]] for node in graph.nodes if node.kind == "cited"
    }
    for edge in graph.edges:
        if edge.relation == "issued":
            found.setdefault(edge.object, []).append(nodes[edge.subject].label)
    return found


def _is_task(ends: tuple[Node, Node], words: str | None) -> bool:
    tasks = [node for node in ends if node.kind == "task"]
    return words is None or any(
        words in node.label or node.id.removeprefix("task:").startswith(words) for node in tasks
    )


def _said(node: Node) -> str:
    return "\n".join((node.label, *(str(value) for _, value in node.attributes)))


def _row(edge: Edge, nodes: Mapping[str, Node]) -> dict[str, object]:
    subject, target = nodes[edge.subject], nodes[edge.object]
    there = {"there": edge.there.shown()} if edge.there else {}
    return {
        "subject": subject.label,
        "relation": edge.relation,
        "object": target.label,
        "subject_kind": subject.kind,
        "object_kind": target.kind,
        "words": edge.because.words,
        "file": edge.because.file,
        "span": [edge.because.start, edge.because.end],
        "rule": edge.because.rule,
        **there,
    }


def _shown(row: Mapping[str, object]) -> dict[str, object]:
    words = (
        row["subject"],
        RELATIONS[str(row["relation"])],
        row["object"],
        NODE_KINDS[str(row["subject_kind"])],
        NODE_KINDS[str(row["object_kind"])],
        row["words"],
        row["file"],
    )
    return dict(zip(LINKS, words, strict=True))
