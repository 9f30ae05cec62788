"""A heading that is a body, a heading that only sounds like one, and what the issuing body does itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import read, read_body, rows

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

HEADED = [
    pytest.param("区房管局。负责督促产权人整改。", "responsible 区房管局", id="负责"),
    pytest.param("区应急局。牵头开展检查。", "lead 区应急局", id="牵头"),
    pytest.param("虹山集团。落实整改，按月巡查。", "actor 虹山集团", id="直接说事"),
    pytest.param("后勤处、保卫处。具体负责巡查。", "responsible 后勤处、保卫处", id="两家"),
    pytest.param("区房管局\n负责督促产权人整改。", "responsible 区房管局", id="独占一行"),
    pytest.param("责任单位。各学校要逐栋排查。", "actor 各学校", id="责任单位不是机构"),
    pytest.param("小区严格配建幼儿园。各县要督促整改。", "actor 各县", id="标题是句子"),
    pytest.param("企业自查。安全科组织各学校开展自查。", "actor 安全科", id="标题里的企业不是主语"),
    pytest.param("各学校自查。对照清单逐项排查。", "actor 各学校", id="后文没有主语"),
    pytest.param("各学校要重视。安全科要督查。", "actor 各学校、安全科", id="标题就是要求"),
]


@pytest.mark.parametrize(("item", "expected"), HEADED)
def test_who_a_heading_names(book: RuleBook, item: str, expected: str) -> None:
    body = f"一、职责分工\n（一）{item}\n（二）区水务局。负责排水。"
    first = rows(read_body(book, body))[0]
    assert first.split(" ← ")[1].split(" @ ")[0] == expected


def test_the_issuing_body_owns_the_item_that_is_all_about_it(book: RuleBook) -> None:
    document = read_body(book, "一、市教育局负责统筹值班安排，按要求上报信息。\n二、各学校做好值班。")
    assert rows(document) == [
        "一、市教育局负责统筹值班安排，按要求上报信息 ← actor 市教育局 @ -",
        "二、各学校做好值班 ← actor 各学校 @ -",
    ]


def test_a_body_that_issues_together_with_others_keeps_its_place_in_their_list(book: RuleBook) -> None:
    text = (
        "云州市教育局、云州市公安局关于检查校车的通知\n各县（区）教育局：\n"
        "一、4月1日至30日，市教育局、市公安局、市交通局对校车进行检查。\n二、各学校要配合。\n"
        "云州市教育局  云州市公安局\n2024年3月1日"
    )
    assert rows(read(book, text).documents[0])[0].endswith(
        "← actor 市教育局、市公安局、市交通局 @ 2024-04-01/2024-04-30"
    )
