"""Subjects as towns, counties and districts write them: 各县、区, 单位和个人, 物业, 包村干部, 其他组织."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import owners, read_body

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

SUBJECTS = [
    pytest.param("取水单位和个人，应当装表。", "取水单位和个人", id="单位和个人"),
    pytest.param("任何单位和个人发现险情，应立即报告。", "任何单位和个人", id="任何单位和个人"),
    pytest.param("凡在河边垂钓的单位和个人，须办证。", "在河边垂钓的单位和个人", id="凡在某处的"),
    pytest.param("经批准进入库区的人员，应当登记。", "经批准进入库区的人员", id="经批准的人员"),
    pytest.param("机关、团体和其他组织，要公开标准。", "机关、团体、其他组织", id="其他组织"),
    pytest.param("各县、区要排查。", "各县、区", id="各县区"),
    pytest.param("各县、区，市直各单位要排查。", "各县、区、市直各单位", id="各县区和别的"),
    pytest.param("请各区、县于6月底前报送。", "各区、县", id="请各区县"),
    pytest.param("市直各部、委、办、局要排查。", "市直各部、委、办、局", id="部委办局"),
    pytest.param("各县、区和开发区要排查。", "各县、区、开发区", id="各县区和开发区"),
    pytest.param("各乡、镇、县直各单位要排查。", "各乡、镇、县直各单位", id="顿号后面另有单位"),
    pytest.param("各镇街、各网格要排查。", "各镇街、各网格", id="镇街和网格"),
    pytest.param("在建工地要设围挡，民宿应登记。", "在建工地、民宿", id="工地和民宿"),
    pytest.param("商场、超市、宾馆要自查。", "商场、超市、宾馆", id="商场超市宾馆"),
    pytest.param("项目业主要倒排工期。", "项目业主", id="业主要不是主要"),
    pytest.param("被征收人应当办理登记，监护人要看管。", "被征收人、监护人", id="征收人和监护人"),
    pytest.param("包联领导每周至少到村一次。", "包联领导", id="包联领导"),
    pytest.param("党政主要领导要带班。", "党政主要领导", id="主要领导"),
    pytest.param("普查指导员要逐表审核。", "普查指导员", id="指导员里有动词"),
    pytest.param("网格员发现隐患立即上报。", "网格员", id="发现什么立即"),
    pytest.param("值班员接到报警后，第一时间核实。", "值班员", id="接到什么第一时间"),
    pytest.param("各村党支部书记负总责。", "各村党支部书记", id="负总责"),
    pytest.param("请未达标的乡镇3日内说明。", "未达标的乡镇", id="请未达标的"),
    pytest.param("电信、移动等通信企业要保障畅通。", "电信、移动", id="等通信企业"),
    pytest.param("县、乡两级要成立专班。", "县、乡两级", id="县乡两级"),
    pytest.param("县级财政要安排资金。", "县级财政", id="财政"),
    pytest.param("各乡镇决不能敷衍了事。", "各乡镇", id="决不能"),
    pytest.param("各乡镇指定一名联络员。", "各乡镇", id="指定一名"),
    pytest.param("分管负责人具体抓。", "分管负责人", id="具体抓"),
    pytest.param("请县委编办研究解决人员编制问题。", "县委编办", id="研究解决人员编制"),
]

NO_SUBJECTS = [
    pytest.param("村支书是第一责任人，对巡查负责。", id="是责任人不是名称"),
    pytest.param("市民之家要点见附件。", id="要点"),
    pytest.param("景区面积要核准。", id="景区面积"),
    pytest.param("主要做好排查。", id="主要"),
    pytest.param("工地检查每周一次。", id="工地检查"),
]


@pytest.mark.parametrize(("sentence", "expected"), SUBJECTS)
def test_the_subjects_of_local_notices_are_found(book: RuleBook, sentence: str, expected: str) -> None:
    found = owners(read_body(book, f"一、排查工作。{sentence}").tasks[0].owners)
    assert found == f"actor {expected}"


@pytest.mark.parametrize("sentence", NO_SUBJECTS)
def test_what_only_looks_like_a_subject_is_none(book: RuleBook, sentence: str) -> None:
    tasks = read_body(book, f"一、排查工作。要逐户登记。{sentence}").tasks
    assert [owners(task.owners) for task in tasks] == [""]
