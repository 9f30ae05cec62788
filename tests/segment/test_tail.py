"""What stands below the body: signature, date of issue, copies, contacts, notes; and what belongs to none of them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from extractor.model.fold import fold
from extractor.segment.dates import read_date
from tests.notices import outline, read, values

if TYPE_CHECKING:
    from extractor.model.notice import Document
    from extractor.rules.book import RuleBook

ABOVE = "关于做好防汛工作的通知\n各学校：\n一、排查隐患。各校要逐栋排查。\n二、整改隐患。各校要限期整改。\n"


def document(book: RuleBook, tail: str) -> Document:
    return read(book, ABOVE + tail).documents[0]


DATES = [
    pytest.param("2024年3月1日", "2024-03-01", id="数字"),
    pytest.param("2024年03月01日", "2024-03-01", id="补零"),
    pytest.param("２０２４年３月１日", "2024-03-01", id="全角"),
    pytest.param("2024 年 3 月 1 日", "2024-03-01", id="有空格"),
    pytest.param("二〇二四年三月一日", "2024-03-01", id="汉字"),
    pytest.param("二○二四年三月一日", "2024-03-01", id="圆圈"),
    pytest.param("二OO八年十二月三十一日", "2008-12-31", id="拉丁字母O"),
    pytest.param("二ОО八年十月二十日", "2008-10-20", id="西里尔字母О"),
    pytest.param("二零二四年十一月十日", "2024-11-10", id="零"),
    pytest.param("2015-11-4", "2015-11-04", id="横线"),
    pytest.param("2015.11.4", "2015-11-04", id="点"),
    pytest.param("2015/11/4", "2015-11-04", id="斜线"),
    pytest.param("（2024年3月1日）", "2024-03-01", id="括号里"),
    pytest.param("2024年3月1日17时", "2024-03-01", id="带钟点"),
    pytest.param("二〇二四年元月九日", "2024-01-09", id="元月"),
    pytest.param("2024年2月30日", "-", id="没有这一天"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "day"), DATES)
def test_the_date_of_issue_is_read_in_every_writing(book: RuleBook, line: str, day: str) -> None:
    found = document(book, f"云州市教育局\n{line}")
    assert str(found.frame.date.value if found.frame.date else "-") == day
    assert values(found.frame.issuers) == "云州市教育局"


@pytest.mark.parametrize("words", ["2024年3月", "2024年13月1日", "二〇二四年三月", "三月一日", ""])
def test_what_names_no_day_is_no_date(words: str) -> None:
    assert read_date(fold(words)) is None


def test_a_date_is_read_from_chinese_numerals() -> None:
    assert read_date(fold("二○二四年二月二十九日")) == dt.date(2024, 2, 29)


SIGNATURES = [
    pytest.param("云州市教育局\n2024年3月1日", "云州市教育局", "2024-03-01", id="署名在上"),
    pytest.param("云州市教育局 2024年3月1日", "云州市教育局", "2024-03-01", id="同一行"),
    pytest.param("云州市教育局2024年3月1日", "云州市教育局", "2024-03-01", id="同一行无空格"),
    pytest.param("云州市教育局", "", "", id="没有日期也没有红头"),
    pytest.param("2024年3月1日", "", "2024-03-01", id="只有日期"),
    pytest.param("云州市教育局 云州市水利局\n2024年3月1日", "云州市教育局 | 云州市水利局", "2024-03-01", id="两家并排"),
    pytest.param("云州市教育局\n云州市水利局\n云州市公安局\n2024年3月1日",
                 "云州市教育局 | 云州市水利局 | 云州市公安局", "2024-03-01", id="三家上下"),
    pytest.param("云州市教育局（代章）\n2024年3月1日", "云州市教育局", "2024-03-01", id="代章"),
    pytest.param("云州市防汛指挥部\n（办公室代章）\n2024年3月1日", "云州市防汛指挥部", "2024-03-01", id="代章另起一行"),
    pytest.param("云州市防汛指挥部（办公室代章）\n2024年3月1日", "云州市防汛指挥部", "2024-03-01", id="代章在括号里"),
    pytest.param(
        "云州市教育局\n2024年3月1日\n（联系人：周岚，电话：88260113）",
        "云州市教育局",
        "2024-03-01",
        id="日期后有联系人",
    ),
    pytest.param("云州市教育局\n2024年3月1日\n（此件公开发布）", "云州市教育局", "2024-03-01", id="日期后有附注"),
    pytest.param("特此通知。\n云州市教育局\n2024年3月1日", "云州市教育局", "2024-03-01", id="特此通知之后"),
]  # fmt: skip


@pytest.mark.parametrize(("tail", "issuers", "day"), SIGNATURES)
def test_signature_and_date(book: RuleBook, tail: str, issuers: str, day: str) -> None:
    frame = document(book, tail).frame
    assert (values(frame.issuers), str(frame.date.value) if frame.date else "") == (issuers, day)


def test_a_signature_without_date_counts_when_the_red_head_names_it(book: RuleBook) -> None:
    found = read(book, f"云州市教育局文件\n{ABOVE}云州市教育局").documents[0]
    assert values(found.frame.issuers) == "云州市教育局"
    assert found.frame.date is None
    assert found.tasks[-1].title == "整改隐患"


COPIES = [
    pytest.param("抄送：市委办公室，市人大常委会办公室。", "市委办公室 | 市人大常委会办公室", id="抄送"),
    pytest.param("抄送:省教育厅;市政府办公室", "省教育厅 | 市政府办公室", id="半角"),
    pytest.param("抄报：省教育厅。\n抄送：市水利局。", "省教育厅 | 市水利局", id="抄报和抄送"),
    pytest.param(
        "抄送：省教育厅（基教处、安全处），市水利局。",
        "省教育厅（基教处、安全处） | 市水利局",
        id="括号内不分",
    ),
]


@pytest.mark.parametrize(("lines", "copies"), COPIES)
def test_copies_are_split_like_recipients(book: RuleBook, lines: str, copies: str) -> None:
    found = document(book, f"云州市教育局\n2024年3月1日\n{lines}\n云州市教育局办公室 2024年3月4日印发")
    assert values(found.frame.cc) == copies
    assert found.frame.date
    assert str(found.frame.date.value) == "2024-03-01"


CONTACTS = [
    pytest.param(
        "云州市教育局\n2024年3月1日\n（联系人：周岚；联系电话：88260113）",
        "周岚；联系电话：88260113",
        id="日期之后",
    ),
    pytest.param(
        "联系人：周岚，电话：88260113。\n云州市教育局\n2024年3月1日",
        "周岚，电话：88260113",
        id="署名之前",
    ),
    pytest.param("联系人：周岚\n联系电话：88260113\n邮箱：aq@example.com\n云州市教育局\n2024年3月1日",
                 "周岚联系电话：88260113邮箱：aq@example.com", id="几行是一段"),
    pytest.param("联系人：周岚\n联系人：郑和平\n云州市教育局\n2024年3月1日", "周岚联系人：郑和平", id="两行都有标签"),
    pytest.param("联系人及电话：周岚，88260113\n云州市教育局\n2024年3月1日", "周岚，88260113", id="联系人及电话"),
    pytest.param("联系方式：安全处周岚，88260113\n云州市教育局\n2024年3月1日", "安全处周岚，88260113", id="联系方式"),
    pytest.param("云州市教育局\n2024年3月1日\n（联系人：周岚（安全处），电话：88260113）",
                 "周岚（安全处），电话：88260113", id="括号里有括号"),
    pytest.param("联系电话：88260113\n云州市教育局\n2024年3月1日", "联系电话：88260113", id="其他标签留着"),
    pytest.param("云州市教育局\n2024年3月1日\n（联系人：）", "", id="括号里没有填"),
    pytest.param("联系人：\n云州市教育局\n2024年3月1日", "", id="没有填"),
    pytest.param("云州市教育局\n2024年3月1日", "", id="没有"),
]  # fmt: skip


@pytest.mark.parametrize(("tail", "contacts"), CONTACTS)
def test_a_passage_of_contacts_is_one_string(book: RuleBook, tail: str, contacts: str) -> None:
    assert values(document(book, tail).frame.contacts) == contacts


def test_the_place_of_contacts_is_that_of_the_words(book: RuleBook) -> None:
    analysis = read(book, f"{ABOVE}云州市教育局\n2024年3月1日\n（联系人：周 岚；电话：88260113）")
    (contact,) = analysis.documents[0].frame.contacts
    assert contact.span.quote(analysis.source.text) == "周 岚；电话：88260113"
    assert contact.value == "周岚；电话：88260113"


def test_nothing_of_the_tail_belongs_to_the_last_item(book: RuleBook) -> None:
    above, below = "附件：隐患台账\n联系人：周岚，电话：88260113", "（此件公开发布）\n抄送：市水利局。"
    found = document(book, f"{above}\n云州市教育局\n2024年3月1日\n{below}")
    assert outline(found) == ["1 一、排查隐患", "1 二、整改隐患"]
    assert found.tasks[-1].span.end == ABOVE.index("限期整改。") + len("限期整改。")


def test_the_last_page_of_an_old_notice_is_no_document_of_its_own(book: RuleBook) -> None:
    notice = "关于转发《防汛方案》的通知\n各学校：\n现将《防汛方案》转发给你们。\n云州市教育局\n2009年5月30日"
    copies = "主 题 词：教育 防汛 工作 通知\n抄 送：省教育厅，市委办公室，\n市水利局。"
    found = read(book, f"{notice}\n{copies}\n云州市教育局 2009年5月31日印\n打字：周某 共印12份")
    assert len(found.documents) == 1
    assert values(found.documents[0].frame.cc) == "省教育厅 | 市委办公室 | 市水利局"
    assert str(found.documents[0].frame.date.value if found.documents[0].frame.date else "") == "2009-05-30"
