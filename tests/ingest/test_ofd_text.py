"""OFD: characters in the order in which a person reads them, whatever objects they were written as."""

from __future__ import annotations

import pytest

from extractor.ingest.ofd.drawing import is_red
from extractor.ingest.ofd.file import read_ofd
from tests.ingest.ofd_files import (
    LEFT,
    SIZE,
    TOP,
    document,
    element,
    entry,
    grid,
    lines,
    package,
    packed,
    page,
    part,
    path,
    raw_text,
    read,
    rows,
    text,
)


def test_lines_become_paragraphs_with_their_places() -> None:
    long = "\u3000\u3000各镇街要在年底前完成辖区桥梁隐患排查，建立台账，逐"
    source = read(rows(long, "座明确管护责任人。", "\u3000\u3000请抓紧办理。"), rows("\u3000\u3000特此通知。"))
    assert source.text.splitlines() == [long.strip() + "座明确管护责任人。", "请抓紧办理。", "特此通知。"]
    assert source.reader == "ofd"
    assert [(place.page, place.line) for place in source.places] == [(1, 1), (1, 2), (1, 3), (2, 1)]


CODES = [
    pytest.param(element("TextCode", "关于通知", X=0, Y=5, DeltaX="g 3 5.6"), "关于通知", id="g记法"),
    pytest.param(element("TextCode", "关于通知", X=0, Y=5, DeltaX="5.6 g 2 5.6"), "关于通知", id="混合"),
    pytest.param(element("TextCode", "关于通知", X=0, Y=5, DeltaX="5.6"), "关于通知", id="步长不够"),
    pytest.param(element("TextCode", "关于通知", X=0, Y=5), "关于通知", id="没有步长"),
    pytest.param(element("TextCode", "关于通知", X=0, Y=5, DeltaX="5,6 x"), "关于通知", id="步长有误"),
    pytest.param(element("TextCode", "关于通知", X=0, Y=5, DeltaX="g 99999999999 5.6"), "关于通知", id="步数过大"),
    pytest.param(element("TextCode", "知通于关", X=16.8, Y=5, DeltaX="-5.6 -5.6 -5.6"), "关于通知", id="从右到左写入"),
    pytest.param(
        element("TextCode", "关于", X=0, Y=5, DeltaX="5.6") + element("TextCode", "通知", X=11.2, DeltaX="5.6"),
        "关于通知",
        id="两段同高",
    ),
    pytest.param(element("TextCode", "2024年", X=0, Y=5, DeltaX="2.8 2.8 2.8 2.8"), "2024年", id="数字"),
    pytest.param(element("TextCode", "一、 总 则", X=0, Y=5, DeltaX="5.6 5.6 2.8 5.6 2.8"), "一、总则", id="空格"),
]


@pytest.mark.parametrize(("code", "words"), CODES)
def test_steps_say_where_characters_stand(code: str, words: str) -> None:
    assert lines(raw_text(code)) == [words]


def test_characters_written_one_object_each_are_one_line() -> None:
    words = "关于开展桥梁排查的通知"
    drawn = [text(character, LEFT + index * SIZE) for index, character in enumerate(words)]
    assert lines("".join(reversed(drawn))) == [words]


def test_characters_printed_twice_to_look_bold_stand_once() -> None:
    assert lines(text("桥梁排查通知") + text("桥梁排查通知", LEFT + 0.2)) == ["桥梁排查通知"]


def test_a_matrix_changes_size_and_place() -> None:
    code = element("TextCode", "桥梁排查", X=0, Y=16, DeltaX="g 3 16")
    scaled = raw_text(code, "28 80 100 8", Size=16, CTM="0.3528 0 0 0.3528 0 0")
    assert lines(rows("关于开展桥梁排查的通知。") + scaled) == ["关于开展桥梁排查的通知。", "桥梁排查"]


def test_a_page_written_sideways_is_read_upright() -> None:
    first = raw_text(element("TextCode", "关于办法", X=0, Y=5, DeltaX="g 3 5.6"), "200 20 5 100", CTM="0 1 -1 0 0 0")
    second = raw_text(element("TextCode", "特此通知", X=0, Y=5, DeltaX="g 3 5.6"), "180 20 5 100", CTM="0 1 -1 0 0 0")
    assert lines(second + first) == ["关于办法特此通知"]


def test_text_aslant_is_left_out_and_named() -> None:
    slanting = raw_text(element("TextCode", "内部资料", X=0, Y=5), CTM="0.7 0.7 -0.7 0.7 0 0")
    source = read(rows("特此通知。") + slanting)
    assert source.text == "特此通知。\n"
    assert [(problem.code, problem.details) for problem in source.problems] == [
        ("watermark-left-out", (("count", "1"),))
    ]


def test_a_ruled_table_keeps_its_cells() -> None:
    source = read(grid([["任务", "牵头单位"], ["排查桥梁", "市交通局"], ["修缮桥梁", ""]]))
    assert [source.quote(cell.span) if cell.span else "" for cell in source.tables[0].cells] == [
        "任务", "牵头单位", "排查桥梁", "市交通局", "修缮桥梁", "",
    ]  # fmt: skip


