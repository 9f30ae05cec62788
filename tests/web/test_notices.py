"""The pages 公文: which files the list shows for which address, and what a notice says of its marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from extractor.export.record import record
from extractor.model.found import Found
from extractor.model.notice import Analysis, Document, Frame
from extractor.model.source import Source
from extractor.model.span import Span
from tests.commands.sample_ledger import PLAN
from tests.export.notice_view.reading_back import tags_of, text_of
from tests.ledger.kept import keep

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from extractor.web.office import Office

ELEMENTS = frozenset({
    "html", "head", "meta", "title", "link", "script", "body", "a", "header", "nav", "main", "div", "h1", "h2", "p",
    "span", "form", "label", "input", "select", "option", "button", "kbd", "table", "thead", "tbody", "tr", "th", "td",
    "ol", "ul", "li", "article", "section", "aside", "bdi", "dialog", "dl", "dt", "dd", "blockquote", "time",
})  # fmt: skip
PLACE = "/notices/2024/清理.txt"


@pytest.mark.parametrize(
    ("query", "files"),
    [
        pytest.param("", ["2024/清理.txt", "坏文件.pdf", "推进会.txt"], id="全部，读不了的也在"),
        pytest.param("document=甲校[2024]03号", ["2024/清理.txt"], id="文号随便怎么写"),
        pytest.param("document=文件", ["坏文件.pdf"], id="文件名"),
        pytest.param("words=台账 办公室", ["2024/清理.txt"], id="正文"),
        pytest.param("date_from=2024-03-01&date_to=2024-03-01", ["2024/清理.txt"], id="成文那天"),
        pytest.param("date_to=2024-02-29", [], id="没有成文日期的不算早"),
        pytest.param("issuer=教育局", [], id="发文机关"),
        pytest.param("status=failed", ["坏文件.pdf"], id="读不了的"),
        pytest.param("status=ok&order=tasks", ["2024/清理.txt", "推进会.txt"], id="任务多的在前"),
        pytest.param("order=newest", ["2024/清理.txt", "坏文件.pdf", "推进会.txt"], id="新的在前"),
        pytest.param("order=;DROP&page=1e9&status=best", ["2024/清理.txt", "坏文件.pdf", "推进会.txt"], id="胡写"),
        pytest.param("page=99", ["2024/清理.txt", "坏文件.pdf", "推进会.txt"], id="没有那么多页"),
    ],
)
def test_the_address_says_which_files_are_listed(client: TestClient, query: str, files: list[str]) -> None:
    answer = client.get(f"/notices?{query}")
    assert answer.status_code == 200
    assert re.findall(r'data-file="([^"]+)"', answer.text) == files


def test_the_list_says_what_is_wrong_with_a_file(client: TestClient) -> None:
    row = client.get("/notices?status=failed").text
    assert '<span class="status">失败</span>' in row
    assert "坏文件.pdf：文件设有打开密码，未能读取" in row


def test_a_condition_that_cannot_be_read_is_told(client: TestClient) -> None:
    assert "“到”写的“去年”没有看懂，没有用它筛选。" in client.get("/notices?date_to=去年").text


def test_a_notice_reads_as_it_was_written(client: TestClient) -> None:
    page = client.get(PLACE).text
    paper = page[page.index('<article class="paper"') : page.index("</article>")] + "</article>"
    assert text_of(paper) == "".join(PLAN.split())
    assert re.findall(r'<a href="(#[^"]+)" title="([^"]+)"', page) == [
        ("#document-d1", "关于开展清理工作的通知"), ("#section-17", "一、清理制度"),
    ]  # fmt: skip
    assert re.findall(r'data-row="(\w+)"', page) == ["aaa111", "aab222"]


@pytest.mark.parametrize(
    ("key", "said"),
    [
        pytest.param("task-aaa111", ["任务", "梳理现行制度", "原文标明了责任或时限", "/tasks/aaa111/edit"], id="任务"),
        pytest.param("aaa111.owner.1", ["责任", "人事处", "/bodies/", "梳理现行制度"], id="责任单位"),
        pytest.param("aaa111.deadline", ["完成时限", "2024年6月底前", "日期 2024-06-30"], id="时限"),
        pytest.param("d1.reference.0", ["引用文件", "依据", "《档案管理规定》", "这份文件不在语料中"], id="引用"),
        pytest.param("d1.recipients.0", ["主送机关", "各科室"], id="主送机关"),
    ],
)
def test_a_mark_says_what_was_found_and_why(client: TestClient, key: str, said: list[str]) -> None:
    part = client.get(f"{PLACE}?fact={key}", headers={"hx-request": "true"}).text
    assert [words for words in said if words not in part] == []
    assert "<html" not in part
    whole = client.get(f"{PLACE}?fact={key}").text
    assert part.strip() in whole


def test_an_assumption_is_named(client: TestClient) -> None:
    part = client.get("/notices/推进会.txt?fact=bbb333.deadline", headers={"hx-request": "true"}).text
    assert "没有成文日期，年份按读取时的日期推算" in part


@pytest.mark.parametrize("key", ["task-nobody", "aaa111.owner.99", "'", "d1.title.0.0", "problem.x"])
def test_a_mark_that_is_not_there_is_no_error(client: TestClient, key: str) -> None:
    answer = client.get(f"{PLACE}?fact={key}", headers={"hx-request": "true"})
    assert answer.status_code == 200
    assert "点文中标出的字" in answer.text


@pytest.mark.parametrize("name", ["没有.txt", "2024", "../ledger.db", "2024/清理.txt/", ""])
def test_a_notice_that_the_ledger_does_not_hold_is_not_found(client: TestClient, name: str) -> None:
    answer = client.get(f"/notices/{quote(name)}", follow_redirects=False)
    assert answer.status_code in {307, 404}


def test_a_file_that_was_not_read_says_why(client: TestClient) -> None:
    page = client.get("/notices/坏文件.pdf").text
    assert "坏文件.pdf：文件设有打开密码，未能读取" in page
    assert "没有正文" in page


@pytest.mark.parametrize(
    "name",
    [
        pytest.param('<script>alert(1)</script>".txt', id="脚本"),
        pytest.param("a?b#c&amp;d+e.txt", id="网址里的符号"),
        pytest.param("x" * 5000, id="很长的词"),
        pytest.param("\u202e倒\u2066的.txt", id="反向书写"),
        pytest.param("{{ office }}{% raw %}", id="模板"),
    ],
)
def test_hostile_names_and_titles_are_only_words(client: TestClient, office: Office, name: str) -> None:
    source = Source(name, f"{name}\n正文", "txt", "e")
    title = _found(name)
    document = Document("d9", "notice", None, Span(0, len(source.text)), Frame(title=title, issuers=(title,)))
    keep([record(Analysis(source, (document,)))], office.out)
    listing = client.get("/notices").text
    address = re.search(r'<a href="(/notices/[^"?#]+)">', listing)
    assert address
    page = client.get(address[1]).text
    for shown in (listing, page):
        assert "<script>alert" not in shown
        assert tags_of(shown) <= ELEMENTS
    paper = page[page.index('<article class="paper"') : page.index("</article>")] + "</article>"
    assert text_of(paper) == "".join(source.text.split())


def _found(words: str) -> Found[str]:
    return Found(words, Span(0, len(words)), "frame.title")


def test_many_files_are_shown_page_by_page(client: TestClient, office: Office) -> None:
    keep([record(Analysis(Source(f"{at:03}.txt", "正文", "txt", f"{at}"))) for at in range(120)], office.out)
    page = client.get("/notices?page=3&order=title").text
    assert len(re.findall("data-file=", page)) == 20
    assert "第 3 / 3 页" in page
    assert 'rel="prev" href="/notices?order=title&amp;page=2"' in page


def test_before_the_first_file_the_page_says_where_to_begin(client: TestClient, office: Office) -> None:
    (office.out / "ledger.db").unlink()
    assert "还没有台账" in client.get("/notices").text
