"""Words that stand where a subject stands and are none, and subjects that are easily missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import owners, read_body

if TYPE_CHECKING:
    from extractor.rules.rule import RuleBook

ALONE = [
    pytest.param("学校自查\n辖区各中学要逐栋排查。", "辖区各中学", id="标题里的主语让位"),
    pytest.param("学校自查\n逐栋排查校舍，登记造册。", "学校", id="正文没有主语用标题的"),
]
SUBJECTS = [
    pytest.param("各学校要成立评议组（不少于三人，组长应具有高级职称）。", "各学校", id="括号里的说明"),
    pytest.param("各县（市、区）要逐栋排查。", "各县（市、区）", id="名称里的括号"),
    pytest.param("项目申请者将材料发至安全科。", "项目申请者", id="将……发至"),
    pytest.param("依托单位对申请书进行审核。", "依托单位", id="依托单位"),
    pytest.param("依托单位要审核申请书。", "依托单位", id="依托单位要"),
    pytest.param("代管机构不再承担审批事项，请资产科做好交接。", "资产科", id="不再承担"),
    pytest.param("要加强督查。同时各县区要开展排查。", "各县区", id="同时之后"),
    pytest.param("请各院系负责人精心组织。", "各院系负责人", id="精心组织"),
]
NOBODY = [
    pytest.param("各地区服务平台要与门户网站联通。", id="平台"),
    pytest.param("各单位工程要按图施工。", id="工程"),
]


@pytest.mark.parametrize(("body", "expected"), ALONE)
def test_a_heading_names_nobody_who_is_not_named_below_it(book: RuleBook, body: str, expected: str) -> None:
    assert owners(read_body(book, f"一、{body}").tasks[0].owners) == f"actor {expected}"


@pytest.mark.parametrize(("sentence", "expected"), SUBJECTS)
def test_the_subject_is_who_has_to_do_it(book: RuleBook, sentence: str, expected: str) -> None:
    assert owners(read_body(book, f"一、{sentence}").tasks[0].owners) == f"actor {expected}"


@pytest.mark.parametrize("sentence", NOBODY)
def test_a_thing_is_no_subject(book: RuleBook, sentence: str) -> None:
    assert [owners(task.owners) for task in read_body(book, f"一、{sentence}").tasks] == [""]
