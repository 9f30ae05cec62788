"""The page 收文: the list of files, taking away and bringing back, how a reading stands, and problems."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

import pytest

from extractor.ingest.pulse import PageBegun
from extractor.messages import Message
from extractor.web.inbox_page.trash import FOLDER
from extractor.web.work import Readings, Wish
from extractor.web.work.state import State
from extractor.web.work.told import FileRead

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from extractor.web.office import Office

EVIL = '"><img src=x onerror=alert(1)>\u202e'


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Wish]:
    """Readings that were asked for, none of which is made."""
    found: list[Wish] = []
    monkeypatch.setattr(Readings, "ask", lambda _, wish=None: found.append(wish or Wish()))
    return found


@pytest.fixture
def filled(office: Office) -> Office:
    """The folder holds one of the two notices of the ledger, and one that was not read yet."""
    (office.corpus / "2024").mkdir(parents=True)
    (office.corpus / "2024" / "清理.txt").write_text("甲", "utf-8")
    (office.corpus / "新.docx").write_text("乙", "utf-8")
    return office


def rows(client: TestClient, query: str = "") -> list[str]:
    """The rows of the list, blanks aside."""
    answer = client.get(f"/inbox?{query}")
    assert answer.status_code == 200
    found = re.findall(r'<tr class="\w+">(.*?)</tr>', answer.text, re.DOTALL)
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", row)).split()) for row in found]


@pytest.mark.usefixtures("filled")
def test_every_file_of_the_folder_and_of_the_ledger_is_listed(client: TestClient) -> None:
    assert rows(client) == [
        "2024/清理.txt 已读完 2 3 Bytes 2026-03-02 09:30 重读 移走",
        "坏文件.pdf 已不在文件夹 1 2026-03-02 09:30",
        "推进会.txt 已不在文件夹 1 1 2026-03-02 09:30",
        "新.docx 等待读取 3 Bytes 重读 移走",
    ]


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("query", "names"),
    [
        pytest.param("status=new", ["新.docx"], id="等待读取"),
        pytest.param("status=away&words=推进", ["推进会.txt"], id="已不在文件夹"),
        pytest.param("words=2024/", ["2024/清理.txt"], id="文件夹"),
        pytest.param("status=trash", [], id="已移走"),
        pytest.param("status=king&page=x", ["2024/清理.txt", "坏文件.pdf", "推进会.txt", "新.docx"], id="胡写"),
    ],
)
def test_the_address_narrows_the_list(client: TestClient, query: str, names: list[str]) -> None:
    assert [row.split()[0] for row in rows(client, query)] == names


def test_a_long_list_is_paged(client: TestClient, office: Office) -> None:
    office.corpus.mkdir()
    for number in range(250):
        (office.corpus / f"{number:03}.txt").touch()
    assert [len(rows(client, f"page={number}&status=new")) for number in (1, 2, 3, 9)] == [100, 100, 50, 50]


def test_an_empty_office_says_what_to_do(client: TestClient, office: Office) -> None:
    (office.out / "ledger.db").unlink()
    assert "文件夹还是空的。拖几份公文进来" in client.get("/inbox").text
    assert "还没有台账" in client.get("/inbox/problems").text


def test_taking_away_is_asked_first(client: TestClient, filled: Office) -> None:
    (client.get("/tasks"), client.get("/inbox"))
    page = client.get("/inbox/remove?name=2024/清理.txt").text
    assert "其中 2 项任务随后离开台账" in page
    assert (filled.corpus / "2024" / "清理.txt").exists()


def test_a_file_taken_away_can_be_brought_back(client: TestClient, filled: Office, asked: list[Wish]) -> None:
    page = client.post("/inbox/remove?name=2024/清理.txt")
    assert "已移走“2024/清理.txt”" in page.text
    assert (filled.corpus / FOLDER / "2024" / "清理.txt").is_file()
    assert not (filled.corpus / "2024").exists()
    assert rows(client, "status=trash") == ["2024/清理.txt 已移走 3 Bytes 放回去"]
    assert "已放回“2024/清理.txt”" in client.post("/inbox/restore?name=2024/清理.txt").text
    assert (filled.corpus / "2024" / "清理.txt").read_text("utf-8") == "甲"
    assert asked == [Wish(sure=True)] * 2
    assert not (filled.corpus / FOLDER / "2024").exists()


def test_bringing_back_does_not_overwrite(client: TestClient, filled: Office) -> None:
    client.post("/inbox/remove?name=新.docx")
    (filled.corpus / "新.docx").write_text("丙", "utf-8")
    assert "已放回“新（2）.docx”" in client.post("/inbox/restore?name=新.docx").text
    assert (filled.corpus / "新.docx").read_text("utf-8") == "丙"


@pytest.mark.parametrize("act", ["remove", "restore"])
@pytest.mark.parametrize(
    "name",
    ["", "没有.txt", "../outputs/ledger.db", "/etc/passwd", "2024", "2024/../新.docx", "链接.txt", "a%00b", "..%5Cx"],
)
def test_nothing_else_is_moved(client: TestClient, filled: Office, act: str, name: str) -> None:
    (filled.corpus / "链接.txt").symlink_to(filled.out / "ledger.db")
    assert client.post(f"/inbox/{act}?name={name}").status_code == 404
    assert (filled.out / "ledger.db").is_file()


@pytest.mark.parametrize(
    ("query", "wish"),
    [
        pytest.param("", Wish(), id="新文件"),
        pytest.param("again=甲.txt", Wish(frozenset({"甲.txt"})), id="一份"),
        pytest.param("everything=1", Wish(everything=True), id="全部"),
        pytest.param("sure=1", Wish(sure=True), id="仍要读取"),
    ],
)
def test_buttons_ask_for_readings(client: TestClient, asked: list[Wish], query: str, wish: Wish) -> None:
    assert client.post(f"/inbox/reading?{query}").status_code == 200
    assert asked == [wish]


IDLE = State(ended=1)


@pytest.mark.parametrize(
    ("state", "says"),
    [
        pytest.param(State(), "没有正在读取的文件。", id="没有"),
        pytest.param(State("soon"), "马上开始读取", id="马上"),
        pytest.param(State("elsewhere"), "另一个程序正在写台账", id="被占用"),
        pytest.param(State("looking"), "正在看哪些文件是新的", id="查看"),
        pytest.param(State("reading", 3, 10), "正在读取：3 / 10 份", id="读取"),
        pytest.param(
            State("reading", scans=(PageBegun("扫描<甲>.pdf", 3, 12),)),
            "正在识别 扫描<甲>.pdf ：第 3 页，共 12 页", id="识别",
        ),
        pytest.param(
            State("reading", 1, 2, scans=(PageBegun("传真.tif", 4, 0),)),
            "正在识别 传真.tif ：第 4 页", id="识别，不知几页",
        ),
        pytest.param(State("writing", 10, 10), "10 份都读完了，正在整理台账", id="整理"),
        pytest.param(IDLE, "没有新的文件要读。", id="没有新的"),
        pytest.param(replace(IDLE, files=2, documents=3, tasks=9, timed=7, doubtful=1, unread=1),
                     "共读 2 份文件：公文 3 份、任务 9 项，有时限 7 项、需核对 1 项；1 份读不了。", id="读完"),
        pytest.param(replace(IDLE, trouble=Message("甲：坏了", "请修")), "甲：坏了 请修", id="出错"),
        pytest.param(replace(IDLE, foreign=12), "台账里的 12 份文件，没有一份在", id="别的文件夹"),
        pytest.param(replace(IDLE, stopped=True, files=2), "已停止。读完的 2 份都保存着", id="停止"),
    ],
)  # fmt: skip
def test_how_a_reading_stands_is_said(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, state: State, says: str
) -> None:
    monkeypatch.setattr(Readings, "state", state)
    part = client.get("/inbox/reading").text
    plain = re.sub(r"<[^>]+>", " ", re.sub(r"</?(strong|code)>", "", part))
    assert says in " ".join(unescape(plain).split())
    assert ('hx-trigger="every 1s' in part) == state.busy


def test_what_is_shown_elsewhere_is_renewed_when_the_ledger_changed(client: TestClient) -> None:
    known = re.findall(r"known=([\d-]+)", client.get("/inbox").text)[0]
    assert "hx-trigger" not in client.get(f"/inbox/reading?known={known}").headers
    answer = client.get("/inbox/reading?known=0-0")
    assert answer.headers["hx-trigger"] == "ledger-changed"
    assert '<p id="inbox-said" hx-swap-oob="innerHTML">台账有变化，文件表已更新。</p>' in answer.text


def test_words_of_a_file_are_inert(client: TestClient, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.corpus.mkdir()
    (office.corpus / EVIL.replace("/", "")).touch()
    results = (FileRead(EVIL, "failed", 0, 0, 0, 0, ((EVIL, EVIL),)),)
    monkeypatch.setattr(Readings, "results", results)
    for address in (f"/inbox?words={EVIL}&moved={EVIL}", f"/inbox?back={EVIL}", f"/inbox/problems?file={EVIL}"):
        page = client.get(address).text
        assert "&#34;&gt;&lt;img src=x" in page
        assert "<img" not in page
        assert '""><' not in page


def test_problems_are_listed_with_advice_and_place(client: TestClient) -> None:
    page = client.get("/inbox/problems").text
    assert "1 个问题" in page
    assert "坏文件.pdf：" in page
    assert '<a href="/notices/%E5%9D%8F%E6%96%87%E4%BB%B6.pdf">看原文</a>' in page
    assert "没有这样的问题" in client.get("/inbox/problems?severity=info").text
