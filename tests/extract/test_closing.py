"""Which paragraphs below the last item close the notice, and which are the item's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import read_body, rows

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

CLOSING = "请各学校于6月20日前将总结报送市教育局。"
MARKED = [
    pytest.param(
        (
            "一、排查。逐栋排查。\n责任单位：安全科\n完成时限：5月底前\n"
            "二、整改。逐项整改。\n责任单位：基建科\n完成时限：7月底前"
        ),
        id="责任和时限各一行",
    ),
    pytest.param(
        "一、排查\n逐栋排查。\n责任单位：安全科\n完成时限：5月底前\n二、整改\n逐项整改。\n责任单位：基建科",
        id="最后一项少一行",
    ),
    pytest.param(
        "一、排查\n逐栋排查。\n登记造册。\n责任单位：安全科\n二、整改\n逐项整改。\n责任单位：基建科",
        id="前面一项多一段",
    ),
]


@pytest.mark.parametrize("items", MARKED)
def test_what_follows_the_label_lines_of_the_last_item_closes_the_notice(book: RuleBook, items: str) -> None:
    found = rows(read_body(book, f"{items}\n{CLOSING}"))
    assert found[2:] == [f"{CLOSING.rstrip('。')} ← actor 各学校 @ 2024-06-20"]


def test_the_label_line_of_the_last_item_stays_with_it_however_many_paragraphs_it_has(book: RuleBook) -> None:
    body = "一、排查。逐栋排查。\n责任单位：安全科\n二、整改。逐项整改。\n各学校要建立台账。\n责任单位：基建科"
    assert rows(read_body(book, body)) == [
        "一、排查 ← responsible 安全科 @ -",
        "二、整改 ← responsible 基建科 @ -",
    ]


def test_what_follows_a_bracket_of_its_own_closes_the_notice(book: RuleBook) -> None:
    body = f"一、排查。逐栋排查。（责任单位：安全科）\n二、整改。逐项整改。\n（责任单位：基建科）\n{CLOSING}"
    assert rows(read_body(book, body))[1:] == [
        "二、整改 ← responsible 基建科 @ -",
        f"{CLOSING.rstrip('。')} ← actor 各学校 @ 2024-06-20",
    ]


def test_what_follows_a_sentence_without_its_full_stop_closes_the_notice(book: RuleBook) -> None:
    told = "报送总结，对照年初确定的安全目标逐条梳理，并说明尚未完成的事项、原因和准备怎样完成，附上有关图片和表格"
    body = f"1.排查隐患，逐栋登记。\n2.{told}\n有关材料6月20日下班前报送安全科。"
    assert rows(read_body(book, body)) == [
        "1.排查隐患，逐栋登记 ← - @ -",
        f"2.{told} ← - @ vague",
        "有关材料6月20日下班前报送安全科 ← - @ 2024-06-20",
    ]
