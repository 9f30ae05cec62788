"""The page 检索: what it finds, where its links lead, and that nothing of a notice becomes markup."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from starlette.testclient import TestClient

NOTICE = "/notices/2024/%E6%B8%85%E7%90%86.txt#:~:text=%E5%88%B6%E5%BA%A6"


def linked(page: str) -> list[str]:
    """The addresses of what was found, in order, each once."""
    return list(dict.fromkeys(unescape(each) for each in re.findall(r'class="(?:pieces )?title" href="([^"]+)"', page)))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("q=制度", [NOTICE, "/tasks?task=aaa111"], id="公文和任务"),
        pytest.param("q=制度&part=task", ["/tasks?task=aaa111"], id="只看任务"),
        pytest.param("q=准备 材料&part=task", ["/tasks?task=bbb333"], id="两处都要有"),
        pytest.param("q=准备 制度", [], id="不在一处"),
        pytest.param("q=", [], id="没有写字"),
        pytest.param("q=制度&part=king", [NOTICE, "/tasks?task=aaa111"], id="没有的类"),
        pytest.param("q=制度&part=task&page=99", ["/tasks?task=aaa111"], id="没有那么多页"),
        pytest.param("q=" + "制" * 5000, [], id="五千个字"),
        pytest.param("q=%00%27%22*(", [], id="引号和零字节"),
    ],
)
def test_the_words_of_the_address_are_found(client: TestClient, query: str, found: list[str]) -> None:
    answer = client.get(f"/search?{query}")
    assert answer.status_code == 200
    assert linked(answer.text) == found


@pytest.mark.parametrize(
    ("words", "place"),
    [
        pytest.param("甲校〔2024〕3号", "/notices/2024/%E6%B8%85%E7%90%86.txt", id="文号"),
        pytest.param("甲校[2024]第03号", "/notices/2024/%E6%B8%85%E7%90%86.txt", id="文号随便怎么写"),
        pytest.param("aaa111", "/tasks?task=aaa111", id="编号"),
        pytest.param("aaa11", "/tasks?task=aaa111", id="编号的开头"),
    ],
)
def test_what_names_one_thing_leads_straight_to_it(client: TestClient, words: str, place: str) -> None:
    answer = client.get("/search", params={"q": words}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, place)


def test_the_words_are_marked_where_they_stand(client: TestClient) -> None:
    page = client.get("/search?q=现行 梳理&part=task").text
    assert "<mark>梳理</mark><mark>现行</mark>制度。" in page


def test_a_department_is_offered_by_any_part_of_its_name(client: TestClient) -> None:
    assert 'href="/bodies/%E4%BA%BA%E4%BA%8B%E5%A4%84">人事处 · 2 项' in client.get("/search?q=人事").text


def test_where_nothing_is_found_the_page_says_what_to_try(client: TestClient) -> None:
    assert "没有找到“&lt;script&gt;”" in client.get("/search?q=<script>").text
