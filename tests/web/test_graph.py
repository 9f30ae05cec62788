"""The page 关系图: from what it begins, how far it reaches, what it says of what it leaves out."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from extractor.ledger.stored_graph import part_of_graph, stored_graph
from extractor.store.database import reading
from extractor.store.questions.graph.surroundings import around

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from extractor.web.office import Office

STAFF = "body:人事处"


def drawn(client: TestClient, query: str) -> dict[str, Any]:
    """What the picture's scripts read."""
    answer = client.get(f"/graph/picture?{query}")
    assert answer.status_code == 200
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', answer.text)
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


@pytest.mark.parametrize(
    ("query", "nodes"),
    [
        pytest.param("body=人事处&steps=1", {STAFF, "task:aaa111", "task:bbb333"}, id="部门一步"),
        pytest.param(
            "body=人事处",
            {STAFF, "task:aaa111", "task:bbb333", "document:d1", "document:d2", "body:党委组织部"},
            id="部门两步",
        ),
        pytest.param("document=推进会.txt&steps=1", {"document:d2", "task:bbb333"}, id="文件名"),
        pytest.param("document=d2&steps=1", {"document:d2", "task:bbb333"}, id="公文编号"),
        pytest.param("task=bbb333&steps=1", {"task:bbb333", "document:d2", STAFF}, id="任务"),
        pytest.param("document=d1&steps=3&with=frame", {"document:d1", "body:各科室"}, id="只看发文收文"),
        pytest.param("document=d2&steps=99", {"document:d2", "task:bbb333", STAFF}, id="没有的步数当两步"),
    ],
)
def test_the_picture_reaches_as_far_as_the_address_says(client: TestClient, query: str, nodes: set[str]) -> None:
    assert {node[0] for node in drawn(client, query)["nodes"]} == nodes


def test_the_picture_has_the_edges_of_the_whole_graph_between_its_nodes(office: Office) -> None:
    with reading(office.out) as ledger:
        whole = stored_graph(ledger)
        part = part_of_graph(ledger, {node.id for node in whole.nodes})
        few = part_of_graph(ledger, {STAFF, "task:aaa111"})
    assert part == whole
    assert [(edge.subject, edge.relation) for edge in few.edges] == [(STAFF, "responsible-for")]


def test_what_does_not_fit_is_counted_and_documents_go_first(office: Office) -> None:
    with reading(office.out) as ledger:
        found = around(ledger, STAFF, 3, (), 4)
    assert found.nodes == (STAFF, "task:aaa111", "task:bbb333", "document:d1")
    assert (found.step, found.left, found.counted) == (2, 2, True)


def test_the_page_says_how_to_see_what_was_left_out(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.web.graph_page.showing.MOST", 3)
    page = client.get("/graph?body=人事处").text
    assert "只取了离起点最近的 3 个节点；第 2 步还有 3 个没有画。把范围减少一步，" in page


def test_the_picture_runs_its_own_scripts_only_and_in_our_frames_only(client: TestClient) -> None:
    headers = client.get("/graph/picture?body=人事处").headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["frame-ancestors"] == "'self'"
    assert set(re.sub(r"'sha256-[^']+'", "digest", policy["script-src"]).split()) == {"digest"}


@pytest.mark.parametrize(
    ("query", "place"),
    [
        pytest.param("q=组织部", "/graph?start=body%3A%E5%85%9A%E5%A7%94%E7%BB%84%E7%BB%87%E9%83%A8", id="只有一个"),
        pytest.param("q=人事处", "/graph?start=body%3A%E4%BA%BA%E4%BA%8B%E5%A4%84", id="名称全对"),
        pytest.param("q=甲校〔2024〕3号", "/graph?start=document%3Ad1", id="文号"),
    ],
)
def test_words_that_mean_one_thing_lead_straight_to_it(client: TestClient, query: str, place: str) -> None:
    answer = client.get(f"/graph?{query}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, place)


def test_words_that_may_mean_several_things_offer_them(client: TestClient) -> None:
    page = client.get("/graph?q=关于").text
    assert "“关于”可能指" in page
    assert page.count("data-row") == 2


def test_nodes_lead_to_their_pages(client: TestClient) -> None:
    assert drawn(client, "body=人事处")["addresses"] == {
        "body:人事处": "/bodies/%E4%BA%BA%E4%BA%8B%E5%A4%84",
        "body:党委组织部": "/bodies/%E5%85%9A%E5%A7%94%E7%BB%84%E7%BB%87%E9%83%A8",
        "document:d1": "/notices/2024/%E6%B8%85%E7%90%86.txt",
        "document:d2": "/notices/%E6%8E%A8%E8%BF%9B%E4%BC%9A.txt",
        "task:aaa111": "/tasks?task=aaa111",
        "task:bbb333": "/tasks?task=bbb333",
    }


def test_where_nothing_is_found_the_page_says_so(client: TestClient) -> None:
    assert "没有找到“&lt;b&gt;”" in client.get("/graph?q=<b>").text
    assert client.get("/graph/picture?start=body:无").status_code == 404
