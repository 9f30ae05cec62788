"""Heads and tails as school pages print them: lines of labels, names of files below the date, 特此通知 over a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.notices import read

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

BODY = "各学院：\n现就填报出访计划通知如下。\n一、各学院应于4月10日前报送计划。\n"


def test_a_line_of_labels_above_the_recipients_is_no_title(book: RuleBook) -> None:
    labels = "发文字号：云大外发〔2024〕1号 发文单位：国际处 发文时间：2024年3月8日\n"
    frame = read(book, f"{labels}{BODY}国际处\n2024年3月8日").documents[0].frame
    assert (frame.title, [number.value for number in frame.numbers]) == (None, ["云大外发〔2024〕1号"])


def test_the_name_of_a_file_may_stand_below_the_date(book: RuleBook) -> None:
    frame = read(book, f"{BODY}保卫处\n2024年3月8日\n隐患清单、整改清单（2）.docx").documents[0].frame
    assert frame.date is not None
    assert [issuer.value for issuer in frame.issuers] == ["保卫处"]


def test_a_body_below_the_taking_of_leave_signs_without_a_date(book: RuleBook) -> None:
    frame = read(book, f"{BODY}特此通知\n云州大学（东湖）党委组织部").documents[0].frame
    assert [issuer.value for issuer in frame.issuers] == ["云州大学（东湖）党委组织部"]


def test_a_trade_union_signs_by_its_bare_name(book: RuleBook) -> None:
    frame = read(book, f"{BODY}工会\n2024年3月8日").documents[0].frame
    assert [issuer.value for issuer in frame.issuers] == ["工会"]
