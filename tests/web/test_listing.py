"""The page 台账: which tasks it lists for which address, and what it says of conditions that it cannot read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from extractor.web.office import Office


def listed(client: TestClient, query: str) -> list[str]:
    """The tasks on the page, in its order."""
    answer = client.get(f"/tasks?{query}")
    assert answer.status_code == 200
    return re.findall(r'data-task="(\w+)"', answer.text)


@pytest.mark.parametrize(
    ("query", "tasks"),
    [
        pytest.param("", ["aaa111", "aab222", "bbb333"], id="全部"),
        pytest.param("department=人事处", ["aaa111", "bbb333"], id="部门"),
        pytest.param("department=人事处&role=actor", ["bbb333"], id="部门和角色"),
        pytest.param("kind=submission", ["aab222"], id="类别"),
        pytest.param("document=甲校[2024]03号", ["aaa111", "aab222"], id="文号随便怎么写"),
        pytest.param("due_before=2024-06-30", ["aaa111"], id="截止日期"),
        pytest.param("due_after=2024-07-01", ["bbb333"], id="起始日期"),
        pytest.param("overdue=1", ["aaa111"], id="今天已超期"),
        pytest.param("doubtful=1", ["bbb333"], id="需核对"),
        pytest.param("recurring=1", ["aab222"], id="周期"),
        pytest.param("words=台账", ["aab222"], id="文字"),
        pytest.param("order=due", ["aaa111", "bbb333", "aab222"], id="按时限，没有日期的在后"),
        pytest.param("order=due-last", ["bbb333", "aaa111", "aab222"], id="按时限倒排"),
        pytest.param("role=king", ["aaa111", "aab222", "bbb333"], id="没有的角色"),
        pytest.param("due_before=六月", ["aaa111", "aab222", "bbb333"], id="不是日期"),
        pytest.param("order=; DROP TABLE tasks&page=-1&size=1e9", ["aaa111", "aab222", "bbb333"], id="胡写"),
        pytest.param("page=99", ["aaa111", "aab222", "bbb333"], id="没有那么多页"),
        pytest.param("words=%00%27%22", [], id="引号和零字节"),
    ],
)
def test_the_address_says_which_tasks_are_listed(client: TestClient, query: str, tasks: list[str]) -> None:
    assert listed(client, query) == tasks


def test_a_condition_that_cannot_be_read_is_told(client: TestClient) -> None:
    assert "“不晚于”写的“六月”没有看懂，没有用它筛选。" in client.get("/tasks?due_before=六月").text


def test_every_condition_can_be_taken_away(client: TestClient) -> None:
    page = client.get("/tasks?department=人事处&role=actor&page=1").text
    assert 'href="/tasks?role=actor" title="去掉这个条件">部门：人事处' in page
    assert 'title="去掉这个条件">角色：actor' not in page


def test_before_the_first_file_the_page_says_where_to_begin(client: TestClient, office: Office) -> None:
    (office.out / "ledger.db").unlink()
    assert "还没有台账" in client.get("/tasks").text
