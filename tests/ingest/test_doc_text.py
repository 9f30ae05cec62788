"""What of a binary Word file's text is printed, and what is not."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from extractor.ingest.read import read_bytes
from extractor.model.problem import Problem
from extractor.model.source import Place
from tests.ingest.doc_files import (
    CHARACTER_STYLE,
    DELETED,
    FONT,
    FONTS,
    HIDDEN,
    NEW_PAGE,
    SECTION_AT,
    SECTION_BREAK,
    SECTIONS,
    SPECIAL,
    STYLES,
    SYMBOL,
    TABS,
    Paragraph,
    Saved,
    doc,
    lines,
    paragraph,
    source,
    sprm,
)
from tests.ingest.doc_parts import fonts, plc, style, style_sheet

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

NOTE = Problem("extension-differs", None, "info", (("actual", "DOC"),))
NAMES = [
    pytest.param("通知.doc", (), id="DOC"),
    pytest.param("通知.WPS", (), id="WPS"),
    pytest.param("通知.docx", (NOTE,), id="其实不是 DOCX"),
]


@pytest.mark.parametrize(("name", "problems"), NAMES)
def test_the_front_door_knows_the_format_by_its_content(
    name: str, problems: tuple[Problem, ...], book: RuleBook
) -> None:
    read = read_bytes(doc(paragraph("关于检查的通知")), name, book)
    assert (read.name, read.reader, read.text, read.problems) == (name, "doc", "关于检查的通知\n", problems)
    assert len(read.sha256) == 64


WINGDINGS = Saved(parts={FONTS: fonts("宋体", "Wingdings")})


def deleted(words: str) -> tuple[str, bytes]:
    return words, sprm(DELETED)


def hidden(words: str, value: int = 1) -> tuple[str, bytes]:
    return words, sprm(HIDDEN, value)


PRINTED = [
    pytest.param(paragraph("关于", ("报送总结的通知", sprm(SPECIAL, 0))), ["关于报送总结的通知"], id="分段的文字"),
    pytest.param(paragraph("请于\x0b周五前报送"), ["请于", "周五前报送"], id="软回车"),
    pytest.param(paragraph("请于\x0e周五前报送"), ["请于", "周五前报送"], id="分栏符"),
    pytest.param(paragraph("市文旅局\t市教育局"), ["市文旅局 市教育局"], id="制表符"),
    pytest.param(paragraph("2024\x1e2026"), ["2024-2026"], id="不间断连字符"),
    pytest.param(paragraph("通\x1f知"), ["通知"], id="软连字符"),
    pytest.param(paragraph("见图\x01\x08如下\x05"), ["见图如下"], id="图片和批注"),
    pytest.param(paragraph("𠮷山市𠀀"), ["𠮷山市𠀀"], id="基本平面外的字"),
    pytest.param(paragraph("北\ud842山"), ["北山"], id="半个字"),
    pytest.param(paragraph("保留", deleted("删去")), ["保留"], id="修订删除"),
    pytest.param(paragraph("保留", hidden("隐藏")), ["保留"], id="隐藏文字"),
    pytest.param(paragraph("保留", hidden("不隐藏", 0)), ["保留不隐藏"], id="取消隐藏"),
    pytest.param(paragraph("甲", hidden("乙", 0x80), hidden("丙", 0x81)), ["甲乙"], id="同样式和反样式"),
    pytest.param(paragraph("\x13 PAGE \x143\x15页"), ["3页"], id="域结果"),
    pytest.param(paragraph("\x13 PAGE \x15正文"), ["正文"], id="无结果的域"),
    pytest.param(paragraph("\x13IF \x13PAGE\x141\x15 = 1\x14首页\x15正文"), ["首页正文"], id="指令中的域"),
    pytest.param(paragraph("\x13HYPERLINK\x14见\x13PAGE\x147\x15页\x15。"), ["见7页。"], id="结果中的域"),
    pytest.param(paragraph("\x13EMBED Word.Picture.8\x14\x01\x15正文"), ["正文"], id="嵌入的图"),
    pytest.param(paragraph("\x13eq \\o\\ac(○,3)\x15报名"), ["③报名"], id="带圈字符"),
    pytest.param(paragraph("甲\x13乙"), ["甲乙"], id="没有结束的域"),
    pytest.param(paragraph("甲\x14乙\x15丙"), ["甲乙丙"], id="没有开始的域"),
    pytest.param(paragraph("1\ue010修订预案"), ["1.修订预案"], id="数字后丢失的点"),
    pytest.param(paragraph("十一\ue005组织演练"), ["十一、组织演练"], id="汉字后丢失的顿号"),
    pytest.param(paragraph("甲\x0b2\ue010组织演练"), ["甲", "2.组织演练"], id="第二行丢失的点"),
    pytest.param(paragraph("甲1\ue010乙"), ["甲1\ue010乙"], id="句中的私有字符不动"),
    pytest.param(paragraph("2024\ue010年"), ["2024\ue010年"], id="年份后的私有字符不动"),
]


@pytest.mark.parametrize(("made", "expected"), PRINTED)
def test_what_is_printed_is_read(made: Paragraph, expected: list[str]) -> None:
    assert lines(made, paragraph("完")) == [*expected, "完"]


SIGNS = [
    pytest.param(("(", sprm(SYMBOL, 0xF0820001)), "②报名", id="符号"),
    pytest.param(("\uf0fe", sprm(FONT, 1)), "☑报名", id="符号字体的字"),
    pytest.param(("\uf001", sprm(FONT, 1)), "报名", id="无对应字符"),
    pytest.param(("①", sprm(FONT, 0)), "①报名", id="普通字体的字"),
]


@pytest.mark.parametrize(("run", "expected"), SIGNS)
def test_signs_of_symbol_fonts_are_the_characters_they_show(run: tuple[str, bytes], expected: str) -> None:
    assert lines(paragraph(run, "报名"), saved=WINGDINGS) == [expected]


def test_pieces_of_one_byte_a_character_are_read() -> None:
    assert lines(paragraph("Notice “A” – 1"), saved=Saved(narrow=True)) == ["Notice“A”– 1"]


def test_a_style_hides_its_words_and_a_run_shows_them_again() -> None:
    of_characters = style(character=sprm(HIDDEN), kind=2)
    sheet = style_sheet(style(), style(character=sprm(HIDDEN)), style(based_on=1), of_characters)
    saved = Saved(parts={STYLES: sheet})
    assert lines(paragraph("甲", style=2), paragraph(hidden("乙", 0), style=1), saved=saved) == ["乙"]
    assert lines(paragraph("丙", ("丁", sprm(CHARACTER_STYLE, 3))), saved=saved) == ["丙"]


def test_what_is_left_out_is_counted() -> None:
    read = source(paragraph("甲", deleted("乙"), hidden("丙"), ("\x02", sprm(SPECIAL))), paragraph("\x02丁"))
    assert read.text == "甲\n丁\n"
    assert read.problems == tuple(
        Problem(code, None, "info", (("count", "1"),))
        for code in ("changes-left-out", "hidden-left-out", "notes-left-out")
    )


def test_a_paragraph_whose_end_was_deleted_runs_on() -> None:
    assert lines(paragraph("请于周五", mark_changes=sprm(DELETED)), paragraph("前报送。"), paragraph("完")) == [
        "请于周五前报送。",
        "完",
    ]


def test_a_deleted_paragraph_end_at_the_end_of_the_file_loses_nothing() -> None:
    assert lines(paragraph("请执行", mark_changes=sprm(DELETED))) == ["请执行"]


CHANGED = [
    pytest.param(Saved(cut=2), ["甲乙丙丁"], id="两片"),
    pytest.param(Saved(cut=2, prm=0x41 << 1 | 1 << 8), ["甲乙"], id="短改动删除后一片"),
    pytest.param(Saved(cut=2, prm=0x5C << 1 | 1 << 8), ["甲乙"], id="短改动隐藏后一片"),
    pytest.param(Saved(cut=2, prm=1, groups=(sprm(HIDDEN),)), ["甲乙"], id="改动组"),
    pytest.param(Saved(cut=2, prm=9, groups=(sprm(HIDDEN),)), ["甲乙丙丁"], id="没有的改动组"),
    pytest.param(Saved(cut=2, prm=0x33 << 1), ["甲乙丙丁"], id="无关的改动"),
]


@pytest.mark.parametrize(("saved", "expected"), CHANGED)
def test_pieces_stand_in_the_order_of_the_text_with_their_changes(saved: Saved, expected: list[str]) -> None:
    assert lines(paragraph("甲乙丙丁"), saved=saved) == expected


CONTENTS = [
    pytest.param(paragraph("一、总则\t1", style=1), id="目录样式"),
    pytest.param(paragraph("\x13HYPERLINK\x14一、总则\t\x13PAGEREF _Toc1 \\h\x141\x15\x15"), id="目录域"),
    pytest.param(paragraph("一、总则\t1", changes=sprm(TABS, b"\0\x01\x10\x20\x0a")), id="点线制表位"),
]


@pytest.mark.parametrize("line", CONTENTS)
def test_lines_of_contents_are_left_out_and_counted(line: Paragraph) -> None:
    sheet = style_sheet(style(), style(sti=19))
    read = source(line, paragraph("一、总则"), saved=Saved(parts={STYLES: sheet}))
    assert (read.text, read.problems) == (
        "一、总则\n",
        (Problem("contents-left-out", None, "info", (("count", "1"),)),),
    )


def test_a_tab_before_a_number_alone_is_no_contents() -> None:
    assert lines(paragraph("联系电话\t12345678", changes=sprm(TABS, b"\0\x01\x10\x20\x00"))) == ["联系电话 12345678"]


PAGES = [
    pytest.param([paragraph("甲"), paragraph("乙", changes=sprm(NEW_PAGE))], id="段前分页"),
    pytest.param([paragraph("甲", mark="\x0c"), paragraph("乙")], id="分页符成段"),
    pytest.param([paragraph("甲\x0c"), paragraph("乙")], id="段末分页符"),
    pytest.param([paragraph("甲"), paragraph("\x0c乙")], id="段首分页符"),
]


@pytest.mark.parametrize("made", PAGES)
def test_breaks_set_by_hand_turn_the_page(made: list[Paragraph]) -> None:
    read = source(*made, saved=Saved(pages=2))
    assert (read.text, read.places) == ("甲\n乙\n", (Place(0, 1), Place(2, 2)))


def test_pages_are_unknown_where_the_file_has_more_than_its_breaks_make() -> None:
    assert source(*[paragraph("甲", mark="\x0c"), paragraph("乙")], saved=Saved(pages=7)).places == ()


@pytest.mark.parametrize(("kind", "pages"), [(0, [1, 1]), (2, [1, 2])], ids=["连续分节", "新页分节"])
def test_sections_begin_on_a_new_page_unless_they_say_otherwise(kind: int, pages: list[int]) -> None:
    made = (paragraph("甲", mark="\x0c"), paragraph("乙\x0c丙"))
    group = sprm(SECTION_BREAK, kind)
    sections = plc([0, 2, 6], [b"\xff" * 12, struct.pack("<HIHI", 0, SECTION_AT, 0, 0)])
    read = source(*made, saved=Saved(parts={SECTIONS: sections}, section=struct.pack("<H", len(group)) + group))
    assert [read.page_at(read.text.index(words)) for words in "甲乙"] == pages
