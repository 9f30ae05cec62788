"""Where each line of the text was printed: spans of the text with boxes on the page, and the page as a picture."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from extractor.export.notice_view.boxes import pages_of
from extractor.export.notice_view.facts import Fact
from extractor.ingest.page_picture import LONGEST, page_picture
from extractor.ingest.pdf.file import read_pdf
from extractor.ingest.read import read
from extractor.model.layout import Layout, layout_of, layout_record
from extractor.model.source import Printed, Sheet
from tests.conftest import ROOT
from tests.ingest.pdf_files import LEFT, TOP, body, both, grid, pdf, text, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

    from extractor.export.notice_view.boxes import FactBox
    from extractor.model.source import Source
    from extractor.rules.book import RuleBook

HEADING = ["序号", "任务", "单位"]
WIDTHS = [50, 180, 110]
DARK = 128


def lines(source: Source) -> list[str]:
    return [source.text[line.start : line.end] for line in source.printed]


def check(source: Source) -> None:
    """All words of the text stand in printed lines, once and in order."""
    assert all(before.end <= after.start for before, after in pairwise(source.printed))
    assert "".join("".join(lines(source)).split()) == "".join(source.text.split())
    pages = {sheet.page: sheet.frame for sheet in source.sheets}
    for line in source.printed:
        left, bottom, right, top = pages[line.page]
        assert left - 1 <= line.box[0] < line.box[2] <= right + 1
        assert bottom - 1 <= line.box[1] < line.box[3] <= top + 1


def test_a_paragraph_over_several_lines_has_a_box_a_line() -> None:
    words = "各单位要按照统一部署对所属场所开展一次全面排查，逐项登记隐患，限期整改到位，并将结果报办公室备案。"
    source = read_pdf(pdf(body(*wrapped(words))), "通知.pdf", "")
    assert lines(source) == [line.strip("\u3000") for line in wrapped(words)]
    assert source.text.strip() == words
    assert [round(line.box[0]) for line in source.printed] == [LEFT + 32, LEFT]
    check(source)


def test_cells_have_boxes_also_where_the_table_goes_on_over_the_page() -> None:
    first = both(body("清单如下：", top=780), grid([HEADING, ["1", "开展隐患排查", "教育局"]], WIDTHS, top=120))
    second = grid([HEADING, ["2", "组织应急演练", "应急局\n住建局"]], WIDTHS, top=760)
    source = read_pdf(pdf(first, second), "通知.pdf", "")
    assert [(source.text[line.start : line.end], line.page) for line in source.printed if line.page > 1] == [
        ("2", 2), ("组织应急演练", 2), ("应急局", 2), ("住建局", 2),
    ]  # fmt: skip
    check(source)


@pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in sorted((ROOT / "corpus").glob("*.pdf"))])
def test_all_words_of_a_sample_have_a_box(path: Path, book: RuleBook) -> None:
    check(read(path, path.name, book))


def test_all_words_of_real_files_have_a_box(shared: Path, book: RuleBook) -> None:
    for name in ("d015.pdf", "d033.pdf", "d058.ofd", "d059.ofd", "e009.pdf"):
        path = shared / "notices" / name
        check(read(path, name, book))


def test_the_layout_is_the_same_after_it_was_stored() -> None:
    source = read_pdf(pdf(grid([HEADING, ["1", "开展隐患排查", ""]], WIDTHS, top=700)), "通知.pdf", "")
    stored = layout_record(source)
    layout = layout_of(stored)
    assert layout.tables == source.tables
    assert [(line.start, line.end, line.page) for line in layout.printed] == [
        (line.start, line.end, line.page) for line in source.printed
    ]
    assert layout_record(read_pdf(pdf(body("一行")), "通知.pdf", "")) is not None


def upright(canvas: Canvas) -> None:
    text(canvas, 100, TOP, "请各单位于六月底前报送")


def lower(canvas: Canvas) -> None:
    text(canvas, 100, 500, "请各单位于六月底前报送")


def sideways(canvas: Canvas) -> None:
    canvas.rotate(90)
    text(canvas, 100, -200, "请各单位于六月底前报送")


def turned_by(degrees: int, draw: Callable[[Canvas], None]) -> Callable[[Canvas], None]:
    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(degrees)
        draw(canvas)

    return page


def cropped(canvas: Canvas) -> None:
    canvas.setCropBox((50, 400, 500, 800))
    upright(canvas)


@pytest.mark.parametrize(
    "draw",
    [
        pytest.param(upright, id="竖放"),
        pytest.param(sideways, id="横排的表放在竖页上"),
        pytest.param(turned_by(90, sideways), id="横排又转了页面"),
        pytest.param(turned_by(180, upright), id="倒着"),
        pytest.param(turned_by(270, lower), id="横躺"),
        pytest.param(cropped, id="裁过边"),
    ],
)
def test_boxes_stand_over_the_words_however_the_page_lies(draw: Callable[[Canvas], None]) -> None:
    data = pdf(draw)
    source = read_pdf(data, "通知.pdf", "")
    start = source.text.index("六月底前")
    layout = Layout((), source.printed, source.sheets)
    page = pages_of(source.text, layout, [Fact("t", "time", [start, start + 4], "时限")])[0]
    picture = Image.open(io.BytesIO(page_picture(data, "通知.pdf", 1, page.sheet.turns))).convert("L")
    assert max(picture.size) == LONGEST
    assert abs(picture.width / picture.height - page.width / page.height) < 0.01
    inked = ink(picture, page.boxes[0], picture.width / page.width)
    whole = ink(picture, around(layout, page.sheet), picture.width / page.width)
    assert inked > 0
    assert 0.25 < inked / whole < 0.5  # four of eleven characters, in the middle
    assert whole == sum(shade < DARK for shade in picture.tobytes())


def around(layout: Layout, sheet: Sheet) -> FactBox:
    """The box of the only line."""
    line = layout.printed[0]
    fact = Fact("l", "owner", [line.start, line.end], "")
    return pages_of("字" * line.end, Layout((), (line,), (sheet,)), [fact])[0].boxes[0]


def ink(picture: Image.Image, box: FactBox, scale: float) -> int:
    edges = (box.left - 2, box.top - 2, box.left + box.width + 2, box.top + box.height + 2)
    part = picture.crop([round(edge * scale) for edge in edges])  # type: ignore[arg-type]  # four of them
    return sum(shade < DARK for shade in part.tobytes())


@pytest.mark.parametrize(
    ("words", "span", "left", "width"),
    [
        pytest.param("甲乙丙丁", [1, 3], 110, 20, id="汉字等宽"),
        pytest.param("ab甲乙丙", [2, 3], 110, 10, id="字母半宽"),
        pytest.param("甲乙丙丁", [2, 9], 120, 20, id="到下一行去的"),
    ],
)
def test_a_part_of_a_line_is_where_the_widths_of_its_characters_say(
    words: str, span: list[int], left: float, width: float
) -> None:
    line = Printed(0, len(words), 1, (100.0, 700.0, 140.0, 712.0))
    layout = Layout((), (line,), (Sheet(1, (0.0, 0.0, 600.0, 800.0)),))
    box = pages_of(words + "后面的字", layout, [Fact("o", "owner", span, "")])[0].boxes[0]
    assert (round(box.left), round(box.top), round(box.width), round(box.height)) == (left, 88, width, 12)


def test_boxes_of_a_page_that_lies_askew_slant_with_it() -> None:
    line = Printed(0, 2, 1, (500.0, 395.0, 560.0, 405.0))
    layout = Layout((), (line,), (Sheet(1, (0.0, 0.0, 600.0, 800.0), 0, 0.02),))
    box = pages_of("甲乙", layout, [Fact("o", "owner", [0, 2], "")])[0].boxes[0]
    assert round(box.top + box.height / 2) == 405  # 230 points right of the middle


@pytest.mark.parametrize("number", [0, 2, 99_999])
def test_there_is_no_picture_of_a_page_that_is_not_there(number: int) -> None:
    assert page_picture(pdf(body("一行")), "通知.pdf", number, 0) == b""


def test_a_text_has_no_pages() -> None:
    assert page_picture("通知".encode(), "通知.txt", 1, 0) == b""
