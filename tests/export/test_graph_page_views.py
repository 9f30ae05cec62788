"""What the page draws of a graph: filters, folded tasks, neighbourhoods, limits; its own scripts, run by node."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from extractor.export.graph_page import page as graph_page
from extractor.export.graph_page.data import page_data
from extractor.graph.elements import Because, Edge, EdgeKind, Graph, Node, NodeKind

NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(not NODE, reason="node is not installed")
FOLDER = Path(graph_page.__file__).parent / "assets"
SCRIPTS = "".join((FOLDER / name).read_text("utf-8") for name in ("model.js", "state.js", "view.js", "layout.js"))
ASKED = """
const { data, given } = JSON.parse(require("fs").readFileSync(0, "utf-8"));
const model = readModel(data);
const initial = initialState(model);
const answers = given.map((hash) => {
  const state = stateFromHash(hash, initial);
  const view = viewOf(model, state);
  const places = view.chosen && state.steps ? columns(view, state.steps) : new Map();
  return {
    nodes: view.nodes.map((node) => node.id), beyond: view.beyond, folded: view.folded,
    lines: view.lines.map((line) => [line.subject.id, line.relation, line.object.id, line.edges.length].join(" ")),
    hash: hashOfState(state, initial), across: Object.fromEntries([...places].map(([id, place]) => [id, place.x])),
  };
});
console.log(JSON.stringify(answers));
"""


def node(key: str, kind: NodeKind, label: str) -> Node:
    return Node(key, kind, label)


def edge(subject: str, relation: EdgeKind, target: str, at: int = 0) -> Edge:
    return Edge(subject, relation, target, Because("a.txt", at, at + 1, "字", "r"))


GRAPH = Graph(
    (
        node("局", "body", "甲市教育局"), node("科", "body", "安全科"), node("室", "body", "办公室"),
        node("通", "document", "自查通知"), node("案", "document", "工作方案"), node("独", "document", "放假通知"),
        node("法", "cited", "安全条例"), node("一", "task", "排查"), node("二", "task", "上报"),
    ),
    (
        edge("局", "issued", "通"), edge("通", "encloses", "案"), edge("案", "based-on", "法"),
        edge("案", "contains", "一"), edge("案", "contains", "二"),
        edge("科", "leads", "一"), edge("科", "leads", "二", 5), edge("室", "supports", "二"),
    ),
)  # fmt: skip


def views(*given: str, graph: Graph = GRAPH) -> list[dict[str, Any]]:
    done = subprocess.run(
        [str(NODE), "-e", f'"use strict";\n{SCRIPTS}{ASKED}'],
        input=json.dumps({"data": page_data(graph), "given": given}).encode(),
        capture_output=True, check=True,
    )  # fmt: skip
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers


@pytest.mark.parametrize(
    ("given", "nodes"),
    [
        pytest.param("", "局 科 室 通 案 独 法 一 二", id="全部"),
        pytest.param("#hide=task", "局 科 室 通 案 独 法", id="收起任务"),
        pytest.param("#hide=task&hide=body", "通 案 独 法", id="只看文件"),
        pytest.param("#hide=task&open=案", "局 科 室 通 案 独 法 一 二", id="展开一份公文的任务"),
        pytest.param("#hide=task&node=一", "局 科 室 通 案 独 法 一", id="选中的任务总在"),
        pytest.param("#document=自查", "局 通 案", id="只看公文"),
        pytest.param("#document=方案", "科 室 通 案 法 一 二", id="公文的任务和承担单位"),
        pytest.param("#body=安全", "科 案 一 二", id="单位的任务和所在公文"),
        pytest.param("#body=办公室&hide=task", "室 案", id="单位和公文"),
        pytest.param("#document=方案&body=教育局", "", id="两个条件都要满足"),
        pytest.param("#without=contains&without=leads", "局 室 通 案 独 法 二", id="不看某些关系"),
        pytest.param("#node=案&steps=1", "通 案 法 一 二", id="相邻一步"),
        pytest.param("#node=案&steps=2", "局 科 室 通 案 法 一 二", id="相邻两步"),
        pytest.param("#node=法&steps=1&hide=task", "案 法", id="一步，收起任务"),
        pytest.param("#node=没有&steps=1", "局 科 室 通 案 独 法 一 二", id="链接里的节点不在图里"),
        pytest.param("#most=2", "案 二", id="关联最多的两个"),
        pytest.param("#most=2&node=局", "局 案", id="选中的总在"),
    ],
)
def test_what_is_drawn(given: str, nodes: str) -> None:
    assert views(given)[0]["nodes"] == nodes.split()


def test_folded_tasks_become_lines_to_their_document() -> None:
    (view,) = views("#hide=task")
    assert view["lines"] == [
        "局 issued 通 1", "通 encloses 案 1", "案 based-on 法 1", "科 leads 案 2", "室 supports 案 1",
    ]  # fmt: skip
    assert view["folded"] == 2


def test_what_is_left_out_is_counted() -> None:
    assert [(view["beyond"], view["folded"]) for view in views("#most=4", "#hide=task", "")] == [
        (5, 0), (0, 2), (0, 0),
    ]  # fmt: skip


def test_columns_show_on_which_side_a_line_begins() -> None:
    across = views("#node=案&steps=2")[0]["across"]
    assert {key: (x > 0) - (x < 0) for key, x in across.items()} == {
        "局": -1, "通": -1, "案": 0, "法": 1, "一": 1, "二": 1, "科": 1, "室": 1,
    }  # fmt: skip
    assert across["局"] < across["通"]
    assert across["科"] > across["一"]


@pytest.mark.parametrize(
    "given",
    ["", "node=%E5%B1%80&steps=2", "hide=", "edge=leads&from=%E7%A7%91&to=%E4%B8%80", "document=%26%23&without=leads"],
)  # fmt: skip
def test_the_address_says_what_is_shown(given: str) -> None:
    many = Graph(tuple(node(f"task:{number}", "task", "事") for number in range(200)))
    assert views(f"#{given}", graph=many)[0]["hash"] == given


def test_many_tasks_are_folded_at_first_and_a_crowd_is_thinned() -> None:
    def graph(tasks: int) -> Graph:
        nodes = [node(f"t{number}", "task", "事") for number in range(tasks)]
        return Graph((node("案", "document", "方案"), *nodes), tuple(edge("案", "contains", each.id) for each in nodes))

    counts = [len(views("", graph=graph(tasks))[0]["nodes"]) for tasks in (100, 200)]
    assert counts == [101, 1]
    assert len(views("#hide=", graph=graph(3000))[0]["nodes"]) == 150


def test_an_address_that_makes_no_sense_is_no_mishap() -> None:
    assert views("#steps=-4&most=x&hide=nothing&node=%00&&&=")[0]["nodes"] == [each.id for each in GRAPH.nodes]
