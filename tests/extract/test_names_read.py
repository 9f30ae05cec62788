"""Names of subjects that are easily cut, and clauses that only look as if somebody were told to do something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import owners, read_body, tasks

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

WHOLE = [
    pytest.param("各科室、系（部）要提高认识。", "各科室、系（部）", id="括号里才像单位"),
    pytest.param("各街道、镇党（工）委组织人事部门认真梳理。", "各街道、镇党（工）委组织人事部门", id="组织人事部门"),
    pytest.param("科室/部门推荐者提交意见。", "科室/部门推荐者", id="斜线_人是两处的"),
    pytest.param("片区（分院）/总支组织推荐。", "片区（分院）、总支", id="斜线_两个单位"),
    pytest.param("自（推）荐者填写推荐表。", "自（推）荐者", id="词中间有括号"),
    pytest.param("请全体在家校领导和科室负责人准时参加。", "全体在家校领导、科室负责人", id="在家领导"),
    pytest.param("各学院在校庆期间应做好值守。", "各学院", id="在校庆期间不是名称"),
    pytest.param("本校安全事关师生生命和校区稳定，各学院要落实责任。", "各学院", id="事关"),
    pytest.param("申请表经系部审核后报学院，各学院应及时登记。", "各学院", id="材料经谁审核"),
    pytest.param("推荐表上交院党委办公室，由党委办公室交市委组织部备案。", "党委办公室", id="交给谁备案"),
    pytest.param("参赛选手自备器材。", "参赛选手", id="参赛的人"),
]


@pytest.mark.parametrize(("sentence", "expected"), WHOLE)
def test_the_name_of_a_subject_is_whole(book: RuleBook, sentence: str, expected: str) -> None:
    assert owners(read_body(book, f"一、{sentence}").tasks[0].owners) == f"actor {expected}"


TOLD = [
    pytest.param("如遇险情可由校长决定停课，要做好安抚。", id="可由谁决定"),
    pytest.param("会议由校长主持，请准时到会。", id="由谁主持"),
    pytest.param("专家由秘书处另行邀请，请提前联系。", id="由谁另行"),
    pytest.param("总务处已经将账号生成，请及时登录。", id="谁已经做了"),
    pytest.param("王某任组长，各科室负责人任成员，请做好衔接。", id="谁任什么"),
    pytest.param("参会人员集体学习了文件，要加强宣传。", id="学习了"),
    pytest.param("各科室、各班组安全制度落实情况，防汛物资情况。要组织师生按通道通行。", id="什么情况"),
]


@pytest.mark.parametrize("sentence", TOLD)
def test_who_is_only_spoken_of_is_no_subject(book: RuleBook, sentence: str) -> None:
    assert [owners(task.owners) for task in read_body(book, f"一、{sentence}").tasks] == [""]


OPENINGS = [
    pytest.param("《手册》由班主任负责保管。", ["一、《手册》由班主任负责保管"], id="书名之后由谁负责"),
    pytest.param("《条例》宣传。各学校要组织学习。", ["一、《条例》宣传"], id="书名之后谁要"),
    pytest.param("《登记表》请于3月20日前报送。", ["一、《登记表》请于3月20日前报送"], id="书名之后何时"),
    pytest.param("根据实际填写登记表，并传真至安全科。", ["一、根据实际填写登记表，并传真至安全科"], id="根据实际"),
    pytest.param("按各自职责做好登记。", ["一、按各自职责做好登记"], id="按职责"),
    pytest.param("《登记表》一式两份，须加盖公章。", [], id="材料"),
    pytest.param("《云州市校园安全办法》（云政发〔2023〕4号）。", [], id="篇名"),
]


@pytest.mark.parametrize(("sentence", "expected"), OPENINGS)
def test_an_item_that_opens_with_a_title_or_a_ground_may_tell_to_do_something(
    book: RuleBook, sentence: str, expected: list[str]
) -> None:
    assert tasks(read_body(book, f"一、{sentence}")) == expected


DONE = [
    pytest.param("消防检查。各学校检查了消防设施。", [], id="了"),
    pytest.param("消防检查。安全科已完成汇总。", [], id="已"),
    pytest.param("消防检查。各学校整理已经整改的隐患。", ["一、消防检查"], id="已经是定语"),
]


@pytest.mark.parametrize(("sentence", "expected"), DONE)
def test_what_somebody_has_done_is_no_task(book: RuleBook, sentence: str, expected: list[str]) -> None:
    assert tasks(read_body(book, f"一、{sentence}")) == expected


def test_nouns_of_handing_in_make_no_submission(book: RuleBook) -> None:
    found = read_body(book, "一、落实备案制度，完善提交流程。\n二、请各校将方案报市教育局备案。").tasks
    assert [task.kind for task in found] == ["task", "submission"]


def test_ways_to_choose_from_are_no_tasks(book: RuleBook) -> None:
    body = "一、推荐方式\n1.教师自荐。\n2.科室/部门推荐。\n二、要求\n1.推荐方式。各学校要公开推荐。\n2.各学校要公示。"
    assert tasks(read_body(book, body)) == ["二、1.推荐方式", "二、2.各学校要公示"]
