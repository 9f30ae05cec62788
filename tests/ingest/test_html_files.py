"""Pages in every encoding, inside MHTML, under any name; damaged ones; pages made to break the reader."""

from __future__ import annotations

import base64
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.ingest import limits
from extractor.ingest.read import read_bytes
from extractor.model.errors import (
    EmptyFile,
    ExtractorError,
    LimitExceeded,
    ScanWithoutText,
    UnknownEncoding,
    UnreadableFile,
)
from extractor.model.problem import Problem
from tests.ingest.html_pages import BODY, BODY_LINES

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

OLD = "<p>各縣市教育局：</p><p>請各單位於六月底前報送總結報告，並加強檢查。</p>"
OLD_LINES = ["各縣市教育局：", "請各單位於六月底前報送總結報告，並加強檢查。"]

ENCODINGS = [
    pytest.param(BODY, "utf-8", "utf-8", BODY_LINES, id="UTF-8"),
    pytest.param(BODY, "utf-8-sig", "gb2312", BODY_LINES, id="带标记而声明有误"),
    pytest.param(BODY, "gb18030", "gb2312", BODY_LINES, id="GB2312"),
    pytest.param(BODY, "gb18030", "utf-8", BODY_LINES, id="GBK 而声明 UTF-8"),
    pytest.param(BODY, "utf-8", "gbk", BODY_LINES, id="UTF-8 而声明 GBK"),
    pytest.param(BODY, "utf-16", "utf-8", BODY_LINES, id="UTF-16"),
    pytest.param(BODY, "gb18030", "no-such-code", BODY_LINES, id="声明不存在的编码"),
    pytest.param(BODY, "gb18030", "base64", BODY_LINES, id="声明的不是文字编码"),
    pytest.param(OLD, "cp950", "big5", OLD_LINES, id="Big5"),
    pytest.param(OLD, "gb18030", "gbk", OLD_LINES, id="GBK 繁体"),
]


@pytest.mark.parametrize(("body", "encoding", "stated", "lines"), ENCODINGS)
def test_a_page_is_read_in_its_encoding(
    body: str, encoding: str, stated: str, lines: list[str], book: RuleBook
) -> None:
    page = f"<html><head><meta charset='{stated}'></head><body>{body}"
    source = read_bytes(page.encode(encoding), "a.html", book)
    assert (source.text.splitlines(), source.reader, source.problems) == (lines, "html", ())


STATEMENTS = [
    pytest.param(b"<%@LANGUAGE='VBSCRIPT' CODEPAGE=\"950\"%>", id="ASP"),
    pytest.param(b'<%@ page contentType="text/html;charset=Big5" %>', id="JSP"),
    pytest.param(b'<?xml version="1.0" encoding="big5"?>', id="XHTML"),
]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_encoding_may_be_stated_to_the_server(statement: bytes, book: RuleBook) -> None:
    source = read_bytes(statement + b"<html>" + OLD.encode("cp950"), "a.asp", book)
    assert (source.text.splitlines(), source.problems) == (OLD_LINES, ())


def test_broken_bytes_are_said(book: RuleBook) -> None:
    page = b"<html><meta charset=utf-8>" + BODY.encode() + b"<p>\xe5\x8f</p>" * 2
    source = read_bytes(page, "a.html", book)
    assert source.text.splitlines()[: len(BODY_LINES)] == BODY_LINES
    assert source.problems[0] == Problem("encoding-guessed", None, "info", (("encoding", "utf-8"),))


def mhtml(*parts: tuple[str, str, bytes]) -> bytes:
    """An MHTML file; a part is its type, the charset it states, its content."""
    head = 'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="==b"\r\n\r\n'
    body = "".join(
        f"--==b\r\nContent-Type: {kind}; charset={charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        f"{base64.encodebytes(content).decode()}\r\n"
        for kind, charset, content in parts
    )
    return f"{head}{body}--==b--\r\n".encode()


def test_the_page_of_an_mhtml_file_is_read(book: RuleBook) -> None:
    page = f"<html>{BODY}".encode("gb18030")
    frame = b"<html><p>menu"
    data = mhtml(("text/html", "utf-8", frame), ("text/html", "gb2312", page), ("image/png", "x", b"\x89PNG" * 999))
    source = read_bytes(data, "a.mht", book)
    assert (source.text.splitlines(), source.reader, source.problems) == (BODY_LINES, "mhtml", ())


def test_the_encoding_stated_by_the_mhtml_file_counts(book: RuleBook) -> None:
    source = read_bytes(mhtml(("text/html", "big5", b"<html>" + OLD.encode("cp950"))), "a.mhtml", book)
    assert (source.text.splitlines(), source.problems) == (OLD_LINES, ())


def test_an_mhtml_file_without_a_page_is_unreadable(book: RuleBook) -> None:
    with pytest.raises(UnreadableFile) as error:
        read_bytes(mhtml(("image/png", "x", b"\x89PNG")), "a.mht", book)
    assert (error.value.where, error.value.details) == ("a.mht", {"reason": "文件里没有网页"})


NAMES = [
    pytest.param("a.htm", None, id="HTM"),
    pytest.param("a.jsp", None, id="JSP"),
    pytest.param("通知.doc", Problem("extension-differs", None, "info", (("actual", "HTML"),)), id="名为 DOC"),
]


