"""``extractor links``: how documents, bodies and tasks hang together, with the words that say so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Unpack

import click

from extractor.commands import options
from extractor.commands.ask.asking import opened, source
from extractor.commands.screen.tables import print_rows, tell_more
from extractor.export.columns import LINKS, NODE_KINDS, RELATIONS
from extractor.ledger.wording import names_of
from extractor.store.questions.graph.links import LinkAnswer, LinkQuestion, links

if TYPE_CHECKING:
    from pathlib import Path

_HELP = """公文、部门、任务之间的关联，每一条都有依据原文。

\b
例：extractor links --relation forwards --body 教育工委
    extractor links --relation leads --relation supports --task b1f

The edges of the graph, each with the words it rests on.
"""


class Asked(options.Edges):
    """What stands on the command line; None: any."""

    task: str | None
    limit: int | None
    out: Path
    parquet: str
    shape: str


@click.command("links", help=_HELP)
@options.edges
@click.option("--task", metavar="编号", help="一端是这项任务 (a task at one end)。")
@options.limit
@source
@options.shape
@options.lang
def command(**asked: Unpack[Asked]) -> None:
    """Print the edges that meet all conditions."""
    shape = asked["shape"]
    question = LinkQuestion(asked["relation"], asked["body"], names_of(asked["document"]), asked["task"])
    with opened(asked["out"], asked["parquet"]) as ledger:
        found = links(ledger, question)
    shown = found[: options.most_rows(asked["limit"], shape)]
    rows = [_json(link) if shape == "json" else _row(link) for link in shown]
    print_rows(rows, LINKS, shape)
    tell_more(len(rows), len(found))


def _json(link: LinkAnswer) -> dict[str, object]:
    return {
        "subject": link.subject,
        "relation": link.relation,
        "object": link.object,
        "subject_kind": link.subject_kind,
        "object_kind": link.object_kind,
        "words": link.words,
        "file": link.file,
        "span": [link.start, link.end],
        "rule": link.rule,
        **({"there": json.loads(link.there)} if link.there else {}),
    }


def _row(link: LinkAnswer) -> dict[str, object]:
    words = (
        link.subject,
        RELATIONS[link.relation],
        link.object,
        NODE_KINDS[link.subject_kind],
        NODE_KINDS[link.object_kind],
        link.words,
        link.file,
    )
    return dict(zip(LINKS, words, strict=True))
