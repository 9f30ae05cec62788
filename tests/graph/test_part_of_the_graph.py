"""A part of the graph: the edges asked for with their ends, tasks with their document and their owners."""

from __future__ import annotations

import pytest

from extractor.graph.build import build, resolve
from extractor.graph.selection import Wanted, part
from tests.export.analysed import sample

GRAPH = build(resolve([sample()]))


def test_no_condition_keeps_all() -> None:
    assert part(GRAPH, Wanted()) == GRAPH


@pytest.mark.parametrize(
    ("wanted", "labels"),
    [
        pytest.param(Wanted(body="基教"), {"基教科", "安全科", "办公室", "开展自查", "校园安全工作方案"}, id="单位"),
        pytest.param(Wanted(relation=("supports",)), {"基教科", "办公室", "开展自查"}, id="只要一种关系"),
        pytest.param(Wanted(document="条例"), {"甲市学校安全条例", "校园安全工作方案"}, id="引用的文件"),
        pytest.param(Wanted(relation=("contains",), body="安全科"), set(), id="没有这样的关联"),
        pytest.param(
            Wanted(document="甲教发"),
            {
                "甲市教育局关于印发《校园安全工作方案》的通知",
                "甲市教育局",
                "各县（区）教育局",
                "市直各学校",
                "校园安全工作方案",
                "报送总结",
            },
            id="文号",
        ),
    ],
)
def test_what_belongs_to_the_part(wanted: Wanted, labels: set[str]) -> None:
    found = part(GRAPH, wanted)
    assert {node.label for node in found.nodes} == labels
    assert {end for edge in found.edges for end in (edge.subject, edge.object)} == {node.id for node in found.nodes}


def test_order_is_that_of_the_graph() -> None:
    found = part(GRAPH, Wanted(document="方案"))
    assert list(found.edges) == [edge for edge in GRAPH.edges if edge in found.edges]
    assert list(found.nodes) == [node for node in GRAPH.nodes if node in found.nodes]
