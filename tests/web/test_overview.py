"""The page 总览: every figure is the number of rows of the page that it leads to, and new is what came since."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from extractor.store import changes
from extractor.store.database import writing
from extractor.web.application import application
from extractor.web.guard import Admission
from tests.web.conftest import HOST, TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.web.office import Office

STATES = {"aaa111": "已完成", "aab222": "中止"}


def linked(page: str) -> Iterator[tuple[int, str]]:
    """Figure and address of every link that counts tasks or problems."""
    link = r'<a href="([^"]+)">([^<]*(?:<strong>[^<]*</strong>[^<]*)?(?:<span>[^<]*)?)'
    for address, words in re.findall(link, page):
        figure = re.search(r"\d[\d,]*", re.sub(r"\d+ 天内", "", re.sub(r"<[^>]+>", " ", words)))
        if figure and address.startswith(("/tasks?", "/inbox/problems?")) and "task=" not in address:
            yield int(figure[0].replace(",", "")), unescape(address)


def write(office: Office, states: dict[str, str]) -> None:
    with writing(office.out) as ledger:
        ledger.executemany("INSERT INTO cells VALUES (?, '状态', ?, NULL)", states.items())


def rows(client: TestClient, address: str) -> int:
    page = client.get(address).text
    return int(re.findall(r'<p class="figure">([\d,]+) ', page)[0].replace(",", ""))


@pytest.mark.parametrize(
    "states",
    [
        pytest.param({}, id="都没有填"),
        pytest.param(STATES, id="办了两项"),
        pytest.param({"aaa111": "进行中", "bbb333": "已销号"}, id="进行中"),
        pytest.param({"aaa111": "待定"}, id="自己的说法"),
    ],
)
@pytest.mark.parametrize("days", [-20, 0, 5], ids=["都没到期", "一项超期", "两项超期"])
def test_every_figure_is_the_number_of_rows_behind_it(office: Office, states: dict[str, str], days: int) -> None:
    day = TODAY.replace(month=6, day=11) if days < 0 else TODAY.replace(day=1 + days)
    client = browser(replace(office, now=lambda: day))
    write(office, states)
    found = list(linked(client.get("/").text))
    assert len(found) >= 9
    assert {address: rows(client, address) for _, address in found} == {address: number for number, address in found}


def test_the_figures_are_those_of_the_sample(client: TestClient, office: Office) -> None:
    write(office, {"bbb333": "进行中"})
    figures = {urlsplit(address).query: number for number, address in linked(client.get("/").text)}
    assert figures["overdue=1&order=due"] == 1
    assert figures["due_after=2024-07-01&due_before=2024-07-15&unfinished=1&order=due"] == 1
    assert (figures["doubtful=1"], figures["since=0"], figures["severity=error"]) == (1, 3, 1)
    assert [figures[f"progress={each}"] for each in ("done", "begun", "left")] == [0, 1, 2]


def test_bodies_most_behind_come_first(client: TestClient) -> None:
    page = client.get("/").text
    shown = re.findall(r'<tr><td><a href="[^"]+">([^<]+)</a>.*?</tr>', page, re.DOTALL)
    assert shown == ["人事处", "党委组织部"]
    owners = [parse_qs(urlsplit(address).query)["owner"] for _, address in linked(page) if "owner=" in address]
    assert owners == [["人事处"], ["人事处"], ["党委组织部"]]


def test_lists_lead_to_the_task(client: TestClient) -> None:
    page = client.get("/").text
    assert '<a href="/tasks?task=bbb333">准备材料</a>' in page
    assert '<a href="/tasks?task=aaa111">梳理现行制度</a>' in page


def test_new_is_what_came_since_the_last_visit(client: TestClient, office: Office) -> None:
    assert "最近一次新增" in client.get("/").text
    assert new(client) == 0
    arrive(office, "aaa111")
    assert (new(client), new(client)) == (1, 1)  # looking again makes it no older
    client.post("/seen")
    assert new(client) == 0
    arrive(office, "bbb333")
    for name in [name for name in client.cookies if "since" in name]:  # the browser was closed
        client.cookies.delete(name)
    assert (new(client), new(client)) == (1, 1)


def new(client: TestClient) -> int:
    page = client.get("/").text
    assert "上次来过以后新增" in page
    return next(number for number, address in linked(page) if "since=" in address)


def arrive(office: Office, task: str) -> None:
    """A run in which a task comes into the ledger."""
    with writing(office.out) as ledger:
        run = ledger.execute("INSERT INTO runs (began, program) VALUES ('', '')").lastrowid
        changes.note(ledger, run or 0, [changes.Change(task, "甲.txt", "", changes.ADDED)])


@pytest.mark.parametrize("words", ["", "-1", "x", "9999", "1" * 40, "1e3"])
def test_what_the_browser_remembers_may_be_anything(client: TestClient, words: str) -> None:
    client.get("/")
    cookies = "; ".join(f"{name}={words}" for name in client.cookies)
    client.cookies.clear()
    answer = client.get("/", headers={"cookie": cookies})
    assert (answer.status_code, "最近一次新增" in answer.text) == (200, True)


def test_before_the_first_file_three_steps_are_told(office: Office) -> None:
    client = browser(replace(office, out=office.out.parent / "nowhere"))
    for address in ("/", "/tasks", "/inbox/problems"):
        page = client.get(address).text
        assert "还没有台账" in page
        assert re.findall(r"<li><strong>(\w+)</strong>", page) == ["收文", "核对", "办理"]
        assert 'href="/inbox">去收文</a>' in page


def test_a_ledger_without_tasks_has_its_figures(office: Office) -> None:
    with writing(office.out) as ledger:
        ledger.execute("DELETE FROM tasks")
        ledger.execute("DELETE FROM owners")
    page = browser(office).get("/").text
    assert "没有哪个部门有超期或快到期的任务。" in page


def browser(office: Office) -> TestClient:
    return TestClient(application(office, Admission(frozenset({HOST}))), base_url=f"http://{HOST}")


def test_words_of_the_ledger_are_inert(office: Office) -> None:
    evil = '"><img src=x onerror=alert(1)>' + "长" * 5000
    with writing(office.out) as ledger:
        ledger.execute("UPDATE problems SET message = ?, advice = ?, file = ?, place = ?", (evil,) * 4)
        ledger.execute("UPDATE documents SET title = ?", (evil,))
        ledger.execute("UPDATE files SET name = name || ?", (evil,))
        ledger.execute("UPDATE bodies SET home = ? || key", (evil,))
    client = browser(office)
    for address in ("/", "/inbox", "/inbox/problems"):
        assert "<img" not in client.get(address).text
