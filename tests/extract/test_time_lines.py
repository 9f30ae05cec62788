"""Lines that say when an item is due, days that are none, and items that only point elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import read, read_body, rows, tasks

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook


def test_a_time_line_that_closes_an_item_is_the_time_of_the_item(book: RuleBook) -> None:
    body = (
        "一、检查步骤\n1.学校自查\n各学校要逐栋排查。\n自查时间：4月2日至7日\n"
        "2.县局抽查\n县局要逐校抽查。\n抽查时间：4月10日至12日"
    )
    assert rows(read_body(book, body)) == [
        "一、1.学校自查 ← actor 各学校 @ 2024-04-02/2024-04-07",
        "一、2.县局抽查 ← actor 县局 @ 2024-04-10/2024-04-12",
    ]


def test_several_time_lines_in_an_item_stay_tasks_of_their_own(book: RuleBook) -> None:
    body = "一、检查安排\n各学校要逐栋排查。\n自查时间：4月2日至7日\n抽查时间：4月10日至12日"
    assert [row.rsplit(" @ ", 1)[1] for row in rows(read_body(book, body))] == [
        "2024-04-02/2024-04-07",
        "2024-04-10/2024-04-12",
    ]


POINTERS = [
    *("检查内容 见《隐患自查表》", "检查标准：详见附件2。", "报送要求请见附件3。", "检查名单见下表。"),
]


@pytest.mark.parametrize("words", POINTERS)
def test_an_item_that_only_points_elsewhere_is_no_task(book: RuleBook, words: str) -> None:
    assert tasks(read_body(book, f"一、{words}\n二、排查校舍。各学校要逐栋排查。")) == ["二、排查校舍"]


def test_an_item_that_asks_for_more_than_to_look_is_one(book: RuleBook) -> None:
    assert tasks(read_body(book, "一、填报台账。各学校要按时填报，格式见附件2。")) == ["一、填报台账"]


BASES = [
    *("此次盘点的基准日为2023年12月31日。", "本次普查的标准和统计时点是2023年12月31日。"),
]


@pytest.mark.parametrize("words", BASES)
def test_the_day_that_figures_refer_to_is_no_deadline(book: RuleBook, words: str) -> None:
    assert tasks(read_body(book, f"一、{words}\n二、排查校舍。各学校要逐栋排查。")) == ["二、排查校舍"]


def test_a_report_handed_in_within_a_week_is_no_entry_of_a_list(book: RuleBook) -> None:
    body = "一、检查结束后一周内交《隐患整改登记表》（从县局网站下载）。"
    assert rows(read_body(book, body)) == [
        "一、检查结束后一周内交《隐患整改登记表》（从县局网站下载） ← - @ 检查结束+7d",
    ]


def test_each_body_may_have_a_paragraph_of_the_last_item(book: RuleBook) -> None:
    ours = "县教育局要加强指导。\n县财政局要保障经费。\n各学校要落实责任。"
    body = f"一、排查校舍。各学校要逐栋排查。\n二、有关要求\n{ours}"
    assert rows(read_body(book, body)) == [
        "一、排查校舍 ← actor 各学校 @ -",
        "二、有关要求 ← actor 县教育局、县财政局、各学校 @ -",
    ]


def test_a_demand_below_them_closes_the_notice_all_the_same(book: RuleBook) -> None:
    body = "一、有关要求\n县教育局要加强指导。\n县财政局要保障经费。\n请各学校于6月20日前报送总结。"
    assert rows(read_body(book, body))[1:] == ["请各学校于6月20日前报送总结 ← actor 各学校 @ 2024-06-20"]


HELD = [
    pytest.param("经研究决定，县政协第二次会议于2024年4月14日至17日在县城举行，会期四天。", id="于某日举行"),
    pytest.param("全县安全生产工作会议拟于2024年4月14日召开。", id="拟于某日召开"),
]


@pytest.mark.parametrize("sentence", HELD)
def test_a_meeting_named_before_its_day_is_called_as_well(book: RuleBook, sentence: str) -> None:
    body = f"{sentence}现将有关事项通知如下：\n一、会议材料。各学校要自备材料。"
    text = f"关于召开工作会议的通知\n各学校：\n{body}\n县政府\n2024年4月1日"
    kinds = [task.kind for task in read(book, text).documents[0].tasks]
    assert kinds == ["meeting", "task"]


def test_when_and_where_a_meeting_is_calls_to_it(book: RuleBook) -> None:
    where = "会议定于4月15日（周一）下午2:30，在县会议中心召开，会期半天。"
    body = f"一、时间地点\n{where}\n二、参加人员\n各校校长。"
    text = f"关于组织参加全县发展大会的通知\n各学校：\n{body}\n县教育局\n2024年4月1日"
    document = read(book, text).documents[0]
    assert [task.kind for task in document.tasks] == ["meeting"]
    assert rows(document)[0].endswith(" @ 2024-04-15T14:30")


SECTIONS = [
    pytest.param("检查范围及安排\n1.仓库，由后勤科负责检查。\n2.校舍，由基建科负责检查。", 2, id="范围及安排"),
    pytest.param("提交邮箱：ledger@example.cn", 0, id="提交邮箱"),
    pytest.param("清查基准日\n以2024年3月31日为此次清查的基准日。", 0, id="基准日"),
    pytest.param("评估所需资金从公用经费中支出。", 0, id="所需资金"),
    pytest.param("9月3日全县放假1天。", 0, id="全县放假"),
]


@pytest.mark.parametrize(("section", "count"), SECTIONS)
def test_sections_that_tell_nobody_hold_no_tasks(book: RuleBook, section: str, count: int) -> None:
    assert len(read_body(book, f"一、{section}\n二、排查校舍。各学校要逐栋排查。").tasks) == count + 1
