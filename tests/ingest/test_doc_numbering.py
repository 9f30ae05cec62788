"""Automatic numbers of a binary Word file: lists, levels, overrides and styles."""

from __future__ import annotations

import pytest

from extractor.ingest.doc.list_forms import form_of
from tests.ingest.doc_files import (
    DELETED,
    IN_TABLE,
    LEVEL,
    LIST,
    LISTS,
    STYLES,
    USED_LISTS,
    Paragraph,
    Saved,
    lines,
    numbered,
    paragraph,
    row_end,
    sprm,
)
from tests.ingest.doc_parts import definitions, level, lists, override, style, style_sheet

CHINESE = [level(37, "%1、"), level(37, "（%2）"), level(0, "%3."), level(0, "%1.%2.%3", flags=4)]


def listed(
    *levels: bytes, used: bytes = b"", tied: tuple[int, ...] = (), styles: tuple[bytes, ...] = ()
) -> Saved:
    """A file with one definition, its levels tied to styles, and lists that use it."""
    table, behind = definitions((7, list(levels), list(tied)))
    parts = {LISTS: table, USED_LISTS: used or lists((7, []))}
    return Saved(parts=parts | ({STYLES: style_sheet(*styles)} if styles else {}), behind_lists=behind)


ONE = listed(*CHINESE)


def test_labels_stand_before_the_words() -> None:
    made = numbered("总体要求"), numbered("指导思想", level=1), numbered("原则", level=1), numbered("任务")
    assert lines(*made, saved=ONE) == ["一、总体要求", "（一）指导思想", "（二）原则", "二、任务"]


def test_a_paragraph_without_a_level_stands_on_the_first() -> None:
    assert lines(numbered("甲", level=None), numbered("乙"), saved=ONE) == ["一、甲", "二、乙"]


def test_a_label_may_name_higher_levels_in_plain_digits() -> None:
    made = numbered("甲"), numbered("乙", level=1), numbered("丙", level=2), numbered("丁", level=3)
    assert lines(*made, saved=ONE) == ["一、甲", "（一）乙", "1.丙", "1.1.1 丁"]


def test_a_list_of_one_level_has_only_that() -> None:
    assert lines(numbered("甲"), numbered("乙"), saved=listed(level(18, "%1"))) == ["①甲", "②乙"]


FOLLOWED = [
    pytest.param(level(39, "第%1条", follow=1), "第一条 目的", id="空格"),
    pytest.param(level(39, "第%1条", follow=2), "第一条目的", id="不加"),
    pytest.param(level(39, "第%1条", follow=9), "第一条 目的", id="不认识的"),
    pytest.param(level(0, "%1.", start=5), "5.目的", id="起始编号"),
    pytest.param(level(22, "%1、"), "01、目的", id="前补零"),
    pytest.param(level(23, "\uf06c"), "目的", id="项目符号"),
    pytest.param(level(255, "附"), "附 目的", id="没有编号的文字"),
    pytest.param(level(0, ""), "目的", id="空编号"),
]


@pytest.mark.parametrize(("made", "expected"), FOLLOWED)
def test_levels_print_as_they_say(made: bytes, expected: str) -> None:
    assert lines(numbered("目的"), saved=listed(made)) == [expected]


def test_an_override_starts_anew_once() -> None:
    used = lists((7, []), (7, [override(0, start=1)]))
    made = numbered("甲"), numbered("乙"), numbered("丙", 2), numbered("丁", 2)
    assert lines(*made, saved=listed(*CHINESE, used=used)) == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_an_override_may_replace_a_level() -> None:
    used = lists((7, [override(0, replaced=level(0, "（%1）", start=3))]))
    made = numbered("甲"), numbered("乙")
    assert lines(*made, saved=listed(*CHINESE, used=used)) == ["（3）甲", "（4）乙"]


