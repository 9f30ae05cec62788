"""Subjects in the notices of colleges: verbs before a person, quoted grades, times before 须, the school itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import owners, read, read_body

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

FOUND = [
    pytest.param("学员提交作品终稿时，须在平台附上说明。", "学员", id="什么时，须"),
    pytest.param("任课教师办理调课前，应先征得系主任同意。", "任课教师", id="什么前，应先"),
    pytest.param("参赛队上传视频之前，务必核对片头。", "参赛队", id="之前，务必"),
    pytest.param("评为“良好”等次的课题组应在校内作交流。", "评为“良好”等次的课题组", id="引号里的等次"),
    pytest.param("鉴定意见为“修改”的申请人须重新提交。", "鉴定意见为“修改”的申请人", id="意见为引号"),
    pytest.param("修读辅修专业的学生将成绩单发到办公邮箱。", "修读辅修专业的学生", id="修读、发到"),
    pytest.param("推荐参评精品案例的教师将材料发给教务科。", "推荐参评精品案例的教师", id="推荐参评"),
    pytest.param("所有应训人员（因伤免训的除外）都要编入方队。", "所有应训人员（因伤免训的除外）", id="应训人员"),
    pytest.param("应考人员须携带身份证。", "应考人员", id="应考人员"),
    pytest.param("实训科在验收前应对所有设备进行测试。", "实训科", id="应对……进行"),
    pytest.param("修改后学员再次提交初稿。", "学员", id="修改后"),
    pytest.param("答辩后一周内学员要上传终稿。", "学员", id="一周内"),
    pytest.param("6月上旬各系完成预答辩。", "各系", id="上旬"),
    pytest.param("二级学院向超出标准的学员发出提醒。", "二级学院", id="向谁发出"),
    pytest.param("各系参考往年标准提出要求。", "各系", id="参考"),
    pytest.param("实训科首次检查开始时间：3月5日。请学员务必到场。", "学员", id="开始时间"),
    pytest.param("答辩前各小组秘书收集查重结果作为材料。", "各小组秘书", id="收集结果作为"),
    pytest.param("答辩之后，学员要修改作品。6月2日前全体学员应提交定稿。", "学员", id="全体学员与学员"),
]
NOT_FOUND = [
    pytest.param("修改完毕应重新提交，等待指导教师审核通过。", "-", id="等待谁"),
    pytest.param("要加强过程管理，监督指导教师做好批改。", "-", id="监督谁"),
    pytest.param("重要事项要留意教务处后续通知。", "-", id="留意谁"),
    pytest.param("目前处于高峰期，要耐心等候。", "-", id="目前处于"),
    pytest.param("所有系统内的材料务必上传完毕。", "-", id="所有系统"),
    pytest.param("一旦导师审核通过，即应锁定初稿。", "-", id="一旦"),
    pytest.param("费用应由学员个人自负。", "-", id="自负"),
    pytest.param("“开题”的“学院审核”环节应当简化。", "-", id="引号不成对"),
    pytest.param("各专业抽检篇数应达两篇。", "-", id="篇数应达"),
    pytest.param("省教育厅抽查结果中有不合格的，应限期整改。", "-", id="结果中"),
    pytest.param("各学院所推荐项目须在院内公示三天。", "-", id="学院所推荐"),
]
NOTICE = "关于做好结业作品检查的通知\n各学院：\n现将有关事项通知如下：\n{}\n{}\n2024年3月1日\n"
OWN = "一、学校采用统一平台检查作品，各学院要逐件核对。\n二、按期提交。学员应于5月6日前提交作品。"


@pytest.mark.parametrize(("sentence", "expected"), [*FOUND, *NOT_FOUND])
def test_who_is_told_to_do_it(book: RuleBook, sentence: str, expected: str) -> None:
    document = read_body(book, f"一、工作安排\n1.{sentence}\n2.各系要按时完成。")
    first = [task for task in document.tasks if task.section[-1:] == ("1.",)]
    assert [owners(task.owners) or "-" for task in first] == ["-" if expected == "-" else f"actor {expected}"]


@pytest.mark.parametrize("issuer", ["云湖学院教务处", "武装部", "云湖师范大学"])
def test_the_school_is_the_issuing_body_where_a_unit_of_it_issues(book: RuleBook, issuer: str) -> None:
    tasks = read(book, NOTICE.format(OWN, issuer)).documents[0].tasks
    assert owners(tasks[0].owners) == "actor 各学院"


def test_the_school_is_told_where_an_authority_issues(book: RuleBook) -> None:
    tasks = read(book, NOTICE.format("一、学校要逐件核对作品，各班要配合。", "云州市教育局")).documents[0].tasks
    assert "学校" in owners(tasks[0].owners)


def test_what_the_school_offers_with_a_request_is_not_the_school_s_to_do(book: RuleBook) -> None:
    body = "一、凡经批准者，学校给予一次检测机会，请务必在6月27日前完成检测。\n二、各系要配合。"
    tasks = read(book, NOTICE.format(body, "云湖学院教务处")).documents[0].tasks
    assert [owners(task.owners) for task in tasks] == ["", "actor 各系"]


def test_the_last_sentence_leads_in_the_items_below(book: RuleBook) -> None:
    body = "一、终稿由档案室统一存档。注意事项如下：\n（1）页码应连续；\n（2）封面须用白底。\n二、各系要配合。"
    tasks = read_body(book, body).tasks
    assert [owners(task.owners) for task in tasks] == ["", "", "actor 各系"]


BRACKETS = [
    pytest.param("成绩须录入教学系统（青松系统）。", id="系统的别名"),
    pytest.param("未抽中的作品按安排完成评阅。（抽中的作品仍需完成指导教师评阅）", id="指导教师不是指导"),
]


@pytest.mark.parametrize("sentence", BRACKETS)
def test_a_bracket_without_a_body_names_nobody(book: RuleBook, sentence: str) -> None:
    tasks = read_body(book, f"一、工作安排\n1.{sentence}\n2.各系要按时完成。").tasks
    assert [owners(task.owners) for task in tasks if task.section[-1:] == ("1.",)] == [""]


def test_whose_room_it_is_says_a_bracket_behind_its_number(book: RuleBook) -> None:
    tasks = read_body(book, "一、各系要按时完成。\n办公室：东校区综合楼208室（实训管理科）").tasks
    assert [owners(task.owners) for task in tasks] == ["actor 各系"]
