"""附件说明 and the attachments themselves, in every arrangement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import outline, parts, read, values

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

PLAN = "一、排查隐患。各校要逐栋排查。\n二、整改隐患。各校要限期整改。\n"
PLAIN = f"关于做好校园安全工作的通知\n各学校：\n{PLAN}"
SIGNED = "云州市教育局\n2024年3月1日\n"
LEDGER = "隐患台账\n| 序号 | 隐患 |\n| 1 |  |\n"
PLEDGE = "安全责任书\n本校承诺如下。\n"

LINES = [
    pytest.param("附件：安全责任书", "安全责任书", id="一个"),
    pytest.param("附件：1.安全责任书\n2.隐患台账", "安全责任书 | 隐患台账", id="两行"),
    pytest.param("附件：1.安全责任书 2.隐患台账", "安全责任书 | 隐患台账", id="一行两个"),
    pytest.param("附件：1、安全责任书；2、隐患台账。", "安全责任书 | 隐患台账", id="顿号分号"),
    pytest.param("附件1：安全责任书\n附件2：隐患台账", "安全责任书 | 隐患台账", id="逐行附件"),
    pytest.param(
        "附件1.安全责任书\n附件2.隐患台账",
        "安全责任书 | 隐患台账",
        id="逐行附件点",
    ),
    pytest.param("附件：\n1.安全责任书\n2.隐患台账", "安全责任书 | 隐患台账", id="附件二字单独一行"),
    pytest.param("附 件：1.《安全责任书》\n2.《隐患台账》", "安全责任书 | 隐患台账", id="书名号去掉"),
    pytest.param(
        "附件：1.云州市中小学校园安全隐患排查\n整改责任书\n2.隐患台账",
        "云州市中小学校园安全隐患排查整改责任书 | 隐患台账",
        id="标题断行",
    ),
    pytest.param("附件：2024年隐患台账", "2024年隐患台账", id="年份不是编号"),
    pytest.param("附件：1.2024年隐患台账\n2.2024年责任书", "2024年隐患台账 | 2024年责任书", id="编号后接年份"),
]


@pytest.mark.parametrize(("lines", "titles"), LINES)
@pytest.mark.parametrize("tail", [f"{{}}\n{SIGNED}", f"{SIGNED}{{}}"], ids=["署名之前", "日期之后"])
def test_the_attachments_that_a_notice_announces(book: RuleBook, tail: str, lines: str, titles: str) -> None:
    assert values(read(book, PLAIN + tail.format(lines)).documents[0].frame.attachments) == titles


@pytest.mark.parametrize("line", ["附件中的表格由各校填写。", "附件所列事项由各校落实。", "按附件1的要求填写。"])
def test_a_sentence_about_an_attachment_announces_none(book: RuleBook, line: str) -> None:
    assert read(book, f"{PLAIN}{line}\n{SIGNED}").documents[0].frame.attachments == ()


ATTACHED = [
    pytest.param(f"{SIGNED}附件\n{LEDGER}", ["隐患台账"], id="附件二字单独一行"),
    pytest.param(f"{SIGNED}附件：\n{LEDGER}", ["隐患台账"], id="附件二字带冒号"),
    pytest.param(f"{SIGNED}附件1\n{LEDGER}附件2\n{PLEDGE}", ["隐患台账", "安全责任书"], id="编号单独一行"),
    pytest.param(f"{SIGNED}附 件 1\n{LEDGER}附 件 2\n{PLEDGE}", ["隐患台账", "安全责任书"], id="字间空格"),
    pytest.param(f"{SIGNED}附件一\n{LEDGER}附件二\n{PLEDGE}", ["隐患台账", "安全责任书"], id="汉字编号"),
    pytest.param(f"{SIGNED}附件1：\n{LEDGER}附件2：\n{PLEDGE}", ["隐患台账", "安全责任书"], id="编号带冒号"),
    pytest.param(f"{SIGNED}附表1\n{LEDGER}附表2\n{PLEDGE}", ["隐患台账", "安全责任书"], id="附表"),
    pytest.param(f"{SIGNED}附录\n{LEDGER}", ["隐患台账"], id="附录"),
    pytest.param(f"{SIGNED}附件1-1\n{LEDGER}附件1-2\n{PLEDGE}", ["隐患台账", "安全责任书"], id="分号"),
    pytest.param(f"{SIGNED}附件2\n校园安全\n工作任务清单\n要求如下。", ["校园安全工作任务清单"], id="标题两行"),
    pytest.param(
        f"{SIGNED}附件1：{LEDGER}附件2：{PLEDGE}",
        ["隐患台账", "安全责任书"],
        id="编号与标题同行",
    ),
    pytest.param(f"附件：隐患台账\n{SIGNED}附件\n{LEDGER}", ["隐患台账"], id="一个有说明"),
    pytest.param(f"附件：隐患台账\n{SIGNED}{LEDGER}", ["隐患台账"], id="有说明但没有附件二字"),
    pytest.param(
        f"附件：1.隐患台账\n2.安全责任书\n{SIGNED}附件1\n{LEDGER}附件2\n{PLEDGE}",
        ["隐患台账", "安全责任书"],
        id="两个有说明",
    ),
    pytest.param(
        f"附件：1.隐患台账\n2.安全责任书\n{SIGNED}附件1：{LEDGER}附件2：{PLEDGE}",
        ["隐患台账", "安全责任书"],
        id="有说明且编号与标题同行",
    ),
    pytest.param(
        f"附件：1.隐患台账\n2.安全责任书\n{SIGNED}附件1 {LEDGER}附件2 {PLEDGE}",
        ["隐患台账", "安全责任书"],
        id="编号空格标题",
    ),
    pytest.param(
        f"附件：1.隐患台账\n2.安全责任书\n{SIGNED}附件1.{LEDGER}附件2.{PLEDGE}",
        ["隐患台账", "安全责任书"],
        id="编号点标题",
    ),
    pytest.param(f"各校名单详见附件1。\n附件1中的学校应当参加。\n{SIGNED}", [], id="正文提到附件"),
]


@pytest.mark.parametrize(("text", "titles"), ATTACHED)
def test_attachments_are_documents_of_their_own(book: RuleBook, text: str, titles: list[str]) -> None:
    assert parts(read(book, PLAIN + text))[1:] == [f"attachment {title}" for title in titles]


def test_an_attachment_has_an_outline_and_no_issuers(book: RuleBook) -> None:
    attached = read(book, f"{PLAIN}{SIGNED}附件1\n云州市校园安全方案\n{PLAN}").documents[1]
    assert outline(attached) == ["1 一、排查隐患", "1 二、整改隐患"]
    assert attached.frame.issuers == ()


def test_a_plan_may_have_attachments(book: RuleBook) -> None:
    printing = f"关于印发《校园安全方案》的通知\n各学校：\n现将《校园安全方案》印发给你们。\n{SIGNED}"
    found = read(book, f"{printing}校园安全方案\n{PLAN}附件1\n{LEDGER}")
    assert parts(found)[1:] == ["enclosure 校园安全方案", "attachment 隐患台账"]