@pytest.mark.parametrize(("flags", "last"), [(8, "2.丁"), (0, "1.丁")], ids=["不重新编号", "重新编号"])
def test_a_level_may_count_on_across_higher_ones(flags: int, last: str) -> None:
    saved = listed(level(37, "%1、"), level(0, "%2.", flags=flags))
    made = numbered("甲"), numbered("乙", level=1), numbered("丙"), numbered("丁", level=1)
    assert lines(*made, saved=saved) == ["一、甲", "1.乙", "二、丙", last]


STYLED = [
    pytest.param((sprm(LIST, 1),), ["一、甲"], id="样式编号"),
    pytest.param((sprm(LIST, 1) + sprm(LEVEL, 1),), ["（一）甲"], id="样式带级别"),
    pytest.param((sprm(LIST, 1), sprm(LEVEL, 1)), ["（一）甲"], id="只改级别的样式"),
    pytest.param((sprm(LIST, 1), b""), ["一、甲"], id="继承的样式"),
    pytest.param((sprm(LIST, 1), sprm(LIST, 0)), ["甲"], id="取消编号的样式"),
]


@pytest.mark.parametrize(("changes", "expected"), STYLED)
def test_styles_number_their_paragraphs(changes: tuple[bytes, ...], expected: list[str]) -> None:
    styles = [style(each, based_on=index - 1 if index else 0x0FFF) for index, each in enumerate(changes)]
    saved = listed(*CHINESE, styles=tuple(styles))
    assert lines(paragraph("甲", style=len(styles) - 1), saved=saved) == expected


def test_a_level_tied_to_a_style_numbers_its_paragraphs() -> None:
    styles = style(), style(sprm(LIST, 1)), style(sprm(LIST, 1))
    saved = listed(*CHINESE, tied=(1, 2), styles=styles)
    made = paragraph("甲", style=1), paragraph("乙", style=2), paragraph("丙", style=2)
    assert lines(*made, saved=saved) == ["一、甲", "（一）乙", "（二）丙"]


@pytest.mark.parametrize("number", [0, 0x07FF, 0xF801, 9], ids=["零", "旧式编号", "已取消", "没有的列表"])
def test_a_list_that_is_none_prints_nothing(number: int) -> None:
    saved = listed(*CHINESE, styles=(style(sprm(LIST, 1)),))
    assert lines(numbered("甲", number), numbered("乙"), saved=saved) == ["甲", "一、乙"]


def test_the_style_of_a_ring_is_read_once() -> None:
    styles = style(based_on=1), style(sprm(LIST, 1), based_on=0)
    assert lines(paragraph("甲"), saved=listed(*CHINESE, styles=styles)) == ["一、甲"]


def test_a_deleted_paragraph_takes_no_number() -> None:
    gone = Paragraph((("旧", sprm(DELETED)),), sprm(LIST, 1), 0, "\r", sprm(DELETED))
    assert lines(numbered("甲"), gone, numbered("乙"), saved=ONE) == ["一、甲", "二、乙"]


def test_table_cells_are_numbered_where_they_stand() -> None:
    def cells(*pairs: tuple[str, bytes]) -> list[Paragraph]:
        made = [paragraph(words, changes=sprm(IN_TABLE) + changes, mark="\x07") for words, changes in pairs]
        return [*made, row_end([0, 1000, 9000])]

    count = sprm(LIST, 1)
    head = cells(("序号", b""), ("任务", b""))
    rows = [*cells(("", count), ("修订", b"")), *cells(("", count), ("演练", b""))]
    assert lines(*head, *rows, saved=listed(level(0, "%1"))) == ["序号\t任务", "1\t修订", "2\t演练"]


def test_codes_of_formats_have_the_names_of_docx() -> None:
    codes = (0, 2, 11, 18, 26, 27, 29, 30, 37, 38, 39, 57, 255, 200)
    assert [form_of(code) for code in codes] == [
        "decimal", "lowerRoman", "japaneseCounting", "decimalEnclosedCircle", "decimalEnclosedFullstop",
        "decimalEnclosedParen", "ideographEnclosedCircle", "ideographTraditional", "chineseCounting",
        "chineseLegalSimplified", "chineseCountingThousand", "numberInDash", "none", "decimal",
    ]  # fmt: skip
