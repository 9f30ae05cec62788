"""The pages of 部门: who is listed, what a body has to do, when, and under which names it is known."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from extractor.store.questions.bodies.one import Load
from extractor.web.bodies_page.chart import HEIGHT, chart

if TYPE_CHECKING:
    from starlette.testclient import TestClient

TODAY = dt.date(2024, 7, 1)
STAFF = "/bodies/人事处"


def bodies(client: TestClient, query: str = "") -> list[str]:
    """The bodies on the page, in its order."""
    return re.findall(r'scope="row" class="name"><a href="[^"]+">([^<]+)<', client.get(f"/bodies?{query}").text)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        pytest.param("", ["人事处", "党委组织部"], id="全部，任务多的在前"),
        pytest.param("words=组织", ["党委组织部"], id="名称里的字"),
        pytest.param("home=甲校", [], id="所属"),
        pytest.param("order=name", ["人事处", "党委组织部"], id="按名称"),
        pytest.param("order=due", ["人事处", "党委组织部"], id="按时限，没有的在后"),
        pytest.param("late=1", ["人事处", "党委组织部"], id="有超期的"),
        pytest.param("order=; DROP TABLE bodies&page=x", ["人事处", "党委组织部"], id="胡写"),
    ],
)
def test_the_address_says_which_bodies_are_listed(client: TestClient, query: str, names: list[str]) -> None:
    assert bodies(client, query) == names


@pytest.mark.parametrize(
    ("query", "tasks"),
    [
        pytest.param("", ["aaa111", "bbb333"], id="全部，先到期的在前"),
        pytest.param("role=actor", ["bbb333"], id="主体"),
        pytest.param("role=responsible", ["aaa111"], id="责任"),
        pytest.param("state=overdue", ["aaa111"], id="已超期"),
        pytest.param("role=actor&state=overdue", [], id="都要符合"),
        pytest.param("role=king&state=lost&page=77", ["aaa111", "bbb333"], id="胡写"),
    ],
)
def test_a_body_shows_its_tasks_by_role_and_state(client: TestClient, query: str, tasks: list[str]) -> None:
    assert re.findall(r'data-task="(\w+)"', client.get(f"{STAFF}?{query}").text) == tasks


def test_a_body_shows_its_figures_and_the_forms_of_its_name(client: TestClient) -> None:
    page = client.get(STAFF).text
    assert re.findall(r"<b>([^<]+)</b> ([^<]+)<", page) == [
        ("2", "项任务"), ("2", "项未完成"), ("1", "项已超期"), ("2024-07-05", "最近时限"),
    ]  # fmt: skip
    assert '<td>人事处</td><td class="figure-column">2</td>' in page
    assert "2024-06：1 项，已超期 1</title>" in page


def test_a_name_that_no_body_has_is_told_with_ways_on(client: TestClient) -> None:
    answer = client.get("/bodies/<b>无此处")
    assert answer.status_code == 404
    assert "没有“&lt;b&gt;无此处”这个单位" in answer.text


RECIPIENT = "/bodies/各科室"


def test_a_body_that_only_issues_or_receives_notices_has_a_page_of_them(client: TestClient) -> None:
    page = client.get(RECIPIENT).text
    assert "公文里没有它承担的任务。" in page
    assert "没有它发的公文。" in page
    assert re.findall(r'<li><a href="/notices/([^"]+)">([^<]+)</a> <span class="home">([^<]+)<', page) == [
        ("2024/%E6%B8%85%E7%90%86.txt", "关于开展清理工作的通知", "甲校〔2024〕3号，2024-03-01")
    ]
    assert "在台账里看" not in page


def test_bodies_without_tasks_are_named_below_the_list_when_words_are_looked_for(client: TestClient) -> None:
    assert bodies(client, "words=各科") == []
    named = re.findall(r'不承担任务的：<a href="([^"]+)">([^<]+)</a>', client.get("/bodies?words=各科").text)
    assert named == [("/bodies/%E5%90%84%E7%A7%91%E5%AE%A4", "各科室")]
    assert "不承担任务的" not in client.get("/bodies?words=人事").text
    assert "不承担任务的" not in client.get("/bodies?words=各科&home=甲").text
    assert "不承担任务的" not in client.get("/bodies").text


def test_a_search_leads_to_bodies_with_tasks_and_to_those_without(client: TestClient) -> None:
    chips = r'<li><a href="([^"]+)">([^<]+)</a></li>'
    assert re.findall(chips, client.get("/search?q=科室").text) == [("/bodies/%E5%90%84%E7%A7%91%E5%AE%A4", "各科室")]
    assert [words for _, words in re.findall(chips, client.get("/search?q=人事").text)] == ["人事处 · 2 项"]


def test_bars_stand_on_the_floor_and_fill_the_height() -> None:
    drawn = chart([Load("2020-01", 1, 0, 0), Load("2024-06", 2, 1, 0), Load("2024-07", 0, 0, 6)], TODAY)
    assert (len(drawn.bars), drawn.earlier, drawn.later, drawn.tasks) == (18, 1, 0, 10)
    june, july = drawn.bars[5:7]
    assert [block.sort for block in june.blocks] == ["done", "overdue"]
    assert june.blocks[0].y + june.blocks[0].height == HEIGHT
    assert (july.now, july.label, july.top) == (True, "7月", 16)
    assert [bar.year for bar in drawn.bars if bar.year] == ["2024", "2025"]
