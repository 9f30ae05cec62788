"""OFDs that are damaged, locked, empty, scanned, or written to do harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.ingest import limits
from extractor.ingest.ofd.file import read_ofd
from extractor.model.errors import (
    EmptyFile,
    EncryptedFile,
    ExtractorError,
    LimitExceeded,
    ScanWithoutText,
    UnreadableFile,
)
from tests.ingest.ofd_files import (
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

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLE = grid([["任务", "单位"], ["排查", "住建局"]])
GOOD = package(page(rows("\u3000\u3000各镇街要在年底前完成桥梁排查。", top=200) + TABLE))
DTD = '<!DOCTYPE x [<!ENTITY a "一一一一"><!ENTITY b "&a;&a;&a;&a;">]>'

UNREADABLE = [
    pytest.param(b"", "不是完整的 OFD（ZIP 已损坏）", id="空文件"),
    pytest.param(GOOD[: len(GOOD) // 2], "不是完整的 OFD（ZIP 已损坏）", id="截断"),
    pytest.param(packed({"OFD.xml": "不是 XML"}), "XML 有误（OFD.xml 第1行）", id="不是XML"),
    pytest.param(packed({"OFD.xml": entry()}), "OFD.xml 没有指明正文", id="没有正文"),
    pytest.param(packed({"OFD.xml": entry("Doc_0/Document.xml")}), "缺少 Doc_0/Document.xml", id="缺正文"),
    pytest.param(packed({"OFD.xml": entry("../../../etc/passwd")}), "缺少 ../../../etc/passwd", id="路径越界"),
    pytest.param(
        packed({"OFD.xml": entry("D.xml"), "D.xml": document(1)}), "缺少 Pages/Page_0/Content.xml", id="缺页"
    ),
    pytest.param(
        packed({"OFD.xml": DTD + "<OFD>&b;</OFD>"}), "XML 含有不允许的 DTD（OFD.xml）", id="实体"
    ),
]


@pytest.mark.parametrize(("data", "reason"), UNREADABLE)
def test_damaged_files_are_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_ofd(data, "通知.ofd", "")
    assert caught.value.details == {"reason": reason}


def test_an_enciphered_file_is_refused() -> None:
    with pytest.raises(EncryptedFile):
        read_ofd(packed({"OFD.xml": entry("D.xml"), "Encryptions.xml": part("Encryptions", "")}), "通知.ofd", "")


def test_pages_of_images_are_a_scan() -> None:
    picture = element("ImageObject", Boundary="0 0 210 297", ResourceID=3)
    with pytest.raises(ScanWithoutText) as caught:
        read(picture, picture)
    assert caught.value.details == {"pages": "2"}


def test_one_page_of_an_image_among_others_is_named() -> None:
    words = rows("\u3000\u3000各镇街要在年底前完成桥梁排查并建立台账，", "逐座明确管护责任人。")
    source = read(words, words, element("ImageObject", Boundary="0 0 210 297", ResourceID=3))
    assert [(problem.code, problem.details) for problem in source.problems] == [
        ("page-without-text", (("page", "3"),))
    ]


@pytest.mark.parametrize("pages", [pytest.param((), id="没有页"), pytest.param(("",), id="空页")])
def test_files_without_text_are_empty(pages: tuple[str, ...]) -> None:
    with pytest.raises(EmptyFile):
        read(*pages)


NONSENSE = [
    pytest.param(text("页外", Boundary="1e300 0 10 10"), id="坐标极大"),
    pytest.param(text("页外", Boundary="nan inf 10 10"), id="不是数"),
    pytest.param(text("页外", Boundary="1 2 3"), id="缺坐标"),
    pytest.param(text("页外", CTM="1 2"), id="缺矩阵"),
    pytest.param(text("页外", CTM="1e5 0 0 1e5 1e5 1e5", Boundary="999999 0 1 1"), id="矩阵极大"),
    pytest.param(text("页外", Size="-5"), id="负字号"),
    pytest.param(text("页外", Size="大"), id="字号不是数"),
    pytest.param(raw_text(element("TextCode", "", X=0, Y=5)), id="没有字"),
    pytest.param(element("CompositeObject", ResourceID=404), id="没有的资源"),
    pytest.param(path("M 0 0 L 1"), id="路径残缺"),
    pytest.param(path("X 0 0 L 1e999 5 C C C"), id="路径有误"),
]


@pytest.mark.parametrize("content", NONSENSE)
def test_objects_that_make_no_sense_leave_the_rest_as_it_is(content: str) -> None:
    assert lines(rows("特此通知。") + content) == ["特此通知。"]


def composites(depth: int, width: int) -> Mapping[str, str]:
    """Composite graphics each of which draws the next one ``width`` times; the last draws the first."""
    units = [
        element(
            "CompositeGraphicUnit",
            element("Content", element("CompositeObject", ResourceID=(index + 1) % depth) * width),
            ID=index,
        )
        for index in range(depth)
    ]
    return {"Doc_0/Res.xml": part("Res", element("CompositeGraphicUnits", "".join(units)))}


def test_graphics_that_draw_each_other_for_ever_end() -> None:
    source = read(
        rows("特此通知。") + element("CompositeObject", ResourceID=0),
        common=element("PublicRes", "Res.xml"),
        more=composites(1, 1),
    )
    assert source.text == "特此通知。\n"


def test_graphics_that_multiply_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_OBJECTS", 1000)
    with pytest.raises(LimitExceeded) as caught:
        read(
            element("CompositeObject", ResourceID=0),
            common=element("PublicRes", "Res.xml"),
            more=composites(8, 9),
        )
    assert (caught.value.code, caught.value.details) == ("limit-objects", {"most": "1,000"})


def test_too_many_pages_and_too_much_unpacked_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PAGES", 2)
    with pytest.raises(LimitExceeded) as caught:
        read(*[rows("正文。")] * 3)
    assert caught.value.code == "limit-pages"
    monkeypatch.setattr(limits, "MAX_UNPACKED_BYTES", 1000)
    with pytest.raises(LimitExceeded) as caught:
        read(rows("正文。") + " " * 2000)
    assert caught.value.code == "limit-bytes"


def test_too_many_characters_are_refused_before_the_last_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TEXT_CHARACTERS", 20)
    with pytest.raises(LimitExceeded) as caught:
        read(*[rows("各镇街要抓紧完成排查。")] * 3)
    assert caught.value.code == "limit-characters"


def test_deep_nesting_is_refused_or_read() -> None:
    blocks = "<ofd:PageBlock>" * 5000 + "</ofd:PageBlock>" * 5000
    with pytest.raises(ExtractorError):
        read(rows("特此通知。") + blocks)


def test_reading_twice_gives_the_same_source() -> None:
    assert read_ofd(GOOD, "通知.ofd", "") == read_ofd(GOOD, "通知.ofd", "")


CONTENT = page(rows("各镇街要在年底前完成桥梁排查。") + grid([["任务", "单位"], ["排查", "住建局"]], top=80))


@settings(max_examples=150, deadline=None)
@given(changes=st.lists(st.tuples(st.integers(0, len(CONTENT) - 1), st.sampled_from('0e9.-<>"g 一')), max_size=12))
def test_changed_parts_give_a_source_or_a_typed_error(changes: list[tuple[int, str]]) -> None:
    characters = list(CONTENT)
    for place, character in changes:
        characters[place] = character
    try:
        source = read_ofd(package("".join(characters)), "通知.ofd", "")
    except ExtractorError:
        return
    assert all(source.quote(table.span).strip() for table in source.tables)


@settings(max_examples=60, deadline=None)
@given(changes=st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_changed_bytes_give_a_source_or_a_typed_error(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for place, value in changes:
        data[place] = value
    try:
        read_ofd(bytes(data), "通知.ofd", "")
    except ExtractorError:
        return
