"""Files that are no PDF, are damaged, locked, empty or scanned."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.utils import ImageReader

from extractor.ingest import limits
from extractor.ingest.pdf.file import read_pdf
from extractor.model.errors import (
    EmptyFile,
    EncryptedFile,
    ExtractorError,
    LimitExceeded,
    ScanWithoutText,
    UnreadableFile,
)
from tests.ingest.pdf_files import body, both, centred, grid, pdf, read, wrapped

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from tests.ingest.pdf_files import Drawing

WORDS = "各区县、各有关部门要在年底前完成自查整改，并将整改情况和下一步打算书面报送领导小组办公室汇总。"
TABLE = grid([["任务", "单位"], ["排查", "教育局"]], [200, 200], top=600)
GOOD = pdf(both(body(*wrapped(WORDS), top=780), TABLE))

UNREADABLE = [
    pytest.param(b"", "PDF 不完整，缺少结尾", id="空文件"),
    pytest.param("关于开展检查的通知".encode(), "PDF 不完整，缺少结尾", id="文本"),
    pytest.param(GOOD[: len(GOOD) // 2], "PDF 不完整，缺少结尾", id="截断"),
    pytest.param(GOOD[:-200], "PDF 不完整，缺少结尾", id="少了结尾"),
    pytest.param(b"%PDF-1.4\n%%EOF", "PDF 结构已损坏", id="只有头尾"),
    pytest.param(b"\0" * 4096 + b"%%EOF", "PDF 结构已损坏", id="空字节"),
]


@pytest.mark.parametrize(("data", "reason"), UNREADABLE)
def test_what_is_no_whole_pdf_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_pdf(data, "甲/通知.pdf", "")
    assert caught.value.where == "甲/通知.pdf"
    assert caught.value.details == {"reason": reason}


def test_a_locked_file_says_so() -> None:
    with pytest.raises(EncryptedFile) as caught:
        read_pdf(pdf(body("正文"), encrypt="secret"), "通知.pdf", "")
    assert caught.value.code == "file-encrypted"


def picture(canvas: Canvas) -> None:
    held = io.BytesIO()
    Image.new("RGB", (40, 60), "gray").save(held, "PNG")
    canvas.drawImage(ImageReader(io.BytesIO(held.getvalue())), 0, 0, 595, 842)


def stamp(canvas: Canvas) -> None:
    centred(canvas, 20, "扫描大王 创建", 9)


@pytest.mark.parametrize("count", [1, 2, 4])
@pytest.mark.parametrize(
    "page", [pytest.param(picture, id="没有文字层"), pytest.param(both(picture, stamp), id="只有水印")]
)
def test_a_scan_is_refused_with_its_number_of_pages(page: Drawing, count: int) -> None:
    with pytest.raises(ScanWithoutText) as caught:
        read(*[page] * count)
    assert caught.value.details == {"pages": str(count)}


def test_pages_without_text_among_others_are_named() -> None:
    source = read(body(*wrapped(WORDS)), both(picture, stamp), body(*wrapped(WORDS)))
    assert [(problem.code, problem.severity, problem.details) for problem in source.problems] == [
        ("page-without-text", "warning", (("page", "2"),))
    ]


def test_a_scan_with_a_text_layer_is_read() -> None:
    rows = wrapped(WORDS)
    assert read(both(picture, body(*rows))).text == WORDS + "\n"


def test_a_short_notice_without_pictures_is_no_scan() -> None:
    assert read(body("本周例会取消。")).text == "本周例会取消。\n"


def test_blank_pages_make_an_empty_file() -> None:
    with pytest.raises(EmptyFile):
        read(lambda canvas: None, lambda canvas: None)  # noqa: ARG005 - a page on which nothing is drawn


def test_a_blank_page_among_others_is_no_problem() -> None:
    assert read(body("第一页。"), lambda canvas: None).problems == ()  # noqa: ARG005 - as above


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PAGES", 2)
    with pytest.raises(LimitExceeded) as caught:
        read(*[body("正文。")] * 3)
    assert caught.value.details == {"found": "3", "most": "2"}


def test_reading_twice_gives_the_same_source() -> None:
    assert read_pdf(GOOD, "通知.pdf", "") == read_pdf(GOOD, "通知.pdf", "")


@settings(max_examples=150, deadline=None)
@given(
    changes=st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=12)
)
def test_changed_bytes_give_a_source_or_a_typed_error(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for place, value in changes:
        data[place] = value
    try:
        source = read_pdf(bytes(data), "通知.pdf", "")
    except ExtractorError:
        return
    assert source.reader == "pdf"
    assert all(source.quote(table.span).strip() for table in source.tables)


@settings(max_examples=60, deadline=None)
@given(cut=st.integers(0, len(GOOD)), tail=st.binary(max_size=40))
def test_cut_files_give_a_source_or_a_typed_error(cut: int, tail: bytes) -> None:
    try:
        read_pdf(GOOD[:cut] + tail + b"\nstartxref\n0\n%%EOF", "通知.pdf", "")
    except ExtractorError:
        return
