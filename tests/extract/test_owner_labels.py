"""Owners in label lines (责任部门：…), in every order; and how lists of names are cut."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.rules.load import load
from tests.notices import owners, read_body

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

LABELS = [
    pytest.param("责任部门：安全科", "responsible 安全科", id="责任部门"),
    pytest.param("责任单位：安全科", "responsible 安全科", id="责任单位"),
    pytest.param("责任处室：安全科", "responsible 安全科", id="责任处室"),
    pytest.param("承办单位：安全科", "responsible 安全科", id="承办单位"),
    pytest.param("落实单位：安全科", "responsible 安全科", id="落实单位"),
    pytest.param("指导部门：安全科", "responsible 安全科", id="指导部门"),
    pytest.param("牵头单位：安全科", "lead 安全科", id="牵头单位"),
    pytest.param("牵头部门：安全科", "lead 安全科", id="牵头部门"),
    pytest.param("主责部门：安全科", "lead 安全科", id="主责部门"),
    pytest.param("主办单位：安全科", "lead 安全科", id="主办单位"),
    pytest.param("牵头考核单位：安全科", "lead 安全科", id="牵头考核单位"),
    pytest.param("牵头责任单位：安全科", "lead 安全科", id="牵头责任单位"),
    pytest.param("牵头单位：安全科\n配合单位：基建科", "lead 安全科；support 基建科", id="牵头配合两行"),
    pytest.param("配合单位：基建科\n牵头单位：安全科", "support 基建科；lead 安全科", id="配合在前"),
    pytest.param("牵头单位：安全科\n责任单位：基建科", "lead 安全科；support 基建科", id="牵头旁的责任单位是配合"),
    pytest.param("牵头单位：安全科\n协办单位：基建科", "lead 安全科；support 基建科", id="协办"),
    pytest.param("牵头单位：安全科\n参加单位：基建科", "lead 安全科；support 基建科", id="参加"),
    pytest.param("牵头单位：安全科；参与单位：基建科", "lead 安全科；support 基建科", id="同一行分号"),
    pytest.param("牵头单位：安全科 配合单位：基建科", "lead 安全科；support 基建科", id="同一行空格"),
    pytest.param("责任人：陆一鸣", "person 陆一鸣", id="责任人"),
    pytest.param("分管领导：陆一鸣\n责任单位：安全科", "person 陆一鸣；responsible 安全科", id="分管领导和责任单位"),
    pytest.param("牵头领导：陆一鸣、赵启明", "person 陆一鸣、赵启明", id="牵头领导两人"),
    pytest.param("责任部门:安全科", "responsible 安全科", id="半角冒号"),
    pytest.param("责任部门 ： 安全科", "responsible 安全科", id="冒号前后空格"),
    pytest.param("责任部门：安全科。", "responsible 安全科", id="末尾句号"),
    pytest.param("（责任部门：安全科）", "responsible 安全科", id="整行在括号里"),
    pytest.param("（责任部门：安全科）\n（责任人：陆一鸣）", "responsible 安全科；person 陆一鸣", id="两行各在括号里"),
    pytest.param(
        "责任单位：安全科（牵头）、基建科",
        "lead 安全科；support 基建科",
        id="名称后括号里写牵头",
    ),
    pytest.param(
        "责任单位：安全科牵头，基建科配合",
        "lead 安全科；support 基建科",
        id="标签之后写牵头配合",
    ),
    pytest.param(
        "责任单位：安全科。各学校要明确专人。",
        "responsible 安全科",
        id="标签之后另有一句",
    ),
    pytest.param(
        "责 任 单 位：安全科",
        "responsible 安全科",
        id="标签字间空格",
    ),
    pytest.param(
        "【责任单位】安全科",
        "responsible 安全科",
        id="标签在方头括号里",
    ),
    pytest.param("牵 头 单 位：安全科\n配 合 单 位：基建科", "lead 安全科；support 基建科", id="两行标签字间空格"),
]


@pytest.mark.parametrize(("lines", "expected"), LABELS)
def test_label_lines_name_owners_and_roles(book: RuleBook, lines: str, expected: str) -> None:
    body = f"一、排查隐患。逐栋排查校舍隐患。\n{lines}\n二、整改隐患。限期整改。\n责任部门：督导科"
    first, second = read_body(book, body).tasks
    assert (owners(first.owners), owners(second.owners)) == (expected, "responsible 督导科")


LISTS = [
    pytest.param("安全科、基建科", "安全科、基建科", id="顿号"),
    pytest.param("安全科，基建科", "安全科、基建科", id="全角逗号"),
    pytest.param("安全科,基建科", "安全科、基建科", id="半角逗号"),
    pytest.param("安全科；基建科", "安全科、基建科", id="分号"),
    pytest.param("安全科;基建科", "安全科、基建科", id="半角分号"),
    pytest.param("安全科 基建科", "安全科、基建科", id="空格"),
    pytest.param("安全科，基建科,后勤科、督导科", "安全科、基建科、后勤科、督导科", id="混用"),
    pytest.param("安全科和基建科", "安全科、基建科", id="和"),
    pytest.param("安全科、基建科及各学校", "安全科、基建科、各学校", id="及"),
    pytest.param("安全科、基建科等", "安全科、基建科", id="等"),
    pytest.param("市公安局、市水利局等部门", "市公安局、市水利局", id="等部门"),
    pytest.param("市公安局、市水利局等有关部门和单位", "市公安局、市水利局", id="等有关部门和单位"),
    pytest.param("市公安局等部门，各县（区）", "市公安局、各县（区）", id="等部门之后还有"),
    pytest.param("市发展和改革委员会、市文化和旅游局", "市发展和改革委员会、市文化和旅游局", id="名称里有和"),
    pytest.param(
        "市住房和城乡建设局和市人力资源和社会保障局",
        "市住房和城乡建设局、市人力资源和社会保障局",
        id="名称里外都有和",
    ),
    pytest.param("市工业和信息化局、农业农村局", "市工业和信息化局、农业农村局", id="省略市字"),
    pytest.param("各党总支、直属党支部", "各党总支、直属党支部", id="各只领第一个"),
    pytest.param("分党委（直属党总支）、机关党委", "分党委（直属党总支）、机关党委", id="括号属于名称"),
    pytest.param("各县（市、区）人民政府、市直各有关单位", "各县（市、区）人民政府、市直各有关单位", id="括号内顿号"),
    pytest.param("党委办公室（统战部）、团委", "党委办公室（统战部）、团委", id="合署办公"),
]  # fmt: skip


@pytest.mark.parametrize(("names", "expected"), LISTS)
def test_lists_of_names_are_cut_where_bodies_end(book: RuleBook, names: str, expected: str) -> None:
    label, bracket = (
        f"一、排查隐患。逐栋排查校舍隐患。\n责任单位：{names}\n二、整改隐患。限期整改。",
        f"一、排查隐患。逐栋排查校舍隐患。（责任单位：{names}）\n二、整改隐患。限期整改。",
    )
    for body in (label, bracket):
        assert owners(read_body(book, body).tasks[0].owners) == f"responsible {expected}"


@cache
def rules() -> RuleBook:
    """The shipped rules; hypothesis takes no fixtures of functions."""
    return load()


BODIES = ["安全科", "市公安局", "各县（区）教育局", "市发展和改革委员会", "市文化和旅游局", "直属党支部", "团委"]
CUTS = ["、", "，", ",", "；", ";", " ", "和", "、 "]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(data=st.data(), names=st.lists(st.sampled_from(BODIES), min_size=1, max_size=5, unique=True))
def test_any_list_is_cut_back_into_its_names(data: st.DataObject, names: list[str]) -> None:
    line = names[0] + "".join(data.draw(st.sampled_from(CUTS)) + name for name in names[1:])
    body = f"一、排查隐患。逐栋排查校舍隐患。\n责任单位：{line}\n二、整改隐患。限期整改。"
    assert owners(read_body(rules(), body).tasks[0].owners) == f"responsible {'、'.join(names)}"
