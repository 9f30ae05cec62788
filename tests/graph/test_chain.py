"""The chain of documents: the highest first, each once, cut where documents name each other in a circle."""

from __future__ import annotations

import pytest

from extractor.graph.chain import below, chain
from extractor.graph.elements import Because, Edge, EdgeKind, Graph

BECAUSE = Because("a.txt", 0, 1, "甲", "r")


def graph(*triples: tuple[str, EdgeKind, str]) -> Graph:
    return Graph(edges=tuple(Edge(one, relation, other, BECAUSE) for one, relation, other in triples))


def shown(known: Graph, *nodes: str) -> list[str]:
    """The rungs: level, document, and what stands right above it."""
    return [
        f"{rung.level} {rung.node}" + "".join(f" {edge.relation}:{node}" for node, edge in rung.above)
        for rung in chain(known, nodes)
    ]


CHAINS = [
    pytest.param((), ["0 校"], id="独自一份"),
    pytest.param(
        (("校", "based-on", "市"), ("市", "forwards", "省")),
        ["0 省", "1 市 forwards:省", "2 校 based-on:市"],
        id="三级",
    ),
    pytest.param(
        (("校", "based-on", "市"), ("市", "based-on", "省"), ("校", "cites", "省")),
        ["0 省", "1 市 based-on:省", "2 校 based-on:市 cites:省"],
        id="两条路",
    ),
    pytest.param(
        (("通知", "issues", "校"), ("通知", "encloses", "校"), ("通知", "based-on", "省")),
        ["0 省", "1 通知 based-on:省", "2 校 issues:通知"],
        id="印发件在通知之下",
    ),
    pytest.param((("校", "forwards", "省"), ("校", "encloses", "省")), ["0 省", "1 校 forwards:省"], id="转发的在上"),
    pytest.param((("通知", "attaches", "校"),), ["0 通知", "1 校 attaches:通知"], id="附件"),
    pytest.param((("校", "repeals", "旧"), ("校", "answers", "县")), ["0 校"], id="废止和答复不是上级"),
    pytest.param((("校", "cites", "市"), ("校", "based-on", "市")), ["0 市", "1 校 based-on:市"], id="取关系最强的"),
    pytest.param(
        (("校", "based-on", "市"), ("市", "cites", "校")), ["0 市", "1 校 based-on:市"], id="互相引用"
    ),
    pytest.param((("校", "based-on", "校"),), ["0 校"], id="引用自己"),
]  # fmt: skip


@pytest.mark.parametrize(("triples", "lines"), CHAINS)
def test_the_highest_document_comes_first(
    triples: tuple[tuple[str, EdgeKind, str], ...], lines: list[str]
) -> None:
    assert shown(graph(*triples), "校") == lines
    assert shown(graph(*triples[::-1]), "校") == lines


def test_a_chain_of_any_length_is_climbed() -> None:
    triples: list[tuple[str, EdgeKind, str]] = [(f"d{n}", "based-on", f"d{n + 1}") for n in range(5000)]
    assert [rung.level for rung in chain(graph(*triples), ["d0"])] == list(range(5001))


def test_who_rests_on_a_document_stands_below_it() -> None:
    known = graph(("校", "based-on", "市"), ("市", "forwards", "省"), ("校", "repeals", "省"))
    assert [(edge.subject, edge.relation) for edge in below(known, ["省", "市"])] == [("校", "based-on")]
