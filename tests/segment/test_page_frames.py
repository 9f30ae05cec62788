"""What web pages put between title and recipients and below the date, and what is no attachment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import parts, read, values

if TYPE_CHECKING:
    from extractor.model.notice import Document
    from extractor.rules.book import RuleBook

BODY = "一、排查隐患。各校要逐栋排查。\n二、整改隐患。各校要限期整改。\n"


def document(book: RuleBook, head: str, tail: str) -> Document:
    return read(book, f"{head}\n各学校：\n{BODY}{tail}").documents[0]


METADATA = [
    pytest.param("文号：云教安〔2024〕5号 发布时间：2024-03-02 10:40", id="文号和发布时间"),
    pytest.param("文 号：云教安〔2024〕5号", id="文号有空格"),
    pytest.param("发文字号：云教安〔2024〕5号\n有效性：有效", id="发文字号和有效性"),
    pytest.param("发布机构：云州市教育局 主题分类：教育\n文件编号：云教安〔2024〕5号", id="发布机构在前"),
]


@pytest.mark.parametrize("lines", METADATA)
def test_what_a_page_says_of_a_notice_hides_neither_number_nor_recipients(book: RuleBook, lines: str) -> None:
    title = "云州市教育局关于做好校园安全工作的通知"
    frame = document(book, f"{title}\n{lines}", "云州市教育局\n2024年3月1日").frame
    assert frame.title is not None
    assert frame.title.value == title
    assert values(frame.numbers) == "云教安〔2024〕5号"
    assert values(frame.recipients) == "各学校"


def test_many_attachments_may_be_listed_below_the_date(book: RuleBook) -> None:
    listed = "附件.关于评选表彰的通知\n附件2.报送要求\n附件3-1.汇总表\n附件3-2.登记表\n附件3-3.审批表"
    frame = document(book, "关于做好评选推荐工作的通知", f"安全科\n2024年3月1日\n{listed}").frame
    assert values(frame.issuers) == "安全科"
    assert frame.date is not None
    assert frame.date.value.isoformat() == "2024-03-01"
    assert values(frame.attachments) == "关于评选表彰的通知 | 报送要求 | 汇总表 | 登记表 | 审批表"


def test_an_empty_list_of_attachments_over_the_signature_begins_none(book: RuleBook) -> None:
    text = f"关于做好校园安全工作的通知\n各学校：\n{BODY}附件：\n安全科\n2024年3月1日"
    found = read(book, text)
    assert parts(found) == ["notice 关于做好校园安全工作的通知"]
    assert values(found.documents[0].frame.issuers) == "安全科"


def test_a_verb_at_the_front_of_a_title_belongs_to_no_issuer(book: RuleBook) -> None:
    head = "转发云江省教育厅关于做好校园安全工作的通知"
    assert values(document(book, head, "2024年3月1日").frame.issuers) == ""


def test_the_list_of_attachments_may_open_with_one_character(book: RuleBook) -> None:
    tail = "附：1、责任制落实表\n2、宣传标语\n云州市教育局\n2024年3月1日"
    frame = document(book, "关于做好校园安全工作的通知", tail).frame
    assert values(frame.attachments) == "责任制落实表 | 宣传标语"


FILES = "附件1：登记表.docx\n附件2：清查说明.pdf\n附件3：样表.xlsx\n"


def test_links_to_files_below_the_date_are_no_documents(book: RuleBook) -> None:
    documents = read(book, f"关于清查的通知\n各学院：\n{BODY}后勤处\n2024年3月8日\n附件下载：\n{FILES}").documents
    assert [document.part for document in documents] == ["notice"]
    assert [issuer.value for issuer in documents[0].frame.issuers] == ["后勤处"]


def test_a_table_below_the_list_of_files_is_an_attachment_of_its_own(book: RuleBook) -> None:
    table = "附：清查日程表：\n|日期|工作|\n|3月9日|自查|\n|3月12日|复查|\n"
    documents = read(book, f"关于清查的通知\n各学院：\n{BODY}后勤处\n2024年3月8日\n附件：\n{FILES}{table}").documents
    assert [document.part for document in documents] == ["notice", "attachment"]
    assert documents[0].frame.date is not None


def test_a_signature_may_say_at_length_what_else_the_body_is(book: RuleBook) -> None:
    signed = "教学事务部（招生办公室、教学质量监测与评估中心、教师教学发展中心）"
    issuers = read(book, f"关于清查的通知\n各学院：\n{BODY}{signed}\n2024年3月8日").documents[0].frame.issuers
    assert [issuer.value for issuer in issuers] == [signed]


def test_a_number_may_name_the_term_beside_the_year(book: RuleBook) -> None:
    head = "关于开展清查的通知\n云工教实〔2024春〕11号\n各学院：\n"
    frame = read(book, f"{head}{BODY}后勤处\n2024年3月8日").documents[0].frame
    assert [number.value for number in frame.numbers] == ["云工教实〔2024春〕11号"]
    assert [name.value for name in frame.recipients] == ["各学院"]
