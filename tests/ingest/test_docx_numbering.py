"""Automatic numbers in real XML: where a paragraph's list and level come from."""

from __future__ import annotations

import pytest

from tests.ingest.docx_files import (
    cell,
    definition,
    level,
    lines,
    number,
    numbered,
    paragraph,
    row,
    style,
    table,
)

CHINESE = definition(0, level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）"))
ONE = CHINESE + number(1, 0)


def numbering_style(
    key: str, of: int, at: int | None = None, *, based_on: str = "", default: bool = False
) -> str:
    own = "" if at is None else f'<w:ilvl w:val="{at}"/>'
    return style(
        key,
        f'<w:pPr><w:numPr>{own}<w:numId w:val="{of}"/></w:numPr></w:pPr>',
        based_on=based_on,
        default=default,
    )


def test_labels_stand_before_the_words() -> None:
    body = (
        numbered("总体要求")
        + numbered("指导思想", level=1)
        + numbered("基本原则", level=1)
        + numbered("重点任务")
    )
    assert lines(body, numbering=ONE) == ["一、总体要求", "（一）指导思想", "（二）基本原则", "二、重点任务"]


def test_typed_and_automatic_numbers_are_both_kept() -> None:
    assert lines(numbered("（一）指导思想"), numbering=ONE) == ["一、（一）指导思想"]


def test_only_the_first_line_of_a_paragraph_bears_the_number() -> None:
    body = numbered("<w:r><w:t>总体要求</w:t><w:br/><w:t>指导思想</w:t></w:r>")
    assert lines(body, numbering=ONE) == ["一、总体要求", "指导思想"]


STYLED = [
    pytest.param(numbering_style("s", 1), ["一、甲", "二、乙"], id="样式编号"),
    pytest.param(numbering_style("b", 1) + style("s", based_on="b"), ["一、甲", "二、乙"], id="继承的样式"),
    pytest.param(numbering_style("s", 1, 1), ["（一）甲", "（二）乙"], id="样式带级别"),
    pytest.param(
        numbering_style("b", 1)
        + style("s", '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>', based_on="b"),
        ["（一）甲", "（二）乙"],
        id="只改级别的样式",
    ),
    pytest.param(
        numbering_style("b", 1) + numbering_style("s", 0, based_on="b"), ["甲", "乙"], id="取消编号的样式"
    ),
    pytest.param(style("s", based_on="t") + style("t", based_on="s"), ["甲", "乙"], id="互为基础的样式"),
    pytest.param("", ["甲", "乙"], id="没有的样式"),
    pytest.param(numbering_style("z", 1, default=True), ["一、甲", "二、乙"], id="默认样式"),
]


@pytest.mark.parametrize(("styles", "expected"), STYLED)
def test_styles_number_their_paragraphs(styles: str, expected: list[str]) -> None:
    body = numbered("甲", None, None, "s") + numbered("乙", None, None, "s")
    assert lines(body, numbering=ONE, styles=styles) == expected


def test_a_level_tied_to_a_style_numbers_its_paragraphs() -> None:
    tied = definition(
        0,
        level(0, "chineseCounting", "%1、", more='<w:pStyle w:val="h1"/>'),
        level(1, "chineseCounting", "（%2）", more='<w:pStyle w:val="h2"/>'),
    )
    styles = numbering_style("h1", 1) + numbering_style("h2", 1)
    body = "".join(
        numbered(text, None, None, key) for text, key in (("甲", "h1"), ("乙", "h2"), ("丙", "h2"))
    )
    assert lines(body, numbering=tied + number(1, 0), styles=styles) == ["一、甲", "（一）乙", "（二）丙"]


def test_number_zero_cancels_the_numbering_of_the_style() -> None:
    body = numbered("甲", None, None, "s") + numbered("乙", 0, None, "s") + numbered("丙", None, None, "s")
    assert lines(body, numbering=ONE, styles=numbering_style("s", 1)) == ["一、甲", "乙", "二、丙"]


def test_a_list_style_stands_for_the_definition_that_holds_its_levels() -> None:
    linked = definition(5, more='<w:numStyleLink w:val="列表"/>') + definition(
        0, level(0, "chineseCounting", "%1、"), more='<w:styleLink w:val="列表"/>'
    )
    assert lines(numbered("甲"), numbering=linked + number(1, 5)) == ["一、甲"]


def test_an_override_may_bring_its_own_level() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "（%1）", start=3)}</w:lvlOverride>'
    assert lines(numbered("甲") + numbered("乙"), numbering=CHINESE + number(1, 0, own)) == [
        "（3）甲",
        "（4）乙",
    ]


def test_an_override_may_start_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = CHINESE + number(1, 0) + number(2, 0, anew)
    body = numbered("甲") + numbered("乙") + numbered("丙", 2) + numbered("丁", 2)
    assert lines(body, numbering=lists) == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_restarts_follow_the_named_level_only() -> None:
    levels = definition(
        0,
        level(0, "chineseCounting", "%1、"),
        level(1, "decimal", "%2.", more='<w:lvlRestart w:val="0"/>'),
    )
    body = numbered("甲") + numbered("乙", level=1) + numbered("丙") + numbered("丁", level=1)
    assert lines(body, numbering=levels + number(1, 0)) == ["一、甲", "1.乙", "二、丙", "2.丁"]


def test_table_cells_are_numbered_where_they_stand() -> None:
    rows = [row(cell(numbered("", 1)), each) for each in ("修订预案", "组织演练")]
    text = lines(
        table(row("序号", "任务"), *rows), numbering=definition(0, level(0, "decimal", "%1")) + number(1, 0)
    )
    assert text == ["序号\t任务", "1\t修订预案", "2\t组织演练"]


def test_a_deleted_paragraph_takes_no_number() -> None:
    gone = paragraph(
        "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>",
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>',
    )
    assert lines(numbered("甲") + gone + numbered("乙"), numbering=ONE) == ["一、甲", "二、乙"]


@pytest.mark.parametrize(
    "lists", ["", CHINESE, CHINESE + number(1, 9)], ids=["没有编号表", "没有列表", "没有定义"]
)
def test_a_list_that_is_not_there_prints_nothing(lists: str) -> None:
    assert lines(numbered("甲"), numbering=lists) == ["甲"]
