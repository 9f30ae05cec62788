"""Pictures and scans as files: with the extra ``ocr`` they are read, without it the message says how to get it."""

from __future__ import annotations

import difflib
import io
import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw

from extractor.ingest import limits
from extractor.ingest.ocr import engine, images, scans
from extractor.ingest.ocr.images import read_image
from extractor.ingest.ofd.file import read_ofd
from extractor.ingest.pdf.file import read_pdf, stretches
from extractor.ingest.pulse import answered_by
from extractor.model.errors import (
    EmptyFile,
    ExtractorError,
    LimitExceeded,
    ScanWithoutText,
    UnreadableFile,
    UnsupportedFormat,
)
from extractor.model.fold import fold
from tests.ingest.ofd_files import element, page, part
from tests.ingest.ofd_files import package as ofd_package
from tests.ingest.pdf_files import body, pdf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

    from extractor.model.source import Source

with_extra = pytest.mark.skipif(not engine.is_installed(), reason="the extra ocr is not installed")
TALL = (100, 20_000)


def picture(words: str = "", size: tuple[int, int] = (600, 800), kind: str = "PNG", **options: object) -> bytes:
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).text((60, 100), words, fill="black", font_size=40)
    held = io.BytesIO()
    image.save(held, kind, **options)
    return held.getvalue()


def scan(canvas: Canvas) -> None:
    from reportlab.lib.utils import ImageReader  # noqa: PLC0415 - only for the one page

    canvas.drawImage(ImageReader(io.BytesIO(picture("Notice 2024-06-30"))), 0, 0, 595, 842)


def test_without_the_extra_a_picture_is_named_as_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "is_installed", lambda: False)
    with pytest.raises(UnsupportedFormat) as caught:
        read_image(picture(), "通知.png", "")
    assert (caught.value.code, caught.value.details) == ("unsupported-image", {"format": "PNG/JPEG/TIFF"})


def test_without_the_extra_a_scan_is_refused_and_a_scanned_page_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "is_installed", lambda: False)
    with pytest.raises(ScanWithoutText) as caught:
        read_pdf(pdf(scan), "通知.pdf", "")
    assert caught.value.details == {"pages": "1"}
    words = "各区县、各有关部门要在年底前完成自查整改，并将整改情况报送领导小组。"
    source = read_pdf(pdf(body(words), body(words), scan), "通知.pdf", "")
    assert [(problem.code, problem.details) for problem in source.problems] == [
        ("page-without-text", (("page", "3"),))
    ]


@with_extra
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "BMP", "GIF"])
def test_every_kind_of_picture_is_read(kind: str) -> None:
    source = read_image(picture("Notice 2024-06-30", kind=kind), "a", "")
    assert source.text.replace(" ", "") == "Notice2024-06-30\n"
    assert source.reader == "image"
    assert source.problems[0].code == "page-read-by-ocr"


@with_extra
def test_each_frame_of_a_tiff_is_a_page() -> None:
    frames = [Image.open(io.BytesIO(picture(words))) for words in ("First page:", "(1) Second page")]
    held = io.BytesIO()
    frames[0].save(held, "TIFF", save_all=True, append_images=frames[1:])
    source = read_image(held.getvalue(), "a.tif", "")
    assert source.text.splitlines() == ["First page:", "(1) Second page"]
    assert {place.page for place in source.places} == {1, 2}


@with_extra
@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_picture_that_lies_on_its_side_is_turned(shared: Path, quarters: int) -> None:
    image = Image.open(shared / "notices" / "d126.png").convert("L").crop((100, 640, 1124, 1240))
    held = io.BytesIO()
    image.rotate(90 * quarters, expand=True).save(held, "PNG")
    upright = io.BytesIO()
    image.save(upright, "PNG")
    found, straight = (read_image(one.getvalue(), "a", "").text for one in (held, upright))
    assert difflib.SequenceMatcher(None, found, straight, autojunk=False).ratio() > 0.97


@with_extra
def test_only_the_scanned_page_of_a_mixed_pdf_is_recognised() -> None:
    words = "各区县、各有关部门要在年底前完成自查整改。"
    source = read_pdf(pdf(body("\u3000\u3000" + words, words * 2), scan), "通知.pdf", "")
    assert source.text.replace(" ", "").splitlines()[0].startswith(words)
    assert source.text.replace(" ", "").endswith("Notice2024-06-30\n")
    assert [problem.details[0] for problem in source.problems if problem.code == "page-read-by-ocr"] == [("page", "2")]


@with_extra
def test_a_scan_in_an_ofd_is_recognised() -> None:
    media = element("MultiMedia", element("MediaFile", "a.png"), ID=3, Type="Image")
    resources = part("Res", element("MultiMedias", media), BaseLoc="Res")
    data = ofd_package(
        page(element("ImageObject", Boundary="0 0 210 297", ResourceID=3)),
        common=element("DocumentRes", "Res.xml"),
        more={"Doc_0/Res.xml": resources, "Doc_0/Res/a.png": picture("Notice 2024-06-30")},
    )
    source = read_ofd(data, "通知.ofd", "")
    assert (source.text.replace(" ", ""), source.reader) == ("Notice2024-06-30\n", "ofd")
    assert source.problems[0].code == "page-read-by-ocr"


@with_extra
def test_reading_twice_gives_the_same_source() -> None:
    data = picture("Notice 2024-06-30\nReport by July 15")
    assert read_image(data, "a", "") == read_image(data, "a", "")


def bare(text: str) -> str:
    return re.sub(r"\s", "", fold(text))


