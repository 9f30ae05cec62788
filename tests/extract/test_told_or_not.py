"""What a notice tells without 要, and what only sounds told: agendas, questions, definitions, rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import read, read_body, rows, tasks

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

MEETING = (
    "一、时间地点\n会议时间：2024年4月10日上午9:00\n会议地点：三楼会议室\n"
    "二、主要内容\n传达文件，分析形势，研究部署下一步工作。\n三、参会人员\n各学校负责人。\n四、其他\n请各学校按时参加。"
)


def test_what_a_meeting_is_about_is_no_task_and_its_hour_is_the_meeting(book: RuleBook) -> None:
    document = read_body(book, MEETING)
    assert tasks(document) == ["一、时间地点", "四、其他"]
    assert [task.kind for task in document.tasks] == ["meeting", "task"]


def test_what_an_inspection_is_about_beside_no_guests_is_told(book: RuleBook) -> None:
    assert tasks(read_body(book, "一、主要内容\n开展排查，研究整改措施。\n二、其他\n请各学校配合。")) == [
        "一、主要内容",
        "二、其他",
    ]


NOT_TOLD = [
    pytest.param("设备状态。设备是否合格；是否建立巡检制度，保持正常运行。", id="是否"),
    pytest.param("核查内容\n经营资质保持情况，船舶备案情况。", id="核查内容"),
    pytest.param("检查内容\n进展情况，其中成果包括：调研报告，设计方案。", id="调研报告"),
    pytest.param("检查整改范围\n全镇各行各业。", id="检查整改范围"),
    pytest.param("本通告自4月1日0时起执行，执行停止时间另行公告。", id="生效"),
    pytest.param("本意见所称老楼是1980年以前的建筑。今后新增的一并纳入。", id="本意见所称"),
    pytest.param("考核对象为在岗的管理人员和组织员。", id="考核对象为"),
    pytest.param("申报材料包括申请表、佐证材料。", id="材料包括"),
    pytest.param("考核分为自评、互评两步。", id="分为"),
    pytest.param("培训由讲座和实操两部分组成。", id="由两部分组成"),
    pytest.param("检查内容以推进情况和落实制度的记录为主；", id="检查内容以……为主"),
]


@pytest.mark.parametrize("item", NOT_TOLD)
def test_questions_contents_and_definitions_tell_nothing(book: RuleBook, item: str) -> None:
    assert tasks(read_body(book, f"一、{item}\n二、请各学校配合。")) == ["二、请各学校配合"]


UNTITLED = "各县农普办：\n省政府定于12月1日上午9:00召开农业普查电视会议。请各县农普办做好组织工作。\n2023年11月29日"


def test_a_notice_that_lost_its_title_calls_to_its_meeting_all_the_same(book: RuleBook) -> None:
    document = read(book, UNTITLED).documents[0]
    assert [task.kind for task in document.tasks] == ["meeting", "task"]


def test_when_to_arrive_is_not_the_meeting(book: RuleBook) -> None:
    text = (
        "云州市教育局关于召开座谈会的通知\n各学校：\n定于4月9日上午8时召开座谈会。\n"
        "1、会议报到时间为4月8日下午5时前。\n2、各学校要将材料报会务组。\n云州市教育局\n2024年3月1日"
    )
    assert rows(read(book, text).documents[0])[0] == "定于4月9日上午8时召开座谈会 ← - @ 2024-04-09T08:00"


def test_a_check_whether_is_told(book: RuleBook) -> None:
    assert tasks(read_body(book, "一、检查设施是否完好。\n二、请各学校配合。")) == [
        "一、检查设施是否完好",
        "二、请各学校配合",
    ]


def test_a_sentence_in_running_text_is_told_by_its_time(book: RuleBook) -> None:
    document = read_body(book, "试卷由各学校审核。4月30日之前完成全部印刷工作。2023年底前完成了试点。")
    assert rows(document) == ["4月30日之前完成全部印刷工作 ← - @ 2024-04-30"]


def test_the_room_behind_an_address_and_a_bare_kind_are_no_owners(book: RuleBook) -> None:
    body = "一、各学校要将隐患报安全科、产权人（单位）。\n二、各县要公布电话。\n地 点：305房间（安全科）"
    document = read_body(book, body)
    assert rows(document) == [
        "一、各学校要将隐患报安全科、产权人（单位） ← actor 各学校 @ -",
        "二、各县要公布电话 ← actor 各县 @ -",
    ]


def test_the_paragraph_behind_a_calendar_of_short_lines_is_nobodys_item(book: RuleBook) -> None:
    body = "一、送审：4月5日前，完成送审\n二、发证：6月30日前，完成发放\n请各学校严格按照上述节点推进。"
    assert rows(read_body(book, body)) == [
        "一、送审 ← - @ 2024-04-05",
        "二、发证 ← - @ 2024-06-30",
        "请各学校严格按照上述节点推进 ← actor 各学校 @ -",
    ]


def test_doing_as_reported_hands_nothing_in(book: RuleBook) -> None:
    assert read_body(book, "请各学校按上报方案于4月底前完成整改。").tasks[0].kind == "task"


def test_a_number_inside_the_title_marks_is_the_number_of_the_title(book: RuleBook) -> None:
    document = read(
        book, "关于补课的通知\n各学校：\n各学校要根据《关于做好教学工作的通知（云教〔2023〕16号）》补课。\n2024年3月1日"
    ).documents[0]
    assert [(one.value.title, one.value.numbers) for one in document.references] == [
        ("关于做好教学工作的通知", ("云教〔2023〕16号",))
    ]
