"""Export of what the page shows: the same tasks in the same order, under a name that says what they are."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING
from urllib.parse import unquote

import openpyxl
import pytest

if TYPE_CHECKING:
    from starlette.testclient import TestClient


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("query", "tasks"),
    [
        pytest.param("", ["aaa111", "aab222", "bbb333"], id="全部"),
        pytest.param("department=人事处&order=due-last", ["bbb333", "aaa111"], id="筛选并倒排"),
        pytest.param("words=没有的字", [], id="没有"),
        pytest.param("size=50&page=2", ["aaa111", "aab222", "bbb333"], id="各页都在内"),
    ],
)
def test_the_file_holds_what_was_asked_for_in_its_order(client: TestClient, query: str, tasks: list[str]) -> None:
    found = rows(client.get(f"/tasks/export.csv?{query}").content)
    assert [row["任务编号"] for row in found] == tasks
    assert [row["序号"] for row in found] == [str(number) for number in range(1, len(tasks) + 1)]


def test_a_correction_and_a_state_stand_in_the_workbook(client: TestClient) -> None:
    cells = {"seen.截止日期": "2024-06-30", "after.截止日期": "2024-08-15", "seen.状态": "", "after.状态": "进行中"}
    client.post("/tasks/aaa111", data=cells)
    book = openpyxl.load_workbook(io.BytesIO(client.get("/tasks/export.xlsx?task=aaa111").content))
    header, row = list(book["全部任务"].iter_rows(values_only=True))[:2]
    found = dict(zip(header, row, strict=True))
    assert (str(found["截止日期"])[:10], found["状态"]) == ("2024-08-15", "进行中")


def test_the_calendar_has_the_days_of_the_tasks(client: TestClient) -> None:
    answer = client.get("/tasks/export.ics?department=人事处")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.text.count("BEGIN:VEVENT") == 2


@pytest.mark.parametrize(
    ("query", "name"),
    [
        pytest.param("", "任务台账.xlsx", id="全部"),
        pytest.param("department=人事处&overdue=1", "任务台账（人事处，已超期）.xlsx", id="条件"),
        pytest.param("words=../../etc:*?", "任务台账（etc）.xlsx", id="路径"),
        pytest.param("words=甲%0D%0ASet-Cookie: x", "任务台账（甲  Set-Cookie  x）.xlsx", id="换行"),
        pytest.param("words=" + "长" * 300, "任务台账（" + "长" * 40 + "）.xlsx", id="很长"),
    ],
)
def test_the_name_of_the_file_says_what_it_holds(client: TestClient, query: str, name: str) -> None:
    header = client.get(f"/tasks/export.xlsx?{query}").headers["content-disposition"]
    assert unquote(header) == f"attachment; filename*=UTF-8''{name}"


def test_many_tasks_are_written_by_another_process(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    few = client.get("/tasks/export.csv").content
    monkeypatch.setattr("extractor.web.ledger_page.exporting._FEW", 0)
    assert client.get("/tasks/export.csv").content == few
