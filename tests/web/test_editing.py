"""Edits from the page 台账: what is saved, what is said, what can be undone, and what hostile words do."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest

from extractor.ledger.pending import is_pending
from tests.web.test_listing import listed

if TYPE_CHECKING:
    from httpx2 import Response
    from starlette.testclient import TestClient

    from extractor.web.office import Office

HTMX = {"hx-request": "true"}


def send(client: TestClient, address: str, **fields: str | list[str]) -> Response:
    """A form sent by a page; names of fields have no dots here: ``after_状态``."""
    named = {name.replace("_", "."): value for name, value in fields.items()}
    return client.post(address, data=named, headers=HTMX)


def said(answer: Response) -> list[str]:
    """The messages, a line each."""
    plain = re.findall(r"<p>(.*?)</p>", answer.text, re.DOTALL)
    return [html.unescape(re.sub(r"<[^>]+>", "", each)).strip() for each in plain]


def run_of(answer: Response) -> str:
    """The number by which the edit is undone."""
    return str(re.findall(r'name="run" value="(\d+)"', answer.text)[0])


def test_a_cell_is_saved_and_its_row_comes_back(client: TestClient, office: Office) -> None:
    answer = send(client, "/tasks/aaa111", view="row", seen_状态="", after_状态="已完成")
    assert said(answer)[0] == "已保存：状态“空”→“已完成”"
    assert re.findall(r'<tr id="task-(\w+)" class="(\w+)"', answer.text) == [("aaa111", "done")]
    assert listed(client, "status=已完成") == ["aaa111"]
    assert is_pending(office.out)


def test_what_was_saved_is_undone_and_done_again(client: TestClient) -> None:
    done = send(client, "/tasks/aaa111", view="row", seen_状态="", after_状态="已完成")
    back = send(client, "/tasks/undo", view="row", run=run_of(done))
    assert (said(back)[0], listed(client, "status=已完成")) == ("已撤销：状态“已完成”→“空”", [])
    send(client, "/tasks/undo", view="row", run=run_of(back))
    assert listed(client, "status=已完成") == ["aaa111"]


def test_the_second_of_two_people_is_told_and_may_choose(client: TestClient) -> None:
    send(client, "/tasks/aaa111", seen_备注="", after_备注="甲说")
    answer = send(client, "/tasks/aaa111", view="row", seen_备注="", after_备注="乙说")
    assert said(answer) == ["没有保存：“梳理现行制度”的备注刚才被别处改成了“甲说”，您写的是“乙说”。"]
    seen, after = (re.findall(rf'name="{name}\.备注"[^>]*>\n(.*?)<', answer.text)[0] for name in ("seen", "after"))
    assert (seen, after) == ("甲说", "乙说")
    assert "乙说" in said(send(client, "/tasks/aaa111", seen_备注=seen, after_备注=after))[0]


def test_a_correction_shows_what_was_found_and_goes_back(client: TestClient) -> None:
    panel = client.get("/tasks/aaa111/edit").text
    assert "原文“2024年6月底前” → 2024-06-30" in panel
    assert "deadline.read" in panel
    send(client, "/tasks/aaa111", seen_截止日期="2024-06-30", after_截止日期="2024/8/15")
    assert listed(client, "due_after=2024-08-15") == ["aaa111"]
    panel = client.get("/tasks/aaa111/edit").text
    assert "已更正；程序读作“2024-06-30”" in panel
    send(client, "/tasks/aaa111", restore="截止日期", seen_截止日期="2024-08-15", after_截止日期="2024-08-15")
    assert listed(client, "due_before=2024-06-30") == ["aaa111"]
    assert "已更正" not in client.get("/tasks/aaa111/edit").text


@pytest.mark.parametrize(
    ("column", "words", "told"),
    [
        pytest.param("截止日期", "月底", "不是日期，没有采用。请写成 2024-06-30 的样子", id="不是日期"),
        pytest.param("任务类别", "杂务", "不是任务类别，没有采用。", id="不是类别"),
        pytest.param("备注", "长" * 32_001, "太长，表格的一格装不下，没有采用。", id="太长"),
    ],
)
def test_what_cannot_be_meant_is_told_with_what_to_do(
    client: TestClient, column: str, words: str, told: str
) -> None:
    answer = client.post("/tasks/aaa111", data={f"seen.{column}": "", f"after.{column}": words}, headers=HTMX)
    assert told in said(answer)[0]
    assert "data-undo" not in answer.text


def test_ticked_rows_are_written_at_once_and_undone_together(client: TestClient) -> None:
    fields = {"task": ["aaa111", "bbb333"], "seen.状态": ["", ""], "seen.责任人": ["", ""], "after.状态": "进行中"}
    answer = client.post("/tasks/several", data={**fields, "after.责任人": "王某"}, headers=HTMX)
    assert said(answer)[0] == "已保存：4 处"
    assert listed(client, "status=进行中") == ["aaa111", "bbb333"]
    send(client, "/tasks/undo", run=run_of(answer))
    assert listed(client, "status=进行中") == []


def test_all_that_fit_are_written_and_no_others(client: TestClient) -> None:
    fields = {"all": "1", "query": "department=人事处", "after.状态": "已销号", "after.责任人": ""}
    assert said(client.post("/tasks/several", data=fields, headers=HTMX))[0] == "已保存：2 处"
    assert listed(client, "status=已销号") == ["aaa111", "bbb333"]


def test_a_task_by_hand_is_listed_and_found(client: TestClient) -> None:
    words = {"after_任务事项": "电话通知报送自查表", "after_牵头单位": "教务处", "after_截止日期": "2024-7-20"}
    answer = send(client, "/tasks/new", **words)
    assert said(answer)[0] == "已列入台账：电话通知报送自查表"
    (task,) = listed(client, "department=教务处")
    assert "（人工添加）" in client.get(f"/tasks?task={task}").text
    assert said(send(client, "/tasks/new", after_备注="急"))[0].startswith("台账：新增的任务没有写“任务事项”")


HOSTILE = [
    pytest.param("<script>alert(1)</script>", id="脚本"),
    pytest.param('"><img src=x onerror=alert(1)>', id="引号"),
    pytest.param("\u202e甲乙丙", id="反向"),
    pytest.param("甲\n乙", id="换行"),
    pytest.param("{{ 7*7 }}", id="模板"),
    pytest.param("长" * 5_000, id="很长"),
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_words(client: TestClient, words: str) -> None:
    answer = send(client, "/tasks/aaa111", view="row", seen_备注="", after_备注=words)
    others = ("/tasks", "/tasks/aaa111/edit", "/tasks/aaa111/history")
    pages = [answer.text, *(client.get(each).text for each in others)]
    assert not any("<script>alert" in page or "<img src=x" in page for page in pages)
    assert html.escape(words, quote=True).replace("&quot;", "&#34;") in pages[1]


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        pytest.param("/tasks/zzz999", {"seen.状态": "", "after.状态": "已完成"}, id="没有这项任务"),
        pytest.param("/tasks/aaa111", {"seen.规则": "", "after.规则": "x"}, id="不能改的栏"),
        pytest.param("/tasks/aaa111", {}, id="什么也没有"),
        pytest.param("/tasks/undo", {"run": "1"}, id="撤销公文"),
        pytest.param("/tasks/undo", {"run": "\uff19\uff19"}, id="不是数"),
        pytest.param("/tasks/undo", {"run": "9" * 40}, id="很大的数"),
        pytest.param("/tasks/several", {"task": ["aaa111"]}, id="没有写填什么"),
        pytest.param("/tasks/several", {"all": "1", "query": "due_before=六月"}, id="没有写填什么，全部"),
    ],
)
def test_forms_that_no_page_sends_change_nothing(
    client: TestClient, office: Office, address: str, fields: dict[str, str]
) -> None:
    assert client.post(address, data=fields, headers=HTMX).status_code == 200
    assert not is_pending(office.out)


def test_without_script_a_form_goes_back_to_the_table(client: TestClient) -> None:
    answer = client.post("/tasks/aaa111", data={"seen.状态": "", "after.状态": "已完成"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/tasks")


@pytest.mark.parametrize("address", ["/tasks/zzz999/edit", "/tasks/zzz999/history", "/tasks/export.exe"])
def test_what_is_not_there_is_not_found(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_the_history_tells_who_wrote_what(client: TestClient) -> None:
    send(client, "/tasks/aaa111", seen_状态="", after_状态="已完成")
    cells = re.findall(r"<td>(.*?)</td>", client.get("/tasks/aaa111/history").text)
    assert cells[:4] == ["状态", "", "已完成", "工作台"]