@pytest.mark.parametrize(("name", "problem"), NAMES)
def test_a_page_is_read_under_any_name(name: str, problem: Problem | None, book: RuleBook) -> None:
    source = read_bytes(f"<html>{BODY}".encode(), name, book)
    assert source.text.splitlines() == BODY_LINES
    assert source.problems == ((problem,) if problem else ())


NOTHING = [
    pytest.param("<html>", EmptyFile, id="空网页"),
    pytest.param("<html><p>&nbsp;</p><script>x()</script>", EmptyFile, id="没有文字"),
    pytest.param("<html><% x %>", EmptyFile, id="只有服务器标签"),
    pytest.param("<html><p><img src=1.jpg></p>", ScanWithoutText, id="只有图片"),
]


@pytest.mark.parametrize(("page", "error"), NOTHING)
def test_a_page_without_text_is_refused(page: str, error: type[ExtractorError], book: RuleBook) -> None:
    with pytest.raises(error) as raised:
        read_bytes(page.encode(), "a.html", book)
    assert raised.value.where == "a.html"


def test_bytes_that_are_no_text_are_refused(book: RuleBook) -> None:
    with pytest.raises(UnknownEncoding):
        read_bytes(b"<html><p>" + bytes(range(128, 256)) * 9, "a.html", book)


def test_a_page_nested_too_deep_is_refused(book: RuleBook) -> None:
    with pytest.raises(LimitExceeded) as error:
        read_bytes(b"<html>" + b"<div>" * 10_000 + "请执行。".encode(), "a.html", book)
    assert error.value.code == "limit-nesting"


def test_tags_left_open_hundreds_of_times_lose_nothing(book: RuleBook) -> None:
    page = "<html>" + "<p><font>请执行。" * 900
    assert read_bytes(page.encode(), "a.html", book).text == "请执行。\n" * 900


def test_a_table_with_too_many_cells_is_refused(book: RuleBook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TABLE_CELLS", 5)
    with pytest.raises(LimitExceeded) as error:
        read_bytes(b"<html><table><tr><td>1<td>2<tr><td>1<td colspan=3>2</table>", "a.html", book)
    assert error.value.details == {"found": "6", "most": "5"}


LARGE = [
    pytest.param("<p>请执行。" + "<br>\n" * 60_000, id="换行"),
    pytest.param("<p>" + "<span>请</span>" * 30_000, id="行内元素"),
    pytest.param("<table><tr><td>甲<td>" * 300 + "请执行。", id="嵌套表格"),
    pytest.param("<ol><li>请执行。" * 300, id="嵌套列表"),
    pytest.param("请执行。" + "<%" * 200_000, id="没有结束的标签"),
    pytest.param("请执行。" + "{{" * 200_000, id="没有结束的变量"),
    pytest.param("<p>请" + " \n" * 300_000 + "执行", id="空白"),
    pytest.param("<style>" + "a{" * 200_000 + "</style>请执行", id="样式表"),
    pytest.param("<div style='" + "display:" * 100_000 + "'>请执行", id="样式"),
    pytest.param(f"<img src='data:image/png;base64,{'A' * 11_000_000}'><p>请执行", id="内嵌图片"),
]


@pytest.mark.parametrize("page", LARGE)
def test_a_page_made_to_take_long_ends_in_time(page: str, book: RuleBook) -> None:
    begun = time.monotonic()
    assert "请" in read_bytes(f"<html>{page}".encode(), "a.html", book).text
    assert time.monotonic() - begun < 20  # a hundred times what it takes unless it grows with the square


PIECES = st.sampled_from([
    "<p>", "</p>", "<div>", "</div>", "<table>", "</table>", "<tr>", "<td rowspan=3>", "<th colspan=2>", "</td>",
    "<ol>", "<li>", "</ol>", "<br>", "<span style='display:none'>", "</span>", "<a href=x>", "</a>", "<h1>", "</h1>",
    "<pre>", "</pre>", "<title>", "<del>", "<%", "%>", "<!--", "-->", "&nbsp;", "&#x;", "\n", "一、自查。", "各单位：",
    "2025年3月4日", "附件：1.甲", "（责任单位：安全处）", "当前位置：", "\0", "\v", "\ud800", "<", '"', "1.", "。",
])  # fmt: skip


@given(pieces=st.lists(PIECES, max_size=60))
def test_any_page_gives_a_source_or_an_error(pieces: list[str], book: RuleBook) -> None:
    page = "<html>" + "".join(pieces)
    try:
        source = read_bytes(page.encode("utf-8", "replace"), "a.html", book)
    except ExtractorError:
        return
    assert source.text.strip()
    assert all(cell.span is None or source.quote(cell.span).strip() for table in source.tables for cell in table.cells)


@given(cut=st.integers(0, 700), flip=st.integers(0, 255), data=st.data())
def test_a_damaged_page_gives_a_source_or_an_error(
    cut: int, flip: int, data: st.DataObject, book: RuleBook
) -> None:
    page = bytearray(f"<html><meta charset=utf-8>{BODY}".encode())
    page[data.draw(st.integers(6, len(page) - 1))] = flip
    for content in (bytes(page), bytes(page[: 6 + cut])):
        try:
            source = read_bytes(content, "a.html", book)
        except ExtractorError:
            continue
        assert source.text.strip()


