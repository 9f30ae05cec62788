"""Every shared fragment matches all it should, and nothing beside it: exhaustively, not by samples."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from extractor.rules.load import shipped_patterns

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

DIGITS = "〇一二三四五六七八九"
TENS = ["", "十", "二十", "三十", "四十", "五十", "六十", "七十", "八十", "九十"]


def written(number: int) -> str:
    """A number below 100 as it is said: 十, 十一, 二十, 二十一."""
    return TENS[number // 10] + (DIGITS[number % 10] if number % 10 else "")


def figures(first: int, last: int) -> list[str]:
    """Numbers with and without a leading nought."""
    return [form for number in range(first, last + 1) for form in {str(number), f"{number:02d}"}]


def numerals(first: int, last: int) -> list[str]:
    """The same numbers as they are said."""
    return [written(number) for number in range(first, last + 1)]


def spelt(year: int) -> str:
    """二〇二五 for 2025."""
    return "".join(DIGITS[int(digit)] for digit in str(year))


YEARS = [str(year) for year in range(1900, 2100)] + [spelt(year) for year in range(1900, 2100)]
ODD_YEARS = ["二OO八", "二\u041e\u041e八", "二零二五", "二oo九", "二〇一O"]
YOUNG_TENS = ["廿", "廿一", "廿九", "卅", "卅一"]
FAR = [str(number) for number in range(200, 10000, 7)]
WRITTEN = [*figures(0, 199), *numerals(1, 99), *FAR, "10000", "元", "半"]
CASES = [
    pytest.param(
        "year",
        [*YEARS, *ODD_YEARS],
        ["1899", "2100", "20255", "025", "25", "一八九九", "三〇二五", "二〇二"],
        id="年",
    ),
    pytest.param(
        "month", [*figures(1, 12), *numerals(1, 12), "元"], ["0", "00", "十十", "二十"], id="月"
    ),
    pytest.param(
        "day", [*figures(1, 31), *numerals(1, 31), *YOUNG_TENS], ["0", "00", "三十二", "廿十"], id="日"
    ),
    pytest.param("hour", figures(0, 24), ["25", "030"], id="时"),
    pytest.param("minute", [f"{minute:02d}" for minute in range(60)], ["5", "60", "000"], id="分"),
    pytest.param("quarter", [*"1234", *"一二三四"], ["0", "5", "五", "十"], id="季度"),
    pytest.param("weekday", [*"123456", *"一二三四五六日天"], ["0", "7", "七"], id="星期"),
    pytest.param(
        "count",
        [*map(str, range(1, 10000)), *numerals(1, 99), "两", "一百", "二百", "九百", "两百"],
        ["0", "01", "一百零五", "十百"],
        id="个数",
    ),
    pytest.param("numeral", [*"〇零Oo\u041e\u043e一二三四五六七八九"], ["十", "百", "两", "1"], id="数码"),
    pytest.param("han", [*"一龥㐀䶿〇鿕"], ["。", "a", "1", "ァ", "㎡"], id="汉字"),
    pytest.param("gap", ["", " ", "  "], ["   ", "\n"], id="空格"),
    pytest.param(
        "titled",
        ["《办法》", "《关于印发《办法》的通知》", "《〈办法〉解读》", "《" + "长" * 160 + "》"],
        ["《》", "《办法", "办法》", "《办\n法》", "《" + "长" * 161 + "》"],
        id="书名号",
    ),
]


@pytest.mark.parametrize(("fragment", "matched", "left"), CASES)
def test_a_fragment_matches_all_it_should_and_nothing_else(
    book: RuleBook, fragment: str, matched: list[str], left: list[str]
) -> None:
    pattern = book.compile("{" + fragment + "}")
    assert [text for text in matched if not pattern.fullmatch(text)] == []
    assert [text for text in left if pattern.fullmatch(text)] == []


NUMBERS = [case for case in CASES if case.id in {"年", "月", "日", "时", "个数"}]


@pytest.mark.parametrize(("fragment", "matched", "left"), NUMBERS)
def test_of_all_numbers_only_those_of_the_table_match(
    book: RuleBook, fragment: str, matched: list[str], left: list[str]
) -> None:
    pattern = book.compile("{" + fragment + "}")
    others = {*WRITTEN, *left} - set(matched)
    assert [text for text in sorted(others) if pattern.fullmatch(text)] == []


IN_A_NUMBER = [
    pytest.param("year", "120245", id="长数字里的年"),
    pytest.param("year", "一二〇二五六", id="长数码里的年"),
    pytest.param("month", "13", id="十三不含三月"),
    pytest.param("month", "二十三", id="二十三不含三月"),
    pytest.param("day", "32", id="三十二不含二日"),
    pytest.param("day", "四十五", id="四十五不含五日"),
    pytest.param("hour", "125", id="百位数里的钟点"),
    pytest.param("count", "10000", id="上万的个数"),
]


@pytest.mark.parametrize(("fragment", "text"), IN_A_NUMBER)
def test_a_part_of_a_longer_number_is_no_match(book: RuleBook, fragment: str, text: str) -> None:
    assert not book.compile("{" + fragment + "}").search(text)


def test_every_shared_fragment_has_its_row_in_this_table() -> None:
    shared = tomllib.loads((shipped_patterns() / "fragments.toml").read_text("utf-8"))["fragments"]
    assert sorted(shared) == sorted(str(case.values[0]) for case in CASES)
