"""The page 时间: what stands on which day, which days are free, and where the links lead."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from extractor.ledger.timetable import Moment, each_once, moments, reckon
from extractor.store.database import reading
from extractor.store.questions.tasks.question import TaskQuestion
from extractor.web.time_page.address import asked

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from extractor.web.office import Office

TODAY = dt.date(2024, 7, 1)


def days(client: TestClient, query: str) -> dict[str, list[str]]:
    """Day of the calendar → the tasks that stand on it."""
    page = client.get(f"/time?{query}").text
    calendar = page[page.index("<tbody>") : page.index("</tbody>")]
    cells = re.split(r'<time datetime="([\d-]+)">', calendar)[1:]
    found = {day: re.findall(r"/tasks\?task=(\w+)", cell) for day, cell in zip(cells[::2], cells[1::2], strict=True)}
    return {day: tasks for day, tasks in found.items() if tasks}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("", {"2024-07-05": ["bbb333"], "2024-07-25": ["aab222"]}, id="本月"),
        pytest.param("month=2024-06", {"2024-06-25": ["aab222"], "2024-06-30": ["aaa111"]}, id="六月"),
        pytest.param("month=2024-03", {"2024-03-25": ["aab222"]}, id="周期任务从印发之后开始"),
        pytest.param("month=2024-02", {}, id="印发之前没有"),
        pytest.param("month=2024-07&kind=meeting", {"2024-07-05": ["bbb333"]}, id="类别"),
        pytest.param("month=2024-07&department=组织部", {}, id="部门"),
        pytest.param("month=七月&kind=king&day=x", {"2024-07-05": ["bbb333"], "2024-07-25": ["aab222"]}, id="胡写"),
        pytest.param("month=9999-12", {"2024-07-05": ["bbb333"], "2024-07-25": ["aab222"]}, id="没有的年份"),
    ],
)
def test_the_address_says_what_stands_on_the_days(client: TestClient, query: str, found: dict[str, list[str]]) -> None:
    assert days(client, query) == found


def test_done_tasks_leave_the_calendar(client: TestClient, office: Office) -> None:
    assert "bbb333" in str(days(client, ""))
    with_done(office, "bbb333")
    assert "bbb333" not in str(days(client, ""))


def with_done(office: Office, task: str) -> None:
    """What staff wrote, as any command would."""
    from extractor.store import runs  # noqa: PLC0415 - this test alone writes
    from extractor.store.database import writing  # noqa: PLC0415

    with writing(office.out) as ledger:
        runs.begin(ledger, None, "test")
        ledger.execute("INSERT INTO cells VALUES (?, '状态', '已完成', NULL)", (task,))


def test_a_day_lists_its_tasks_below_the_month(client: TestClient) -> None:
    page = client.get("/time?day=2024-07-05").text
    section = page[page.index('id="day"') : page.index('class="ahead"')]
    assert "7月5日，1 项" in section
    assert re.findall(r'data-task="(\w+)"', section) == ["bbb333"]
    assert "due_after=2024-07-05&amp;due_before=2024-07-05" in section


def test_of_recurring_tasks_the_list_ahead_shows_the_next_turn_only(client: TestClient) -> None:
    page = client.get("/time").text
    ahead = page[page.index('class="ahead"') :]
    assert "今后 90 天，2 项" in ahead
    assert re.findall(r'data-task="(\w+)"', ahead) == ["bbb333", "aab222"]


def test_holidays_and_days_worked_instead_are_marked_where_the_year_is_known(client: TestClient) -> None:
    page = client.get("/time?month=2024-10").text
    assert (page.count('放假">休'), page.count('调休上班">班')) == (5, 1)
    assert "国庆节" in page
    assert "这一年的放假安排还不知道，只按周末标休息日。" in client.get("/time?month=2099-10").text


def test_a_list_of_days_is_never_longer_than_a_quarter() -> None:
    wanted = asked({"day": "2024-07-05", "until": "2099-01-01"}, TODAY)
    assert wanted.until == dt.date(2024, 10, 5)
    assert asked({"day": "2024-07-05", "until": "2024-01-01"}, TODAY).until == dt.date(2024, 7, 5)


def test_a_time_counts_once_however_often_it_comes(office: Office) -> None:
    with reading(office.out) as ledger:
        found = moments(ledger, reckon(ledger), TaskQuestion(), dt.date(2024, 6, 1), dt.date(2024, 8, 31))
    assert [each.task for each in found] == ["aab222", "aaa111", "bbb333", "aab222", "aab222"]
    assert [(each.task, str(each.day)) for each in each_once(found) if each.again] == [("aab222", "2024-06-25")]


def test_only_what_comes_once_and_is_due_can_be_late() -> None:
    day = dt.date(2024, 6, 30)
    assert Moment(day, "", "aaa111").can_be_late
    assert not Moment(day, "", "aaa111", "每月", again=True).can_be_late
    assert not Moment(day, "", "aaa111", "开始", begins=True).can_be_late
