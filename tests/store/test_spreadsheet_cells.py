"""Cells are inert in spreadsheet programs, and come back from them as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.store.cells import CUT_OFF, LONGEST, guard, table_bytes, table_rows, unguard

GUARDED = [
    pytest.param("=1+1", "'=1+1", id="等号"),
    pytest.param('=HYPERLINK("http://x")', "'=HYPERLINK(\"http://x\")", id="超链接"),
    pytest.param("+86 10", "'+86 10", id="加号"),
    pytest.param("-2+3", "'-2+3", id="减号"),
    pytest.param("@SUM(A1)", "'@SUM(A1)", id="at符号"),
    pytest.param("\t=1", "'\t=1", id="制表符"),
    pytest.param("\r=1", "'\n=1", id="回车"),
    pytest.param("\uff1d1+1", "'\uff1d1+1", id="全角等号"),
    pytest.param("\uff0b1", "'\uff0b1", id="全角加号"),
    pytest.param("－1", "'－1", id="全角减号"),
    pytest.param("\uff20某人", "'\uff20某人", id="全角at"),
    pytest.param("'=1", "''=1", id="已有撇号"),
    pytest.param("'引文'", "'引文'", id="引号开头的文字"),
    pytest.param("完成50%=合格", "完成50%=合格", id="等号在中间"),
    pytest.param("", "", id="空"),
    pytest.param("\x00=1+1\x1b", "'=1+1", id="控制字符遮住的公式"),
    pytest.param("甲\r\n乙\r丙", "甲\n乙\n丙", id="换行"),
    pytest.param("甲\ud800乙", "甲乙", id="半个代理对"),
]
SAVED = [
    pytest.param("utf-8-sig", ",", id="带BOM"),
    pytest.param("utf-8", ",", id="无BOM"),
    pytest.param("gb18030", ",", id="WPS存为GBK"),
    pytest.param("utf-16", "\t", id="Excel的Unicode文本"),
    pytest.param("gb18030", ";", id="分号"),
    pytest.param("utf-8-sig", "\t", id="制表符"),
]
NOT_OURS = [
    pytest.param(b"", id="空文件"),
    pytest.param("编号,备注\r\n1,好\r\n".encode(), id="没有任务编号列"),
    pytest.param(b"\x81\x00\xff\xff\x80", id="不是文字"),
    pytest.param(b"\xff\xfea", id="残缺的UTF-16"),
    pytest.param('任务编号,备注\r\na1,"没有结束的引号'.encode() + b"x" * 200_000, id="引号没有结束"),
]


@pytest.mark.parametrize(("text", "cell"), GUARDED)
def test_no_cell_is_taken_for_a_formula(text: str, cell: str) -> None:
    assert guard(text) == cell


def test_a_cell_too_long_for_a_spreadsheet_is_cut_and_says_so() -> None:
    assert guard("长" * (LONGEST + 1)) == "长" * LONGEST + CUT_OFF
    assert guard("长" * LONGEST) == "长" * LONGEST


PRINTED = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")


@given(st.text(PRINTED, max_size=20))
def test_what_was_guarded_comes_back(text: str) -> None:
    assert unguard(guard(text)) == text


@given(st.text(max_size=20))
def test_a_guarded_cell_begins_harmlessly_and_stays_as_it_is(text: str) -> None:
    cell = guard(text)
    assert cell[:1] not in set("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
    assert guard(unguard(cell)) == cell


def test_a_table_has_a_header_crlf_between_rows_and_lf_in_cells() -> None:
    rows = [{"甲": "一\n二", "乙": "三,四"}, {"甲": '引"号'}]
    assert table_bytes(("甲", "乙"), rows) == '\ufeff甲,乙\r\n"一\n二","三,四"\r\n"引""号",\r\n'.encode()
    assert table_bytes(("甲",), [], bom=False) == "甲\r\n".encode()


@pytest.mark.parametrize(("encoding", "separator"), SAVED)
def test_a_table_is_read_however_it_was_saved(encoding: str, separator: str) -> None:
    lines = [["备注", "任务编号", "原文"], ["'=已办", "a1", '"第一行\n第二行"'], ["", "", ""], ["", "b2"]]
    data = "\r\n".join(separator.join(line) for line in lines).encode(encoding)
    assert table_rows(data, "任务编号") == [
        {"备注": "=已办", "任务编号": "a1", "原文": "第一行\n第二行"},
        {"备注": "", "任务编号": "b2"},
    ]


def test_a_title_may_stand_above_the_columns() -> None:
    data = "任务台账,\r\n\r\n任务编号,备注\r\na1,好\r\n".encode()
    assert table_rows(data, "任务编号") == [{"任务编号": "a1", "备注": "好"}]


@pytest.mark.parametrize("data", NOT_OURS)
def test_what_is_no_ledger_is_not_taken_for_an_empty_one(data: bytes) -> None:
    assert table_rows(data, "任务编号") is None
