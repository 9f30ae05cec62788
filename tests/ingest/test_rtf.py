"""RTF: bytes in the encoding of their fonts, tables, numbers, what is left out, and files meant to do harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.ingest import limits
from extractor.ingest.rtf.file import read_rtf
from extractor.model.errors import EmptyFile, ExtractorError, LimitExceeded, ScanWithoutText

if TYPE_CHECKING:
    from extractor.model.source import Source

HEAD = r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset134 \'cb\'ce\'cc\'e5;}}"


def escaped(words: str, encoding: str = "gb18030") -> str:
    """As Word writes it: every byte beyond ASCII in hexadecimal."""
    return "".join(chr(byte) if byte < 128 else f"\\'{byte:02x}" for byte in words.encode(encoding))


def read(body: str, head: str = HEAD) -> Source:
    return read_rtf(f"{head}{body}}}".encode("latin-1"), "通知.rtf", "")


TEXTS = [
    pytest.param(escaped("关于开展桥梁排查的通知"), "关于开展桥梁排查的通知", id="GBK字节"),
    pytest.param(r"\u20851?\u20110?", "关于", id="一个替代字符"),
    pytest.param(r"\uc2\u20851\'b9\'d8\u20110\'d3\'da", "关于", id="两个替代字节"),
    pytest.param(r"\uc0\u20851\u20110", "关于", id="没有替代"),
    pytest.param(r"\u-28679?", "\u8ff9", id="负的代码"),
    pytest.param(r"\u-10179?\u-8704?", "\U0001f600", id="代理对"),
    pytest.param(r"\'b9\'d8\ldblquote \'d3\'da\rdblquote\emdash 1\~2\_3", "关“于”—1 2-3", id="符号"),
    pytest.param(r"\'b9\'d8{\b \'d3\'da}\i\'cd\'a8\i0\'d6\'aa", "关于通知", id="格式不断字"),
    pytest.param("\\'b9\\'d8\r\n\\'d3\\'da", "关于", id="文件里的换行"),
    pytest.param(r"\{x\}\\", "{x}\\", id="转义"),
    pytest.param("{\\f1 \\'81A}", "丄", id="第二字节是字母"),
    pytest.param(r"{\*\unknown \'b9\'d8}\'d3\'da{\info{\title x}}", "于", id="不认识的组"),
    pytest.param(r"\bin5 {{{{{\'d3\'da", "于", id="二进制"),
]


@pytest.mark.parametrize(("body", "words"), TEXTS)
def test_text_is_read_as_it_is_printed(body: str, words: str) -> None:
    assert read(body + r"\par").text == words + "\n"


def test_a_font_says_the_encoding_where_the_file_does_not() -> None:
    head = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset136 B;}{\f2\fcharset134 C;}}"
    assert read(r"\f0 " + escaped("通知"), head).text == "通知\n"
    assert read(r"\f1 " + escaped("通知", "big5"), head).text == "通知\n"
    assert read(r"\f0 \'e9", r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}}").text == "é\n"


def test_paragraphs_and_line_breaks_are_lines() -> None:
    body = escaped("各镇街：") + r"\par " + escaped("一") + r"\line " + escaped("二") + r"\page " + escaped("三")
    assert read(body).text.splitlines() == ["各镇街：", "一", "二", "三"]


LABELS = [
    pytest.param("一、", "一、总体要求", id="顿号"),
    pytest.param("（一）", "（一）总体要求", id="括号"),
    pytest.param("第一条", "第一条 总体要求", id="条"),
]


@pytest.mark.parametrize(("label", "words"), LABELS)
def test_automatic_numbers_stand_before_their_paragraphs(label: str, words: str) -> None:
    assert read(rf"{{\listtext\pard\plain {escaped(label)}\tab}}{escaped('总体要求')}\par").text == words + "\n"


def row(*cells: str, edges: str) -> str:
    return rf"\trowd{edges}" + "".join(rf"\pard\intbl {escaped(cell)}\cell" for cell in cells) + r"\row "


def test_a_table_keeps_its_cells_and_those_that_are_merged() -> None:
    plain = r"\cellx2000\cellx4000\cellx6000"
    table = (
        row("任务", "牵头", "配合", edges=plain)
        + row("排查", "住建局", "", edges=r"\clvmgf\cellx2000\clmgf\cellx4000\clmrg\cellx6000")
        + row("", "交通局", "公安局", edges=r"\clvmrg\cellx2000\cellx4010\cellx6000")
    )
    source = read(escaped("任务表") + r"\par " + table + r"\pard " + escaped("备注") + r"\par")
    assert source.text == "任务表\n任务\t牵头\t配合\n排查\t住建局\n交通局\t公安局\n备注\n"
    shapes = [(cell.row, cell.column, cell.rows, cell.columns) for cell in source.tables[0].cells]
    assert shapes == [
        (0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1), (1, 0, 2, 1), (1, 1, 1, 2), (2, 1, 1, 1), (2, 2, 1, 1),
    ]  # fmt: skip


def test_a_cell_of_several_paragraphs_and_a_row_without_an_end_are_kept() -> None:
    edges = r"\cellx2000\cellx4000"
    table = row("任务", "单位", edges=edges) + rf"\trowd{edges}\pard\intbl {escaped('甲')}\par {escaped('乙')}\cell "
    source = read(table + escaped("丙"))
    assert source.text == "任务\t单位\n甲\n乙\t丙\n"


def test_fields_show_their_result_and_contents_are_left_out() -> None:
    link = r"{\field{\*\fldinst HYPERLINK x}{\fldrslt " + escaped("附件1") + "}}"
    contents = r"{\field{\*\fldinst {TOC \\o}}{\fldrslt " + escaped("一、总则 1") + r"\par}}"
    source = read(contents + link + r"\par")
    assert source.text == "附件1\n"
    assert [problem.code for problem in source.problems] == ["contents-left-out"]


def test_what_is_left_out_is_counted() -> None:
    hidden = r"{\v " + escaped("隐") + r"}{\deleted " + escaped("删") + r"}{\footnote " + escaped("注") + "}"
    source = read(escaped("正文。") + hidden + r"{\header " + escaped("页眉") + r"}\par")
    assert source.text == "正文。\n"
    assert [(problem.code, problem.details) for problem in source.problems] == [
        (f"{code}-left-out", (("count", "1"),)) for code in ("headers", "changes", "hidden", "notes")
    ]


def test_text_boxes_follow_the_paragraph_that_holds_them() -> None:
    box = r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt " + escaped("云山市") + r"\par}}{\shprslt \'d4\'c6}}"
    assert read(escaped("通知") + box + escaped("如下") + r"\par").text.splitlines() == ["通知如下", "云山市"]


def test_files_without_text() -> None:
    with pytest.raises(EmptyFile):
        read(r"\par\par")
    with pytest.raises(ScanWithoutText):
        read(r"{\pict 00ff}\par")


HOSTILE = [
    pytest.param("{" * 50_000 + escaped("通知"), id="层层嵌套"),
    pytest.param("}" * 50_000 + escaped("通知"), id="多余的右括号"),
    pytest.param(r"\u99999999999" + escaped("通知"), id="代码过大"),
    pytest.param(r"\bin999999999 " + escaped("通知") * 3, id="二进制过长"),
    pytest.param(r"\cellx99999999999\cell\row\row\cell" * 200 + escaped("通知"), id="残缺的表"),
    pytest.param(r"\uc999999\u20851" + escaped("通知"), id="替代字符过多"),
    pytest.param(r"{\*" * 1000, id="只有星号"),
    pytest.param("\\", id="只有反斜线"),
]


@pytest.mark.parametrize("body", HOSTILE)
def test_nonsense_gives_a_source_or_a_typed_error(body: str) -> None:
    try:
        assert read(body).reader == "rtf"
    except ExtractorError:
        return


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TABLE_CELLS", 10)
    with pytest.raises(LimitExceeded):
        read(row("甲", "乙", edges=r"\cellx1\cellx2000") * 6)


GOOD = (HEAD + row("任务", "单位", edges=r"\cellx2000\cellx4000") * 2 + escaped("特此通知。") + r"\par}").encode()


@settings(max_examples=200, deadline=None)
@given(changes=st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.sampled_from(b"{}\\'u9x \xb9")), max_size=10))
def test_changed_bytes_give_a_source_or_a_typed_error(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for place, value in changes:
        data[place] = value
    try:
        source = read_rtf(bytes(data), "通知.rtf", "")
    except ExtractorError:
        return
    assert all(0 <= table.span.start < table.span.end <= len(source.text) for table in source.tables)