def test_thin_areas_rule_a_table_as_well() -> None:
    words = text("任务", 30, 42, 4) + text("单位", 80, 42, 4) + text("排查", 30, 54, 4) + text("住建局", 80, 54, 4)
    areas = [f"M 28 {y} L 128 {y} L 128 {y + 0.2} L 28 {y + 0.2} C" for y in (40, 52, 64)]
    areas += [f"M {x} 40 L {x + 0.2} 40 L {x + 0.2} 64 L {x} 64 C" for x in (28, 78, 128)]
    source = read(words + "".join(path(area, Fill="true", Stroke="false") for area in areas))
    assert source.text == "任务\t单位\n排查\t住建局\n"


def test_templates_are_part_of_their_pages_and_heads_that_repeat_are_left_out() -> None:
    template = part("Page", element("Content", element("Layer", text("云山市交通局文件汇编", 28, 12))))
    pages = [page(rows(f"\u3000\u3000第{i}部分。"), element("Template", TemplateID=7)) for i in "一二三"]
    data = package(
        *pages,
        common=element("TemplatePage", ID=7, BaseLoc="Tpls/Tpl_0/Content.xml"),
        more={"Doc_0/Tpls/Tpl_0/Content.xml": template},
    )
    source = read_ofd(data, "通知.ofd", "")
    assert source.text.splitlines() == ["第一部分。", "第二部分。", "第三部分。"]
    assert source.problems[0].details == (("count", "3"),)


def test_composite_graphics_are_drawn_where_they_are_used() -> None:
    unit = element("CompositeGraphicUnit", element("Content", text("桥梁管护办法", 0, 0)), ID=9, Width=100, Height=10)
    resources = part("Res", element("CompositeGraphicUnits", unit))
    used = element("CompositeObject", Boundary="28 60 100 10", ResourceID=9)
    source = read(
        rows("关于印发办法的通知。") + used,
        common=element("PublicRes", "PublicRes.xml"),
        more={"Doc_0/PublicRes.xml": resources},
    )
    assert source.text.splitlines() == ["关于印发办法的通知。", "桥梁管护办法"]


def test_several_documents_follow_each_other() -> None:
    data = packed({
        "OFD.xml": entry("Doc_0/Document.xml", "/Doc_1/Document.xml"),
        "Doc_0/Document.xml": document(1),
        "Doc_1/Document.xml": document(1),
        "Doc_0/Pages/Page_0/Content.xml": page(rows("关于开展排查的通知")),
        "Doc_1/Pages/Page_0/Content.xml": page(rows("关于开展修缮的通知")),
    })
    source = read_ofd(data, "通知.ofd", "")
    assert source.text.splitlines() == ["关于开展排查的通知", "关于开展修缮的通知"]
    assert [place.page for place in source.places] == [1, 2]


def test_hidden_text_is_left_out_and_named() -> None:
    source = read(rows("特此通知。") + text("草稿", LEFT, 100, Visible="false"))
    assert source.text == "特此通知。\n"
    assert [problem.code for problem in source.problems] == ["hidden-left-out"]


def test_the_hidden_text_under_a_scan_is_read() -> None:
    picture = element("ImageObject", Boundary="0 0 210 297", ResourceID=3)
    words = "各镇街要在年底前完成桥梁排查并建立台账，逐座明确管护责任人。"
    assert lines(picture + text(words, Visible="false")) == [words]


def test_annotations_and_files_inside_are_named() -> None:
    source = read(
        rows("特此通知。"),
        after=element("Annotations", "Annots.xml") + element("Attachments", "Files.xml"),
        more={
            "Doc_0/Annots.xml": part("Annotations", element("Page", PageID=1)),
            "Doc_0/Files.xml": part("Attachments", element("Attachment", ID=1, Name="任务表.xlsx")),
        },
    )
    assert [(problem.code, problem.details) for problem in source.problems] == [
        ("annotations-left-out", (("count", "1"),)),
        ("attachments-not-read", (("names", "任务表.xlsx"),)),
    ]


COLOURS = [
    pytest.param("255 0 0", True, id="红"),
    pytest.param("#ee #20 #25", True, id="十六进制"),
    pytest.param("0 255 255 0", True, id="四色红"),
    pytest.param("0 0 0", False, id="黑"),
    pytest.param("0 0 0 255", False, id="四色黑"),
    pytest.param("200", False, id="灰"),
    pytest.param("红", False, id="不是数"),
]


@pytest.mark.parametrize(("value", "red"), COLOURS)
def test_red_is_told_from_other_colours(value: str, *, red: bool) -> None:
    assert is_red(value) is red


def test_the_red_head_takes_its_colour_from_drawing_parameters() -> None:
    parameters = element("DrawParam", element("FillColor", Value="255 0 0"), ID=5)
    resources = part("Res", element("DrawParams", parameters + element("DrawParam", ID=6, Relative=5)))
    head = text("云山市交通局", 28, 40, 8, DrawParam=6) + text("云山市财政局", 28, 52, 8, DrawParam=6)
    source = read(
        head + text("文件", 90, 46, 8, DrawParam=6) + rows("\u3000\u3000特此通知。", top=TOP + 60),
        common=element("DocumentRes", "Res.xml"),
        more={"Doc_0/Res.xml": resources},
    )
    assert source.text.splitlines() == ["云山市交通局", "云山市财政局文件", "特此通知。"]
