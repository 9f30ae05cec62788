"""A program that was written out is the pattern that the library compiles; anything else is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.rules.cache import engine_code
from extractor.rules.pattern.compile import quick_pattern
from extractor.rules.pattern.group_names import distinct_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.rules.book import RuleBook

EXPRESSIONS = [
    pytest.param("月底", id="两个字"),
    pytest.param("", id="空的式子"),
    pytest.param(r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月)?", id="有名字的组"),
    pytest.param(r"(一)|(?P<two>二)", id="有的组没有名字"),
    pytest.param(r"(?<![前后])[㐀-鿿𠀀-𿿿]{2,8}+(?=[，。；：！？])", id="基本平面以外的字"),
    pytest.param(r"(?>甲|乙)*+丙(?!\Z)", id="原子组和占有量词"),
    pytest.param(r"(?x) 甲 (?i:ab) # 说明", id="旗标"),
    pytest.param("[会培活论座开总报推现电研答表观视讲评说部]", id="大字组"),
    pytest.param("\ud800", id="半个代理对"),
    pytest.param(r"[\u4e00-\u9fff]{2,8}(?<![\u4e00-\u9fff]市)[^\u4e00-\u9fff]", id="宽的范围，正的和反的"),
    pytest.param(r"[\u3400-\u9fff]|[\u4e00-\u9fff]|[^\u3400-\u9fff]+?", id="两个宽的范围"),
    pytest.param(r"[\u4e00-\u9fffA-Z（）][\d\u4e00-\u9fff][\u4e00-\u9fff\d]", id="宽的范围和别的字"),
    pytest.param(r"(?:(?<=(?=[\u4e00-\u9fff])甲)|(乙)(?(1)[\u4e00-\u9fff]|[一-龥]))*", id="层层里的宽范围"),
    pytest.param("[\U00100000-\U00100001][\u4e00-\u9fff]", id="占了替身的位置"),
    pytest.param(r"[\U00100000-\U00100001][\u4e00-\u9fff]", id="占了替身的位置，写成转义"),
    pytest.param(r"[\u4e00-\U0010ffff][\0-\uffff]", id="范围伸到基本平面以外"),
]


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_what_is_read_equals_what_is_compiled(expression: str) -> None:
    program = engine_code.written(expression)
    assert program is not None
    read, compiled = engine_code.read(program), re.compile(expression)
    assert read is not None
    assert read == compiled  # pattern, flags, and every number of the program
    assert (read.groups, read.groupindex, read.flags) == (compiled.groups, compiled.groupindex, compiled.flags)


def test_the_patterns_of_the_shipped_rules_are_what_the_library_compiles(book: RuleBook) -> None:
    patterns = [quick_pattern(distinct_names(rule.expression)) for rule in book.entries]
    assert len(patterns) > 100
    assert all(pattern and pattern == re.compile(pattern.pattern) for pattern in patterns)


def test_a_wrong_pattern_is_told_as_ever() -> None:
    with pytest.raises(re.error, match="unterminated subpattern"):
        engine_code.written("(月底")


WHOLE = engine_code.written("(?P<day>[一二三五七九十]{1,3})日") or b""
DAMAGED = [
    pytest.param(b"", id="什么也没有"),
    pytest.param(b"\x00" * 64, id="全是零"),
    pytest.param(WHOLE[:-4], id="少了最后一个数"),
    pytest.param(WHOLE[:-3], id="最后一个数不全"),
    pytest.param(WHOLE[:40], id="开头也不全"),
    pytest.param(WHOLE.partition(b"\n")[0] + b"\n", id="只有开头"),
    pytest.param(WHOLE.replace(b'"groups": 1', b'"groups": 0'), id="组数不对"),
    pytest.param(WHOLE.replace(b'"day": 1', b'"day": 7'), id="组号太大"),
    pytest.param(WHOLE.replace(b'"groups": 1', b'"groups": "x"'), id="组数不是数"),
    pytest.param(b"[]\n" + WHOLE.partition(b"\n")[2], id="开头不是一组名称"),
]


@pytest.mark.parametrize("program", DAMAGED)
def test_a_damaged_program_is_none(program: bytes) -> None:
    assert engine_code.read(program) is None


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(noise: bytes) -> None:
    assert engine_code.read(noise) is None


@pytest.fixture
def without_inner_parts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def refused(name: str) -> NoReturn:
        raise ImportError(name)

    monkeypatch.setattr("extractor.rules.cache.engine_code.import_module", refused)
    engine_code.dialect.cache_clear()
    yield
    engine_code.dialect.cache_clear()


@pytest.mark.usefixtures("without_inner_parts")
def test_where_the_library_hides_its_parts_patterns_are_compiled_as_ever() -> None:
    assert engine_code.dialect() == ""
    assert engine_code.written("月末") is None
    assert engine_code.read(WHOLE) is None
    pattern = quick_pattern("(?:某月|本月)末前")
    assert pattern
    assert pattern.search("请于本月末前报送")


def test_this_interpreter_lets_its_programs_out() -> None:
    assert engine_code.dialect().startswith("cpython-3")
