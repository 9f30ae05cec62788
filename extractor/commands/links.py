"""``extractor links``: how documents, bodies and tasks hang together, with the words that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from extractor.commands import options
from extractor.commands.ledger import ledger
from extractor.commands.tables import print_rows
from extractor.export.columns import LINKS, NODE_KINDS, RELATIONS
from extractor.graph.build import build, resolve
from extractor.graph.selection import Wanted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from extractor.graph.elements import Edge, Node

_HELP = """公文、部门、任务之间的关联，每一条都有依据原文。

The edges of the graph, each with the words it rests on.
"""


@click.command("links", help=_HELP)
@options.edges
@options.out
@options.shape
@options.lang
def command(out: Path, shape: str, **asked: Unpack[options.Edges]) -> None:
    """Print the edges that meet all conditions."""
    graph, wanted = build(resolve(ledger(out))), Wanted(**asked)
    nodes = {node.id: node for node in graph.nodes}
    rows = [_row(edge, nodes) for edge in graph.edges if wanted.meets(edge, nodes)]
    if shape != "json":
        rows = [_shown(row) for row in rows]
    print_rows(rows, LINKS, shape)


def _row(edge: Edge, nodes: Mapping[str, Node]) -> dict[str, object]:
    subject, target = nodes[edge.subject], nodes[edge.object]
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
