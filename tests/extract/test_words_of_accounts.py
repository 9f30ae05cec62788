"""报销, 报废 and 上报的 hand nothing in; closing lines that ask all units are tasks of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import owners, read_body

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

NO_TASKS = [
    pytest.param("为做好年终决算，现将差旅费报销的有关事项通知如下：", id="报销"),
    pytest.param("对拒不配合的科室，后勤集团将暂停其设备报废申请。", id="报废"),
    pytest.param("此次清查结合各科室上报的自查情况进行。", id="上报的情况"),
]
ITEMS = "1.各系自查。\n各系逐间排查实训室，填写清单。\n排查范围：实训室、库房。\n2.学院督查。\n督查小组抽查各系。\n"


@pytest.mark.parametrize("sentence", NO_TASKS)
def test_nothing_is_handed_in(book: RuleBook, sentence: str) -> None:
    assert read_body(book, sentence).tasks == ()


def test_a_line_that_asks_all_units_ends_the_last_item(book: RuleBook) -> None:
    tasks = read_body(book, f"{ITEMS}请各系抓紧开学前的时间，及时排查并整改到位。").tasks
    assert [owners(task.owners) for task in tasks] == ["actor 各系", "actor 督查小组", "actor 各系"]


def test_paragraphs_by_turns_stay_with_their_item(book: RuleBook) -> None:
    body = (
        "一、供电时段\n晚十一点停电。\n二、工作要求\n宿管中心要检修线路。\n"
        "各系要做好教育，3月9日班主任要进宿舍。\n各系要加强管理。"
    )
    assert owners(read_body(book, body).tasks[-1].owners) == "actor 宿管中心、各系、班主任"
