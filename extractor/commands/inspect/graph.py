"""``extractor graph``: the graph, or a part of it, for Neo4j and as a page to look at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from extractor.commands import options
from extractor.commands.screen.console import tell
from extractor.graph.selection import Wanted, part
from extractor.ledger.stored_graph import stored_graph
from extractor.model.errors import UsageError
from extractor.store.atomic import replace
from extractor.store.database import reading

if TYPE_CHECKING:
    from extractor.commands.manner import Manner

_HELP = """把关系图写成 Neo4j 的文件，或者写成一个网页。

\b
extractor graph --neo4j 文件夹        nodes.csv、edges.csv、load.cypher
extractor graph --html 文件.html      只看一部分时，加 --document、--body、--relation

\b
一项任务和它所在的公文、承担它的单位总在一起；全部关系的网页见 outputs/graph.html。

The graph, or the part that the options name, for Neo4j or as a page.
"""


class NothingAskedFor(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """Neither ``--neo4j`` nor ``--html`` says what to write."""

    code = "graph-nothing-asked"


@click.command("graph", help=_HELP)
@click.option("--neo4j", type=click.Path(file_okay=False, path_type=Path), metavar="文件夹",
              help="写 Neo4j 能装载的 CSV 和语句 (CSV files and Cypher)。")  # fmt: skip
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), metavar="文件",
              help="写成网页，不联网也能打开 (an offline page)。")  # fmt: skip
@options.edges
@options.out
@options.lang
@click.pass_obj
def command(
    manner: Manner, neo4j: Path | None, html: Path | None, out: Path, **asked: Unpack[options.Edges]
) -> None:
    """Write what was asked for, and say how much it is."""
    from extractor.export.graph_page.page import page_bytes  # noqa: PLC0415 - --help needs no page
    from extractor.export.neo4j import neo4j_files  # noqa: PLC0415

    if not (neo4j or html):
        raise NothingAskedFor("graph")
    with reading(out) as ledger:
        graph = part(stored_graph(ledger), Wanted(**asked))
    if neo4j:
        for name, content in neo4j_files(graph).items():
            replace(neo4j / name, content)
    if html:
        replace(html, page_bytes(graph))
    figures = {"nodes": len(graph.nodes), "edges": len(graph.edges)}
    for place in filter(None, (neo4j, html)):
        click.echo(tell("graph-written", place.as_posix(), figures, manner.lang))
