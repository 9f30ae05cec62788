"""Short names of a document that was named in full before, and what a notice prints beside what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import read, read_body, references, values

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

SHORT = [
    pytest.param(
        "落实《云州市校园安全三年行动实施方案》。各校要按《实施方案》排查，按《三年行动实施方案》整改。",
        ["based-on 云州市校园安全三年行动实施方案"],
        id="只剩通用词",
    ),
    pytest.param(
        "落实《市属机关公务接待办法》。见《公务接待办法》。", ["based-on 市属机关公务接待办法"], id="省去机关"
    ),
    pytest.param(
        "落实《中华人民共和国防洪法》。见《防洪法》第三条。", ["based-on 中华人民共和国防洪法"], id="省去国名"
    ),
    pytest.param(
        "落实《高等教育法》《教育法》。", ["based-on 高等教育法", "based-on 教育法"], id="两部法"
    ),
    pytest.param("落实《实施方案》和《防汛条例》。", ["based-on 实施方案", "based-on 防汛条例"], id="前面没有全称"),
]


@pytest.mark.parametrize(("sentence", "expected"), SHORT)
def test_a_short_name_is_the_document_that_was_named(book: RuleBook, sentence: str, expected: list[str]) -> None:
    assert references(read_body(book, sentence)) == expected


def test_what_a_notice_rests_on_is_not_what_it_prints(book: RuleBook) -> None:
    found = read_body(book, "现将《安全手册》下发，根据《云州市校园安全条例》，请认真学习。")
    assert references(found) == ["issues 安全手册", "based-on 云州市校园安全条例"]
    found = read_body(book, "现将通知转发给你们，请结合《云州市校园安全条例》抓好落实。")
    assert references(found) == ["cites 云州市校园安全条例"]


def test_a_number_that_opens_the_title_is_its_own(book: RuleBook) -> None:
    head = "云职办发〔2024〕5号（第三次院长办公会纪要）\n会议研究了防汛工作。\n"
    found = read(book, f"{head}一、防汛。由总务处负责。\n办公室\n2024年3月7日").documents[0]
    assert (values(found.frame.numbers), references(found)) == ("云职办发〔2024〕5号", [])
