"""Recipients without their colon, names over two lines, headings over lists whose numbering starts over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import outline, read, values

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

HEAD = "云州学院关于检查宿舍的通知\n"
TAIL = "\n学生工作处\n2024年3月1日"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("各二级学院", "各二级学院", id="一家"),
        pytest.param("各部门、各二级学院", "各部门 | 各二级学院", id="两家"),
        pytest.param("各项工作有序开展", "", id="不是机构"),
    ],
)
def test_recipients_without_their_colon(book: RuleBook, line: str, expected: str) -> None:
    document = read(book, f"{HEAD}{line}\n为做好检查，现将事项通知如下。\n一、各二级学院要自查。{TAIL}").documents[0]
    assert values(document.frame.recipients) == expected


LISTS = (
    "高一爱校教育\n1、开展升旗。\n2、出黑板报。\n高二爱国教育\n1、观看影片。\n2、写观后感。\n"
    "高三责任教育\n1、开班会。\n2、做好登记。"
)


def test_every_list_that_starts_over_has_its_heading(book: RuleBook) -> None:
    document = read(book, f"{HEAD}各班：\n现将事项通知如下。\n{LISTS}{TAIL}").documents[0]
    assert outline(document) == [
        "1 高一爱校教育", "2   1、开展升旗", "2   2、出黑板报",
        "1 高二爱国教育", "2   1、观看影片", "2   2、写观后感",
        "1 高三责任教育", "2   1、开班会", "2   2、做好登记",
    ]  # fmt: skip


def test_a_line_over_the_only_list_is_no_heading(book: RuleBook) -> None:
    text = f"{HEAD}各班：\n现将事项通知如下。\n爱校教育\n1、开展升旗。\n2、出黑板报。{TAIL}"
    assert outline(read(book, text).documents[0]) == ["1 1、开展升旗", "1 2、出黑板报"]


SIGNED = [
    pytest.param("云州县森林草原防火\n灭火指挥部", "云州县森林草原防火灭火指挥部", id="一个名称两行"),
    pytest.param("云州县教育局\n云州县财政局", "云州县教育局 | 云州县财政局", id="两家两行"),
    pytest.param("云州县各学校要照此办理。\n灭火指挥部", "灭火指挥部", id="上一行是句子"),
    pytest.param("森林草原防火\n灭火指挥部", "灭火指挥部", id="上一行没有地名"),
]


@pytest.mark.parametrize(("signature", "expected"), SIGNED)
def test_who_signs(book: RuleBook, signature: str, expected: str) -> None:
    text = f"关于防火的通知\n各乡镇：\n请各乡镇加强巡查。\n{signature}\n2024年3月1日"
    assert values(read(book, text).documents[0].frame.issuers) == expected
