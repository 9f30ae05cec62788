"""Times of odd and even months, every other week, those that were put off, and those that are over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import framed, laid, read, times

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

SAID = [
    pytest.param("各学校逢单月10日前报送进展。", "year on 01-10,03-10,05-10,07-10,09-10,11-10", id="逢单月"),
    pytest.param("各学校于双月底前报送进展。", "year on 02-28,04-30,06-30,08-31,10-31,12-31", id="双月底"),
    pytest.param("各学校要在名单月底前报送。", "2024-03-31", id="名单不是单月"),
    pytest.param("各学校至少每两周演练一次。", "half-month", id="每两周"),
    pytest.param("各学校要每两年演练一次。", "每两年+2y", id="每两年"),
    pytest.param("各学校要把例会改在每周星期四召开。", "week on thu", id="每周星期四"),
    pytest.param("各学校要将每周星期五的例会调整到每周星期四。", "week on thu", id="调整到"),
    pytest.param("原定于3月15日召开的会议改为3月20日，请各学校参加。", "2024-03-20", id="改为"),
    pytest.param("10月17号---21号，各学校组织参观。", "2024-10-17/2024-10-21", id="号"),
    pytest.param("4月9日前整改到位，年终文化考核另行安排，各学校要照办。", "2024-04-09", id="年终考核"),
    pytest.param("各学校要完成搬迁（机关已于2月9日完成搬迁），3月10日前清场。", "2024-03-10", id="已于"),
]


@pytest.mark.parametrize(("sentence", "expected"), SAID)
def test_what_a_calendar_makes_of_it(book: RuleBook, sentence: str, expected: str) -> None:
    task = read(book, framed(f"一、{sentence}\n二、各县要公布电话。")).documents[0].tasks[0]
    assert times(task) == expected


UNDATED = "全改办函〔2015〕5号\n关于填报进展的通知\n各县办公室：\n一、各县于3月31日前填报。\n二、各县要公布电话。"


def test_a_document_without_a_date_is_of_the_year_of_its_number(book: RuleBook) -> None:
    assert times(read(book, UNDATED).documents[0].tasks[0]) == "2015-03-31"


def test_a_date_goes_before_the_number(book: RuleBook) -> None:
    dated = UNDATED + "\n云州市教育局\n2016年1月5日"
    assert times(read(book, dated).documents[0].tasks[0]) == "2016-03-31"
    assert laid(dated).text.startswith("全改办函")
