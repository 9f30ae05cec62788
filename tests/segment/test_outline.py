"""Numbered paragraphs become an outline: which numbers are headings, how deep they stand, what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import outline, read_body

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

LEVELS = [
    pytest.param(
        "一、总体要求\n坚持预防为主。\n二、重点任务\n（一）排查隐患\n1.摸清底数。各校登记。\n2.建立台账。各校建账。\n"
        "（1）校舍。逐栋登记。\n（2）设备。逐台登记。\n（二）整改隐患\n立行立改。",
        [
            "1 一、总体要求",
            "1 二、重点任务",
            "2   （一）排查隐患",
            "3     1.摸清底数",
            "3     2.建立台账",
            "4       （1）校舍",
            "4       （2）设备",
            "2   （二）整改隐患",
        ],
        id="四级齐全",
    ),
    pytest.param(
        "一、工作安排\n1.排查。各校排查。\n2.整改。各校整改。\n二、工作要求\n1.加强领导。\n2.强化督导。",
        ["1 一、工作安排", "2   1.排查", "2   2.整改", "1 二、工作要求", "2   1.加强领导", "2   2.强化督导"],
        id="全文跳过第二级",
    ),
    pytest.param(
        (
            "一、工作安排\n（一）排查\n1.登记。\n2.核对。\n（二）整改\n限期整改。\n二、工作要求\n1.加强领导。\n"
            "2.强化督导。"
        ),
        [
            "1 一、工作安排",
            "2   （一）排查",
            "3     1.登记",
            "3     2.核对",
            "2   （二）整改",
            "1 二、工作要求",
            "3     1.加强领导",
            "3     2.强化督导",
        ],
        id="只在一节跳级",
    ),
    pytest.param(
        "1总则\n1.1编制目的\n规范应急处置。\n1.2适用范围\n适用于本区。\n2组织体系\n2.1指挥部\n区长任指挥长。\n"
        "2.2职责\n各负其责。\n3附则\n3年修订一次。",
        ["1 1总则", "2   1.1编制目的", "2   1.2适用范围", "1 2组织体系", "2   2.1指挥部", "2   2.2职责", "1 3附则"],
        id="预案的数字没有点",
    ),
    pytest.param(
        "（一）排查隐患。各校排查。\n（二）整改隐患。各校整改。",
        ["1 （一）排查隐患", "1 （二）整改隐患"],
        id="从括号起",
    ),
    pytest.param(
        "1.排查隐患。\n（1）校舍。\n（2）设备。\n2.整改隐患。",
        ["1 1.排查隐患", "2   （1）校舍", "2   （2）设备", "1 2.整改隐患"],
        id="从阿拉伯数字起",
    ),
    pytest.param(
        "第一章 总则\n第一条 为规范管理，制定本办法。\n第二条 本办法适用于各校。\n第二章 职责\n第三条 各校应当登记。",
        [
            "1 第一章总则",
            "2   第一条为规范管理，制定本办法",
            "2   第二条本办法适用于各校",
            "1 第二章职责",
            "2   第三条各校应当登记",
        ],
        id="章和条",
    ),
    pytest.param(
        "一、排查内容\n①校舍安全。\n②消防设施。\n二、整改要求\n限期整改。",
        ["1 一、排查内容", "2   ①校舍安全", "2   ②消防设施", "1 二、整改要求"],
        id="一下面是圈码",
    ),
    pytest.param(
        (
            "一、总体安排\n（一）排查。各校排查。\n（二）整改。各校整改。\n二、具体要求\n（三）督导。各地督导。\n"
            "（四）通报。各地通报。"
        ),
        ["1 一、总体安排", "2   （一）排查", "2   （二）整改", "1 二、具体要求", "2   （三）督导", "2   （四）通报"],
        id="编号跨节连续",
    ),
]


@pytest.mark.parametrize(("body", "expected"), LEVELS)
def test_the_level_goes_by_the_scheme(book: RuleBook, body: str, expected: list[str]) -> None:
    assert outline(read_body(book, body)) == expected


HEADINGS = [
    pytest.param(
        "—、排查隐患\n各校排查。\n二、整改隐患\n各校整改。",
        ["1 —、排查隐患", "1 二、整改隐患"],
        id="破折号代一",
    ),
    pytest.param(
        "一、响应\n一、二级响应由县级启动。\n二、处置\n按预案处置。",
        ["1 一、响应", "1 二、处置"],
        id="一二级响应是正文",
    ),
    pytest.param("经费不超过以下标准：\n1.5万元用于设备。\n2020.6.30前用完。", [], id="金额和日期不是编号"),
    pytest.param("3.单独一个编号，前后都不相连。", [], id="孤立的编号"),
    pytest.param("1.只有一条。", [], id="只有1点"),
    pytest.param("一、只有一条。各校照办。", ["1 一、只有一条"], id="只有一"),
    pytest.param(
        "一、排查。\n二、整改。\n四、督导。\n五、通报。",
        ["1 一、排查", "1 二、整改", "1 四、督导", "1 五、通报"],
        id="缺号仍接续",
    ),
    pytest.param("一、排查。\n二、整改。\n三十、是三十的误用。", ["1 一、排查", "1 二、整改"], id="跳得太远不算"),
    pytest.param(
        "要做到：一是摸清底数，二是建立台账。\n第一，要重视。第二，要落实。",
        [],
        id="一是和第一不是编号",
    ),
    pytest.param(
        "一、工作安排\n各校照办。\n附件：1.名单\n2.样表",
        ["1 一、工作安排"],
        id="附件说明不进提纲",
    ),
    pytest.param(
        "一、排查表\n| 序号 | 内容 |\n| 1. | 校舍 |\n| 2. | 设备 |\n二、要求\n各校照办。",
        ["1 一、排查表", "1 二、要求"],
        id="表内编号不进提纲",
    ),
    pytest.param(
        "一、排查\n1.校舍。\n2.设备。\n二、整改\n1.登记。\n2.销号。",
        ["1 一、排查", "2   1.校舍", "2   2.设备", "1 二、整改", "2   1.登记", "2   2.销号"],
        id="每节重新编号",
    ),
]


@pytest.mark.parametrize(("body", "expected"), HEADINGS)
def test_only_a_number_that_continues_is_a_heading(book: RuleBook, body: str, expected: list[str]) -> None:
    assert outline(read_body(book, body)) == expected


TITLES = [
    pytest.param("一、排查隐患。各校要逐栋排查。", "1 一、排查隐患", id="到句号"),
    pytest.param("一、排查隐患：各校要逐栋排查。", "1 一、排查隐患", id="到冒号"),
    pytest.param("一、排查隐患；各校要逐栋排查。", "1 一、排查隐患", id="到分号"),
    pytest.param("一、排查校舍、设备和食堂，各校照办。", "1 一、排查校舍、设备和食堂，各校照办", id="逗号不断"),
    pytest.param("一、落实《消防法：学校篇》。各校照办。", "1 一、落实《消防法：学校篇》", id="书名号里的冒号不断"),
    pytest.param("一、打造“安心。放心”校园。各校照办。", "1 一、打造“安心。放心”校园", id="引号里的句号不断"),
    pytest.param("一、排查隐患（6月底前。）各校照办。", "1 一、排查隐患（6月底前。）各校照办", id="括号里的句号不断"),
    pytest.param("一、 排查隐患。各校照办。", "1 一、排查隐患", id="标题前的空格不算"),
    pytest.param("一、" + "排查" * 25 + "。", "1 一、" + "排查" * 20, id="至多四十字"),
    pytest.param("一、排查校舍和设备", "1 一、排查校舍和设备", id="没有标点取整行"),
]


@pytest.mark.parametrize(("line", "expected"), TITLES)
def test_the_title_ends_at_the_first_stop(book: RuleBook, line: str, expected: str) -> None:
    assert outline(read_body(book, f"{line}\n二、整改隐患\n各校整改。"))[0] == expected


UNNUMBERED = [
    pytest.param(
        "后勤处：\n1.检修线路。\n2.更换灯具。\n保卫处：\n1.加强巡查。\n2.核验证件。",
        ["1 后勤处", "2   1.检修线路", "2   2.更换灯具", "1 保卫处", "2   1.加强巡查", "2   2.核验证件"],
        id="机构名作标题",
    ),
    pytest.param("请注意以下事项：\n1.检修线路。\n2.更换灯具。", ["1 1.检修线路", "1 2.更换灯具"], id="引导句不是标题"),
]


@pytest.mark.parametrize(("body", "expected"), UNNUMBERED)
def test_a_line_over_a_list_is_a_heading_when_it_names_a_body(book: RuleBook, body: str, expected: list[str]) -> None:
    assert outline(read_body(book, body)) == expected
