"""The record that a web page gives of a document is left out; a number that the text lacks is taken from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.ingest.read import read_bytes

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

TITLE = "云山县人民政府办公室关于做好森林防火工作的通知"
NUMBER = "云政办发〔2024〕3号"
BODY = [
    "各镇人民政府，县政府各部门：",
    "为做好森林防火工作，现就有关事项通知如下：",
    "一、压实责任。各镇要在3月15日前签订责任书。",
]
ENTRIES = [
    ("索 引 号", "0143/2024-00023"), ("主题分类", "林业"), ("发文机关", "云山县人民政府办公室"),
    ("成文日期", "2024年3月1日"), ("标　　题", TITLE), ("发文字号", NUMBER), ("有 效 性", "有效"), ("主 题 词", ""),
]  # fmt: skip


def table(colon: str) -> str:
    rows = "".join(f"<tr><td>{label}{colon}</td><td>{value}</td></tr>" for label, value in ENTRIES)
    return f"<table>{rows}</table>"


def heads_above_values() -> str:
    heads, values = ("".join(f"<td>{entry[side]}</td>" for entry in ENTRIES) for side in (0, 1))
    return f"<table><tr>{heads}</tr><tr>{values}</tr></table>"


RECORDS = [
    pytest.param(table("："), id="表格带冒号"),
    pytest.param(table(""), id="表格不带冒号"),
    pytest.param(heads_above_values(), id="项目在上，内容在下"),
    pytest.param("".join(f"<li>{label}：{value}</li>" for label, value in ENTRIES), id="列表"),
    pytest.param("<dl>" + "".join(f"<dt>{one}</dt><dd>{two}</dd>" for one, two in ENTRIES) + "</dl>", id="定义列表"),
    pytest.param("".join(f"<div><b>{one}：</b><i>{two}</i></div>" for one, two in ENTRIES), id="逐行"),
]


def lines(page: str, book: RuleBook, name: str = "通知.html") -> list[str]:
    return read_bytes(page.encode(), name, book).text.splitlines()


def page(record: str, *above: str) -> str:
    paragraphs = "".join(f"<p>{words}</p>" for words in (*above, *BODY))
    return f"<html><body><div>{record}<h1>{TITLE}</h1><div>{paragraphs}</div></div></body></html>"


@pytest.mark.parametrize("record", RECORDS)
def test_of_the_record_only_a_number_that_the_text_lacks_stays(record: str, book: RuleBook) -> None:
    assert lines(page(record), book) == [NUMBER, TITLE, *BODY]


@pytest.mark.parametrize("record", RECORDS)
def test_a_number_that_the_text_has_is_not_repeated(record: str, book: RuleBook) -> None:
    assert lines(page(record, NUMBER), book) == [TITLE, NUMBER, *BODY]


def test_a_copied_page_loses_its_record_too(book: RuleBook) -> None:
    copied = "\n".join([*(f"{label}：{value}" for label, value in ENTRIES), TITLE, *BODY])
    assert lines(copied, book, "通知.txt") == [NUMBER, TITLE, *BODY]


def test_what_is_left_out_is_counted(book: RuleBook) -> None:
    problems = read_bytes(page(table("")).encode(), "通知.html", book).problems
    assert [(problem.code, dict(problem.details)) for problem in problems] == [
        ("navigation-left-out", {"count": str(len(ENTRIES))})
    ]


KEPT = [
    pytest.param(["名称：云山水库", "编号：7", "状态：在建"], id="没有网页才有的项目"),
    pytest.param(["有效性：有效", "主题词：防火"], id="只有两项"),
    pytest.param(["公文种类：信函", "一、内容", "标题：按规范写", "二、格式", "主题词：不写"], id="隔着别的行"),
]


@pytest.mark.parametrize("entries", KEPT)
def test_other_lines_with_labels_stay(entries: list[str], book: RuleBook) -> None:
    assert lines("\n".join([TITLE, *BODY, *entries]), book, "通知.txt") == [TITLE, *BODY, *entries]


def test_a_table_that_lists_documents_is_no_record(book: RuleBook) -> None:
    rows = [("标题", "文号", "成文日期", "有效性")]
    rows += [(f"关于第{n}项工作的通知", f"云政〔2024〕{n}号", "3月1日", "有效") for n in "123456"]
    listed = "<table>" + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    source = read_bytes(page("", listed + "</table>").encode(), "通知.html", book)
    assert len(source.tables) == 1


def test_an_item_is_never_taken_for_the_title_that_the_page_lacks(book: RuleBook) -> None:
    found = lines("<html><body><p>各单位：</p><p>请按下列要求办理。</p><p>一、有关要求</p></body></html>", book)
    assert found == ["各单位：", "请按下列要求办理。", "一、有关要求"]
