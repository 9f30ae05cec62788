"""The label that a paragraph begins with, in every way of printing it; and beginnings that are no label."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.model.fold import fold
from extractor.segment.labels import label_at, number_of

LABELS = [
    pytest.param("一、总体要求", "chinese 1 一、", id="一、"),
    pytest.param("—、总体要求", "chinese 1 —、", id="破折号代一"),
    pytest.param("一，总体要求", "chinese 1 一，", id="一逗号"),
    pytest.param("二.重点任务", "chinese 2 二.", id="二点"),
    pytest.param("三 、保障措施", "chinese 3 三 、", id="三空格顿号"),
    pytest.param("十一、附则", "chinese 11 十一、", id="十一"),
    pytest.param("二十、附则", "chinese 20 二十、", id="二十"),
    pytest.param("二十一、附则", "chinese 21 二十一、", id="二十一"),
    pytest.param("廿、附则", "chinese 20 廿、", id="廿"),
    pytest.param("廿三、附则", "chinese 23 廿三、", id="廿三"),
    pytest.param("（一）摸清底数", "chinese_brackets 1 （一）", id="全角括号"),
    pytest.param("(一)摸清底数", "chinese_brackets 1 (一)", id="半角括号"),
    pytest.param("（ 二 ）摸清底数", "chinese_brackets 2 （ 二 ）", id="括号内空格"),
    pytest.param("（二十一）摸清底数", "chinese_brackets 21 （二十一）", id="括号二十一"),
    pytest.param("㈠摸清底数", "chinese_brackets 1 ㈠", id="带圈汉字"),
    pytest.param("㈩摸清底数", "chinese_brackets 10 ㈩", id="带圈汉字十"),
    pytest.param("1.建立台账", "arabic 1 1.", id="1点"),
    pytest.param("1. 建立台账", "arabic 1 1.", id="1点空格"),
    pytest.param("1、建立台账", "arabic 1 1、", id="1顿号"),
    pytest.param("1．建立台账", "arabic 1 1．", id="全角点"),
    pytest.param("\uff11．建立台账", "arabic 1 \uff11．", id="全角数字"),
    pytest.param("1，建立台账", "arabic 1 1，", id="1逗号"),
    pytest.param("12.建立台账", "arabic 12 12.", id="两位数"),
    pytest.param("⒈建立台账", "arabic 1 ⒈", id="带点数字"),
    pytest.param("（1）核对名单", "arabic_brackets 1 （1）", id="括号1"),
    pytest.param("(2) 核对名单", "arabic_brackets 2 (2)", id="半角括号2"),
    pytest.param("⑴核对名单", "arabic_brackets 1 ⑴", id="带括号数字"),
    pytest.param("1）核对名单", "arabic_half 1 1）", id="半括号"),
    pytest.param("①逐项登记", "circled 1 ①", id="圈1"),
    pytest.param("⑫逐项登记", "circled 12 ⑫", id="圈12"),
    pytest.param("第一章 总则", "chapter 1 第一章", id="章"),
    pytest.param("第二部分 任务分工", "chapter 2 第二部分", id="部分"),
    pytest.param("第三节 评审", "part 3 第三节", id="节"),
    pytest.param("第十二条 各单位应当登记。", "article 12 第十二条", id="条"),
    pytest.param("第 5 条 各单位应当登记。", "article 5 第 5 条", id="条数字"),
    pytest.param("1.2024年招生工作总结", "arabic 1 1.", id="点后年份"),
    pytest.param("3.5月底前完成自查", "arabic 3 3.", id="点后月份"),
    pytest.param("2、2024级新生报到", "arabic 2 2、", id="顿号后年级"),
    pytest.param("2、50岁以下干部", "arabic 2 2、", id="顿号后年龄"),
    pytest.param("二、2024年重点任务", "chinese 2 二、", id="顿号后年份"),
    pytest.param("三、3岁以下婴幼儿照护", "chinese 3 三、", id="顿号后数字"),
]  # fmt: skip

NO_LABELS = [
    pytest.param("一、二级响应由县级启动", id="一二级响应"),
    pytest.param("一、二、三等奖各若干名", id="一二三等奖"),
    pytest.param("二、三类企业从宽", id="二三类"),
    pytest.param("1.5万元以下的项目", id="1点5万元"),
    pytest.param("2020.6.30前完成", id="点写日期"),
    pytest.param("2024年工作要点", id="年份"),
    pytest.param("3月底前完成", id="月份"),
    pytest.param("第三条第二款所称单位", id="引用条款"),
    pytest.param("第三条规定的情形", id="引用某条规定"),
    pytest.param("第五条的解释权归办公室", id="引用某条的"),
    pytest.param("第一，思想上要重视", id="第一副词"),
    pytest.param("第一次会议", id="第一次"),
    pytest.param("一是提高认识", id="一是"),
    pytest.param("一方面", id="一方面"),
    pytest.param("十分重要", id="十分"),
    pytest.param("（市教育局牵头）", id="责任括号"),
    pytest.param("（2024年修订）", id="年份括号"),
    pytest.param("100个村", id="数量"),
    pytest.param("", id="空"),
]


def shown(words: str) -> str:
    label = label_at(fold(words))
    return f"{label.scheme.name.lower()} {label.number} {words[: label.length]}" if label else "-"


@pytest.mark.parametrize(("words", "label"), LABELS)
def test_a_label_is_read_whatever_way_it_is_printed(words: str, label: str) -> None:
    assert shown(words) == label


@pytest.mark.parametrize("words", NO_LABELS)
def test_text_that_only_begins_like_a_label_has_none(words: str) -> None:
    assert shown(words) == "-"


NUMERALS = [
    pytest.param("十", 10, id="十"),
    pytest.param("十九", 19, id="十九"),
    pytest.param("九十九", 99, id="九十九"),
    pytest.param("卅一", 31, id="卅一"),
    pytest.param("一百", 100, id="一百"),
    pytest.param("一百零五", 105, id="一百零五"),
    pytest.param("一百二十", 120, id="一百二十"),
    pytest.param("二〇二四", 2024, id="逐位"),
    pytest.param("⑳", 20, id="圈20"),
]


@pytest.mark.parametrize(("numeral", "value"), NUMERALS)
def test_numerals_have_their_value(numeral: str, value: int) -> None:
    assert number_of(numeral) == value


def spelled(value: int) -> str:
    """1–99 as it is written: 十, 二十三."""
    tens, ones = divmod(value, 10)
    first = {0: "", 1: "十"}.get(tens, "〇一二三四五六七八九"[tens] + "十")
    return first + ("" if ones == 0 else "〇一二三四五六七八九"[ones])


@given(value=st.integers(1, 99))
def test_a_chinese_and_an_arabic_label_of_one_number_agree(value: int) -> None:
    assert number_of(spelled(value)) == number_of(str(value)) == value
    assert shown(f"{spelled(value)}、工作安排") == f"chinese {value} {spelled(value)}、"
    assert shown(f"（{value}）工作安排") == f"arabic_brackets {value} （{value}）"


@given(words=st.text(alphabet="一二三十百1290第章节条（）.、，①月年 要", max_size=12))
def test_a_label_never_takes_more_than_is_there(words: str) -> None:
    label = label_at(fold(words))
    assert label is None or 0 < label.length <= len(words)
