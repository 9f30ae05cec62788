"""Counting as Word counts: levels, starts, restarts, shared counters; and how a label joins its words."""

from __future__ import annotations

import pytest

from extractor.ingest.numbering import Level, NumberedList, Numbering, Suffix, labelled

OUTLINE = {
    0: Level(1, "chineseCounting", "%1、"),
    1: Level(1, "chineseCounting", "（%2）"),
    2: Level(1, "decimal", "%3."),
}


def labels(numbering: Numbering, *steps: tuple[str, int]) -> str:
    printed = (numbering.label(number, level) for number, level in steps)
    return " ".join("-" if label is None else label[0] for label in printed)


def one(levels: dict[int, Level]) -> Numbering:
    return Numbering({"1": NumberedList("a", levels)})


def outline(*levels: int) -> list[tuple[str, int]]:
    return [("1", level) for level in levels]


COUNTED = [
    pytest.param(
        OUTLINE,
        (0, 1, 1, 2, 2, 1, 0, 1, 2),
        "一、 （一） （二） 1. 2. （三） 二、 （一） 1.",
        id="三级标题",
    ),
    pytest.param(OUTLINE, (0, 2, 2, 0, 2), "一、 1. 2. 二、 1.", id="跳级"),
    pytest.param(OUTLINE, (0, 2, 1, 1), "一、 1. （二） （三）", id="跳过的级别已占一号"),
    pytest.param({0: Level(5, "decimal", "%1.")}, (0, 0), "5. 6.", id="起始值"),
    pytest.param({0: Level(0, "decimal", "%1.")}, (0, 0), "0. 1.", id="从零起"),
    pytest.param(
        {0: Level(1, "decimal", "%1"), 1: Level(1, "decimal", "%1.%2")},
        (1, 1, 0, 1),
        "1.1 1.2 2 2.1",
        id="上级未出现",
    ),
    pytest.param(
        {0: Level(1, "chineseCounting", "%1、"), 1: Level(1, "decimal", "%1-%2", legal=True)},
        (0, 0, 1),
        "一、 二、 2-1",
        id="正规编号",
    ),
    pytest.param(
        {0: Level(1, "chineseCounting", "%1、"), 1: Level(1, "chineseCounting", "（%2）", restart=0)},
        (0, 1, 1, 0, 1),
        "一、 （一） （二） 二、 （三）",
        id="不重新编号",
    ),
    pytest.param(
        {**OUTLINE, 2: Level(1, "decimal", "%3.", restart=1)},
        (0, 1, 2, 1, 2, 0, 2),
        "一、 （一） 1. （二） 2. 二、 1.",
        id="只随一级重新编号",
    ),
    pytest.param({0: Level(1, "none", "%1")}, (0,), "", id="无编号"),
    pytest.param({0: Level(1, "bullet", "●")}, (0, 0), "● ●", id="项目符号"),
    pytest.param({0: Level(1, "chineseCounting", "第%1条")}, (0, 0), "第一条 第二条", id="条"),
    pytest.param({0: Level(1, "decimal", "100%")}, (0,), "100%", id="百分号不是空位"),
    pytest.param({}, (3,), "", id="未定义的级别"),
]


@pytest.mark.parametrize(("levels", "steps", "expected"), COUNTED)
def test_levels_count_as_word_counts(levels: dict[int, Level], steps: tuple[int, ...], expected: str) -> None:
    assert labels(one(levels), *outline(*steps)) == expected


def test_lists_of_one_definition_go_on_counting() -> None:
    shared = {"1": NumberedList("a", OUTLINE), "2": NumberedList("a", OUTLINE)}
    assert labels(Numbering(shared), ("1", 0), ("2", 0), ("1", 0)) == "一、 二、 三、"


def test_lists_of_different_definitions_count_apart() -> None:
    apart = {"1": NumberedList("a", OUTLINE), "2": NumberedList("b", OUTLINE)}
    assert labels(Numbering(apart), ("1", 0), ("2", 0), ("1", 0)) == "一、 一、 二、"


def test_a_start_override_begins_anew_once() -> None:
    lists = {"1": NumberedList("a", OUTLINE), "2": NumberedList("a", OUTLINE, {0: 1})}
    steps = [("1", 0), ("1", 0), ("2", 0), ("2", 0), ("1", 0)]
    assert labels(Numbering(lists), *steps) == "一、 二、 一、 二、 三、"


def test_an_overridden_start_holds_after_each_restart() -> None:
    lists = {"1": NumberedList("a", OUTLINE, {1: 3})}
    assert labels(Numbering(lists), *outline(0, 1, 1, 0, 1)) == "一、 （三） （四） 二、 （三）"


@pytest.mark.parametrize("step", [("9", 0), ("1", 9), ("1", -1)], ids=["没有的列表", "第十级", "负级别"])
def test_what_no_list_defines_has_no_label(step: tuple[str, int]) -> None:
    assert one(OUTLINE).label(*step) is None


def test_a_label_stays_short_whatever_the_file_says() -> None:
    label = one({0: Level(1, "decimal", "%1" * 5000)}).label("1", 0)
    assert label is not None
    assert len(label[0]) == 100


JOINED = [
    pytest.param("一、", "tab", "总体要求", "一、总体要求", id="顿号"),
    pytest.param("（一）", "tab", "总体要求", "（一）总体要求", id="括号"),
    pytest.param("1.", "tab", "加强领导", "1.加强领导", id="点后汉字"),
    pytest.param("1.", "space", "2024年工作", "1. 2024年工作", id="点后数字"),
    pytest.param("第一条", "tab", "为了规范管理", "第一条 为了规范管理", id="条"),
    pytest.param("1.1", "tab", "范围", "1.1 范围", id="小节"),
    pytest.param("①", "tab", "报名", "①报名", id="带圈"),
    pytest.param("⑴", "tab", "报名", "⑴报名", id="带括号"),
    pytest.param("㈠", "tab", "报名", "㈠报名", id="括号汉字"),
    pytest.param("第一条", "nothing", "为了规范管理", "第一条为了规范管理", id="无间隔"),
    pytest.param("1.", "nothing", "5万元", "1.5万元", id="照原样相连"),
    pytest.param("", "tab", "正文", "正文", id="没有编号"),
    pytest.param("3", "tab", "", "3", id="只有编号"),
]


@pytest.mark.parametrize(("label", "suffix", "words", "expected"), JOINED)
def test_a_label_stands_before_its_words(label: str, suffix: Suffix, words: str, expected: str) -> None:
    assert labelled(label, suffix, words) == expected
