"""Twice the text costs about twice the work, whatever somebody writes into it; work is counted, not timed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from extractor.ingest.read import read_bytes
from extractor.pipeline import analyse

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from extractor.rules.book import RuleBook

HEAD = "关于做好工作的通知\n各单位：\n"
FEW, MANY = 120, 240
AT_MOST = 2.6
SIGNED = "各单位：\n一、登记。\n云州市教育局\n2024年3月1日\n"


def issued_together(count: int) -> str:
    titles = "".join(f"《第{number}项管理办法》" for number in range(count))
    below = "".join(f"第{number}项管理办法\n第一条 各科要登记。\n" for number in range(count))
    return f"云州市教育局关于印发{titles}的通知\n{SIGNED}{below}"


TEXTS = [
    pytest.param(issued_together, id="一个通知印发许多办法"),
    pytest.param(lambda n: f"云州市教育局关于印发《登记办法》的通知\n{SIGNED}" * n, id="同一个通知重复许多遍"),
    pytest.param(
        lambda n: "".join(f"甲局关于印发《第{i}办法》《第{i}细则》的通知\n{SIGNED}第{i}办法\n" for i in range(n)),
        id="许多通知各印发两个",
    ),
    pytest.param(lambda n: HEAD + "".join(f"{i}.检查，登记。\n" for i in range(1, 8 * n)), id="许多编号"),
    pytest.param(lambda n: HEAD + "".join(f"{i % 3 + 7}.登记。\n" for i in range(8 * n)), id="接不上的编号"),
    pytest.param(lambda n: f"{HEAD}一、责任单位：{'甲局和乙人员与' * n}丙局。", id="没有顿号的一串单位"),
    pytest.param(lambda n: f"{HEAD}一、{'与会人员' * 4 * n}要到会。", id="同一个词重复"),
    pytest.param(
        lambda n: HEAD + "".join(f"一、落实《第{i}办法》，按《实施办法》检查。\n" for i in range(4 * n)), id="许多引用"
    ),
    pytest.param(lambda n: HEAD + "".join(f"附件{i}\n第{i}项登记表\n一、登记。\n" for i in range(1, n)), id="许多附件"),
]


def work(book: RuleBook, text: str) -> int:
    """How many calls it takes to analyse the text."""
    source = read_bytes(text.encode(), "通知.txt", book)
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        analyse(source, book)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("text", TEXTS)
def test_twice_the_text_takes_twice_the_work(book: RuleBook, text: Callable[[int], str]) -> None:
    work(book, text(FEW))  # compiles the rules it needs
    assert work(book, text(MANY)) <= AT_MOST * work(book, text(FEW))
