"""Documents that a notice names: how they relate, each once; and names in 《》 that are no documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import framed, read, read_body, references

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

RELATIONS = [
    pytest.param(
        "根据《关于做好整改工作的通知》云安办发〔2023〕1号文件要求，开展整改。",
        "based-on 关于做好整改工作的通知 云安办发〔2023〕1号",
        id="文号直接跟在书名号之后",
    ),
    pytest.param("根据《学校安全条例》，现通知如下。", "based-on 学校安全条例", id="根据"),
    pytest.param("按照《学校安全条例》要求，现通知如下。", "based-on 学校安全条例", id="按照"),
    pytest.param("依据《学校安全条例》制定本通知。", "based-on 学校安全条例", id="依据"),
    pytest.param("为贯彻落实《学校安全条例》，现通知如下。", "based-on 学校安全条例", id="贯彻落实"),
    pytest.param("各学校要落实好《学校安全条例》。", "based-on 学校安全条例", id="落实好"),
    pytest.param("确保《学校安全条例》落到实处。", "based-on 学校安全条例", id="落到实处"),
    pytest.param("现将《学校安全条例》转发给你们。", "forwards 学校安全条例", id="现将转发"),
    pytest.param("现转发《学校安全条例》。", "forwards 学校安全条例", id="转发"),
    pytest.param("现将《学校安全条例》印发给你们。", "issues 学校安全条例", id="现将印发"),
    pytest.param("现公布《学校安全条例》。", "issues 学校安全条例", id="公布"),
    pytest.param("《学校安全条例》已经市政府同意，现予印发。", "issues 学校安全条例", id="现予印发"),
    pytest.param("原《学校安全条例》同时废止。", "repeals 学校安全条例", id="同时废止"),
    pytest.param("《学校安全条例》停止执行。", "repeals 学校安全条例", id="停止执行"),
    pytest.param("废止《学校安全条例》。", "repeals 学校安全条例", id="废止在前"),
    pytest.param("决定修改《学校安全条例》。", "amends 学校安全条例", id="修改"),
    pytest.param("对《学校安全条例》作如下修订：", "amends 学校安全条例", id="作如下修订"),
    pytest.param("你局《关于增设学校的请示》收悉。", "answers 关于增设学校的请示", id="收悉"),
    pytest.param("现对《学校安全条例》作如下补充：", "supplements 学校安全条例", id="补充"),
    pytest.param("具体标准见《学校安全条例》。", "cites 学校安全条例", id="见"),
    pytest.param("《学校安全条例》共八条。", "cites 学校安全条例", id="只提到"),
    pytest.param("云政发〔2020〕5号文件同时废止。", "repeals 云政发〔2020〕5号", id="文号在句首"),
    pytest.param("根据云政发〔2020〕5号文件精神，现通知如下。", "based-on 云政发〔2020〕5号", id="只有文号"),
    pytest.param("按照云江省财政厅云财教〔2024〕7号要求办理。", "based-on 云财教〔2024〕7号", id="机关名在文号之前"),
    pytest.param("详见云政发[2020]5号。", "cites 云政发〔2020〕5号", id="文号方括号"),
    pytest.param("请对照云政发〔2020〕5号文件自查。", "based-on 云政发〔2020〕5号", id="对照"),
    pytest.param(
        "根据《学校安全条例》（云政发〔2020〕5号），现通知如下。",
        "based-on 学校安全条例 云政发〔2020〕5号",
        id="带文号",
    ),
    pytest.param(
        "根据《学校安全条例》(云政发(2020)5号)，现通知如下。",
        "based-on 学校安全条例 云政发〔2020〕5号",
        id="半角括号文号",
    ),
    pytest.param("根据《学校安全条例（试行）》，现通知如下。", "based-on 学校安全条例（试行）", id="试行"),
    pytest.param("根据《市政府关于印发〈学校安全条例〉的通知》，现通知如下。",
                 "based-on 市政府关于印发〈学校安全条例〉的通知", id="套书名号"),
    pytest.param("按省里印发的《学校安全条例》办理。", "based-on 学校安全条例", id="印发的是定语"),
    pytest.param("依据修订后的《学校安全条例》办理。", "based-on 学校安全条例", id="修订后的是定语"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), RELATIONS)
def test_the_words_around_it_say_how_a_document_relates(book: RuleBook, sentence: str, expected: str) -> None:
    assert references(read_body(book, sentence)) == [expected]


LISTS = [
    pytest.param(
        "根据《消防条例》《学校安全条例》和《食品安全办法》，现通知如下。",
        ["based-on 消防条例", "based-on 学校安全条例", "based-on 食品安全办法"],
        id="并列三个",
    ),
    pytest.param(
        "根据《消防条例》（云政发〔2020〕5号）、《学校安全条例》（云政发〔2021〕6号）要求，现通知如下。",
        ["based-on 消防条例 云政发〔2020〕5号", "based-on 学校安全条例 云政发〔2021〕6号"],
        id="并列带文号",
    ),
    pytest.param(
        "根据《消防条例》（云政发〔2020〕5号、云政办发〔2021〕6号），现通知如下。",
        ["based-on 消防条例 云政发〔2020〕5号 云政办发〔2021〕6号"],
        id="一个文件两个文号",
    ),
    pytest.param(
        "《消防条例》《学校安全条例》同时废止。", ["repeals 消防条例", "repeals 学校安全条例"], id="并列废止"
    ),
    pytest.param(
        "根据《消防条例》，现将《学校安全方案》印发给你们。",
        ["based-on 消防条例", "issues 学校安全方案"],
        id="一句两种关系",
    ),
    pytest.param(
        "参见《消防条例》。\n根据《学校安全条例》办理。",
        ["cites 消防条例", "based-on 学校安全条例"],
        id="两段",
    ),
]


@pytest.mark.parametrize(("body", "expected"), LISTS)
def test_documents_listed_together_share_their_relation(book: RuleBook, body: str, expected: list[str]) -> None:
    assert references(read_body(book, body)) == expected


ONCE = [
    pytest.param("参见《消防条例》。\n根据《消防条例》办理。", ["based-on 消防条例"], id="取较强的关系"),
    pytest.param("根据《消防条例》办理。\n参见《消防条例》。", ["based-on 消防条例"], id="先强后弱"),
    pytest.param(
        "根据《消防条例》（云政发〔2020〕5号）办理。\n参见《消防条例》。",
        ["based-on 消防条例 云政发〔2020〕5号"],
        id="文号不丢",
    ),
    pytest.param(
        "根据《学校消防安全条例》（以下简称《条例》）办理。\n各学校要落实《条例》。",
        ["based-on 学校消防安全条例"],
        id="简称",
    ),
    pytest.param(
        "参见《学校消防安全条例》（以下简称“《条例》”）。\n各学校要落实《条例》。",
        ["based-on 学校消防安全条例"],
        id="简称有引号",
    ),
    pytest.param(
        "根据《学校消防安全条例》（云政发〔2020〕5号，以下简称《条例》）和《学校章程》办理。\n各学校要落实《条例》。",
        ["based-on 学校消防安全条例 云政发〔2020〕5号", "based-on 学校章程"],
        id="文号之后是简称",
    ),
    pytest.param(
        "根据《云州市学校消防安全管理条例》办理。\n参见《学校消防安全管理条例》。",
        ["based-on 云州市学校消防安全管理条例"],
        id="省去机关名",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), ONCE)
def test_each_document_comes_once_with_its_strongest_relation(book: RuleBook, body: str, expected: list[str]) -> None:
    assert references(read_body(book, body)) == expected


NO_REFERENCES = [
    pytest.param("组织师生阅读《海边的灯塔》。", id="书"),
    pytest.param("集中观看电视专题片《守护》。", id="专题片"),
    pytest.param("学习《安全生产简明读本》。", id="读本"),
    pytest.param("各学校填写《隐患登记表》。", id="表格"),
    pytest.param("各学校填报《安全情况汇总表》并盖章。", id="汇总表"),
    pytest.param("论文发表于《教育研究》。", id="刊物"),
    pytest.param("办理事项不超过3号楼。", id="楼号"),
]


@pytest.mark.parametrize("sentence", NO_REFERENCES)
def test_books_films_and_forms_are_no_documents(book: RuleBook, sentence: str) -> None:
    assert references(read_body(book, sentence)) == []


def test_a_notice_does_not_refer_to_itself(book: RuleBook) -> None:
    body = "各学校要落实《云州市教育局关于做好校园安全工作的通知》。"
    assert references(read_body(book, body)) == []


def test_a_notice_does_not_refer_to_its_own_number(book: RuleBook) -> None:
    head = "云州市教育局文件\n云教发〔2024〕5号\n关于做好校园安全工作的通知\n各学校：\n"
    text = head + "本通知（云教发〔2024〕5号）即日施行。"
    assert references(read(book, text).documents[0]) == []


def test_attachments_are_no_references(book: RuleBook) -> None:
    body = "各学校要对照《校园安全标准》自查。\n附件：校园安全标准"
    assert references(read_body(book, body)) == []


def test_what_the_title_prints_is_issued(book: RuleBook) -> None:
    text = framed("各学校要认真学习。").replace("关于做好校园安全工作的通知", "关于印发《校园安全方案》的通知")
    assert references(read(book, text).documents[0]) == ["issues 校园安全方案"]
