"""Where the numbering jumps or repeats, the heading is kept and the jump is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.model.draft import Paragraph
from extractor.model.span import Span
from extractor.segment.numbering import headings
from tests.notices import framed, read

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

NUMBERS = [
    pytest.param("一、 二、 三、", "1 2 3", id="接续"),
    pytest.param("一、 三、 四、", "1 3? 4", id="缺一个"),
    pytest.param("一、 二、 二、 三、", "1 2 2? 3", id="重号"),
    pytest.param("一、 （一） （二） 二、 （一） （二）", "1 1 2 2 1 2", id="下级重新起"),
    pytest.param("一、 （一） （二） 二、 （三） （四）", "1 1 2 2 3 4", id="下级接着编"),
    pytest.param("1. 2. 1. 2.", "1 2 1 2", id="同级重新起"),
    pytest.param("二、 三、", "2? 3", id="从二开始"),
    pytest.param("5. 9.", "", id="互不相连"),
    pytest.param("一、 十一、", "1", id="跳得太远"),
    pytest.param("一、 1. 2. 7. 8. 二、", "1 1 2 7? 8 2", id="点号跳后又接续"),
    pytest.param("1. 2. 5.", "1 2", id="点号孤立跳号"),
    pytest.param("一、 二、 第一部分 1. 2. 第二部分 1. 2. 三、", "1 2 1 2 1 2 3", id="材料的第一部分不是章"),
    pytest.param("第一部分 一、 二、 第二部分 一、 二、", "1 1 2 2 1 2", id="各部分之下重新编号"),
    pytest.param("第一部分 一、 二、 第二部分 三、 四、", "1 1 2 2 3 4", id="各部分接着编号"),
]


def accepted(labels: str) -> str:
    """The numbers taken for headings, those with a doubt marked by ``?``."""
    lines = tuple(Paragraph(Span(20 * i, 20 * i + 8), f"{label}工作事项") for i, label in enumerate(labels.split()))
    return " ".join(f"{one.label.number}{'' if one.expected else '?'}" for one in headings(lines))


@pytest.mark.parametrize(("labels", "expected"), NUMBERS)
def test_numbers_that_continue_are_headings(labels: str, expected: str) -> None:
    assert accepted(labels) == expected


def test_a_jump_is_told_with_its_label_and_place(book: RuleBook) -> None:
    analysis = read(book, framed("一、排查。\n二、整改。\n四、督导。\n五、通报。"))
    told = [problem for problem in analysis.problems if problem.code == "heading-out-of-order"]
    assert [(problem.details, problem.severity) for problem in told] == [((("label", "四、"),), "warning")]
    assert told[0].span
    assert analysis.source.quote(told[0].span) == "四、督导。"


def test_a_numbering_without_jumps_has_no_problem(book: RuleBook) -> None:
    assert read(book, framed("一、排查。\n1.校舍。\n2.设备。\n二、整改。\n1.登记。\n2.销号。")).problems == ()
