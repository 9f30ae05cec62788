"""Whole texts on one line, whose paragraphs are set in by two blanks, or whose head runs into the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.ingest.read import read_bytes
from tests.ingest.html_pages import BODY_LINES, TITLE, lines_of

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

INDENT = "\u3000\u3000"
ITEM = "各村要逐户走访，登记造册，发现隐患立即上报镇应急办，限期整改到位，做到底数清、情况明、责任实。"
LINES = [
    "云镇办〔2024〕7号",
    "云溪镇党政办公室",
    "关于印发《云溪镇冬季走访工作方案》的通知",
    "各村、镇直有关单位：",
    "现将《云溪镇冬季走访工作方案》印发给你们，请认真执行。",
    "云溪镇党政办公室",
    "2024年3月1日",
    "云溪镇冬季走访工作方案",
    "为掌握情况，特制定本方案。",
    "一、工作安排",
    f"（一）走访到户。{ITEM}",
    f"（二）宣传到位。{ITEM}",
    "组\u3000\u3000长：李明",
    "二、工作要求",
    f"（一）高度重视。{ITEM}",
]


def test_paragraphs_set_in_by_two_blanks_stand_apart(book: RuleBook) -> None:
    text = INDENT + INDENT.join(LINES)
    found = read_bytes(text.encode(), "a.txt", book).text.splitlines()
    assert found == [line.replace("组\u3000\u3000长", "组长") for line in LINES]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"姓名{INDENT}单位{INDENT}电话", id="短行是表格"),
        pytest.param("甲" * 80 + INDENT + "乙" * 80 + INDENT + "丙" * 80 + INDENT + "丁" * 80, id="没有句末标点"),
    ],
)
def test_blanks_between_words_part_nothing(book: RuleBook, text: str) -> None:
    assert len(read_bytes(text.encode(), "a.txt", book).text.splitlines()) == 1


HEADS = [
    pytest.param("云州市商务局关于做好展会组织工作的通知云商发〔2024〕7号各区县商务局：", id="标题后面有字号"),
    pytest.param("云州市商务局关于做好展会组织工作的通知 云商发〔2024〕7号 各区县商务局：", id="以空格隔开"),
    pytest.param("云州市商务局关于做好展会组织工作的实施意见云商发〔2024〕7号各区县商务局：", id="实施意见"),
]


@pytest.mark.parametrize("head", HEADS)
def test_a_number_between_title_and_recipients_stands_by_itself(book: RuleBook, head: str) -> None:
    text = f"{head}为做好工作，现将有关事项通知如下：一、摸底。{ITEM * 4}二、整改。{ITEM * 4}"
    found = read_bytes(text.encode(), "a.txt", book).text.splitlines()
    title = head.split("云商发", maxsplit=1)[0].strip()
    assert found[:3] == [title, "云商发〔2024〕7号", "各区县商务局："]


def test_recipients_with_a_half_width_colon_end_there(book: RuleBook) -> None:
    lines = ["各区县商务局，有关企业:", "根据申报工作安排，为提高申报材料的质量，我局将组织专家初审，现通知如下："]
    assert lines_of("<br />".join(lines), book)[0] == lines[0]


def test_a_break_that_is_only_closed_is_a_break(book: RuleBook) -> None:
    assert lines_of(f"<div>{TITLE}</br>{'</br>'.join(BODY_LINES)}</br></div>", book) == [TITLE, *BODY_LINES]


def test_the_greeting_and_the_hotline_of_a_site_are_no_notice(book: RuleBook) -> None:
    menu = "".join(f"<li><a href=/a>{name}</a>" for name in ("高新技术企业认定/培育", "研发费用加计扣除"))
    top = f"<div>您好，欢迎来到云海科技服务官网！</div><div>服务热线：</div><ul>{menu}</ul>"
    page = f"{top}<div><h1>{TITLE}</h1>{'<br>'.join(BODY_LINES)}</div><div>上一个：<a href=x>关于放假的通知</a></div>"
    assert lines_of(page, book) == [TITLE, *BODY_LINES]