@with_extra
def test_a_printed_page_is_read_to_three_characters_in_a_hundred(shared: Path) -> None:
    clean = bare((shared / "notices" / "d031.txt").read_text("utf-8"))
    found = bare(read_image((shared / "notices" / "d125.png").read_bytes(), "a", "").text)
    body_text = found[found.index("各省") :]
    start = clean.index("各省")
    blocks = difflib.SequenceMatcher(None, clean[start : start + len(body_text) + 20], body_text, autojunk=False)
    assert sum(block.size for block in blocks.get_matching_blocks()) >= 0.97 * len(body_text)


@with_extra
def test_the_text_under_a_seal_is_read_and_the_stamp_of_the_scanner_left_out(shared: Path) -> None:
    source = read_pdf((shared / "notices" / "d026.pdf").read_bytes(), "d026.pdf", "")
    last = [line for line in source.text.splitlines() if line][-3:]
    assert re.fullmatch(r"\d{4}年\d{1,2}月\d{1,2}日", last[-2])
    assert "扫描全能王" not in source.text
    assert not re.search(r"^[—-]\d+[—-]$", source.text, re.MULTILINE)


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the extra were there: what is refused here is refused before anything is recognised."""
    monkeypatch.setattr(images, "is_installed", lambda: True)


BROKEN = [
    pytest.param(b"\x89PNG\r\n\x1a\n", id="只有文件头"),
    pytest.param(picture()[:100], id="截断的PNG"),
    pytest.param(picture(kind="JPEG")[:400], id="截断的JPEG"),
    pytest.param(picture(kind="TIFF")[:200], id="截断的TIFF"),
    pytest.param(b"GIF89a" + bytes(20), id="坏GIF"),
    pytest.param(b"%!PS-Adobe-3.0 EPSF-3.0\n", id="不收的格式"),
]


@with_extra
@pytest.mark.parametrize("data", BROKEN)
def test_damaged_pictures_are_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_image(data, "a.png", "")
    assert caught.value.details == {"reason": "图片已损坏或不完整"}


@pytest.mark.usefixtures("installed")
def test_a_picture_of_too_many_pixels_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PIXELS", 1000)
    with pytest.raises(LimitExceeded) as caught:
        read_image(picture(), "a.png", "")
    assert caught.value.code == "limit-pixels"


@pytest.mark.usefixtures("installed")
def test_a_bomb_is_refused_by_what_its_head_claims() -> None:
    head = bytearray(picture(size=(10, 10)))
    head[16:24] = (60_000).to_bytes(4) * 2
    with pytest.raises(ExtractorError):
        read_image(bytes(head), "a.png", "")


@with_extra
def test_empty_pictures_have_no_text() -> None:
    for size in ((600, 800), (1, 1), TALL):
        with pytest.raises(EmptyFile):
            read_image(picture(size=size), "a.png", "")


@with_extra
def test_a_long_strip_is_read_in_parts() -> None:
    image = Image.new("RGB", (600, 3000), "white")
    for index in range(10):
        ImageDraw.Draw(image).text((60, 100 + 290 * index), f"Line number {index}.", fill="black", font_size=40)
    held = io.BytesIO()
    image.save(held, "PNG")
    text = read_image(held.getvalue(), "a.png", "").text
    assert [int(found) for found in re.findall(r"number ?(\d)", text)] == list(range(10))


def granted(pages: int) -> Callable[[int], bool]:
    left = iter([True] * pages)
    return lambda _: next(left, False)


def tiff(count: int) -> bytes:
    frames = [Image.open(io.BytesIO(picture(f"Notice No. {number}"))) for number in range(1, count + 1)]
    held = io.BytesIO()
    frames[0].save(held, "TIFF", save_all=True, append_images=frames[1:])
    return held.getvalue()


@with_extra
@pytest.mark.parametrize(
    ("read", "data"),
    [pytest.param(read_pdf, pdf(*[scan] * 12), id="PDF"), pytest.param(read_image, tiff(12), id="TIFF")],
)
def test_pages_for_which_there_is_no_time_are_named_and_the_others_kept(
    read: Callable[[bytes, str, str], Source], data: bytes
) -> None:
    with answered_by(granted(2)):
        source = read(data, "通知", "")
    assert {place.page for place in source.places} == {1, 2}
    assert [(each.severity, each.details) for each in source.problems if each.code == "pages-not-recognised"] == [
        ("error", (("pages", "3–12"), ("count", "10")))
    ]


@with_extra
def test_pages_beyond_the_limit_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_RECOGNISED_PAGES", 1)
    words = "各区县、各有关部门要在年底前完成自查整改，并将整改情况报送领导小组。"
    source = read_pdf(pdf(scan, body(words), scan), "通知.pdf", "")
    assert [each.details[0] for each in source.problems if each.code == "pages-not-recognised"] == [("pages", "3")]


@with_extra
def test_the_number_of_pages_to_recognise_is_told_before_each() -> None:
    said: list[int] = []
    words = "各区县、各有关部门要在年底前完成自查整改，并将整改情况报送领导小组。"

    def answer(pages: int) -> bool:
        said.append(pages)
        return True

    with answered_by(answer):
        read_pdf(pdf(scan, body(words), scan), "通知.pdf", "")
    assert said == [2, 2]


NUMBERS = [
    pytest.param([3], "3", id="一页"),
    pytest.param([1, 2, 3], "1–3", id="连着"),
    pytest.param([1, 3, 4, 9], "1、3–4、9", id="断续"),
]


@pytest.mark.parametrize(("numbers", "short"), NUMBERS)
def test_numbers_of_pages_are_said_in_short(numbers: list[int], short: str) -> None:
    assert stretches(numbers) == short
