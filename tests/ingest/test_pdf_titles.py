"""A title set as large and as close as the text is told from it by where its lines stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdf_files import PITCH, RIGHT, SIZE, TOP, body, both, centred, lines, text, wrapped

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from tests.ingest.pdf_files import Drawing

FIRST = "各区县、各有关部门要在年底前完成自查整改，并将整改情况和下一步打算书面报送领导小组办公室汇总。"
SECOND = "领导小组办公室要对报送情况逐项核对，对进度缓慢的单位及时提醒，对弄虚作假的予以通报批评。"
TEXT = [*wrapped(FIRST), *wrapped(SECOND), *wrapped(FIRST)]


def titled(*title: str, shift: float = 0.0) -> Drawing:
    """The lines of a title in the middle, then recipients at the margin and three paragraphs, all at one pitch."""

    def draw(canvas: Canvas) -> None:
        for number, words in enumerate(title):
            left = RIGHT - 28 * SIZE + (28 - len(words)) * SIZE / 2 + shift * SIZE
            text(canvas, left, TOP - number * PITCH, words)

    return both(draw, body("各区县水务局：", *TEXT, top=TOP - len(title) * PITCH))


@pytest.mark.parametrize("length", range(10, 28))
@pytest.mark.parametrize("shift", [pytest.param(0.0, id="正中"), pytest.param(0.5, id="偏半字")])
def test_a_title_of_one_line_stays_apart_from_the_recipients(length: int, shift: float) -> None:
    title = "关于" + "进一步做好全市中小型水库堤防涵闸泵站安全隐患排查整治和"[: length - 5] + "的通知"
    found = lines(titled(title, shift=min(shift, (28 - length) / 2)))
    assert found == [title, "各区县水务局：", FIRST, SECOND, FIRST]


def test_the_last_line_of_a_title_belongs_to_full_lines_above_it() -> None:
    title = "关于进一步做好全市中小型水库堤防涵闸泵站安全隐患排查整治工"
    found = lines(titled(title[:28], "作的通知"))
    assert found[:2] == [title[:28] + "作的通知", "各区县水务局："]


def test_the_day_under_an_attachment_stays_apart_from_it() -> None:
    attachment = "附件：全市中小型水库堤防涵闸泵站安全隐患排查整治表"
    rows = [*TEXT, "\u3000\u3000" + attachment]
    day = TOP - len(rows) * PITCH
    drawn = both(body(*rows), lambda canvas: text(canvas, RIGHT - 9 * SIZE, day, "2024年5月6日"))
    assert lines(drawn)[-2:] == [attachment, "2024年5月6日"]


def test_a_sentence_in_the_middle_of_a_page_still_goes_on() -> None:
    assert lines(both(body(*TEXT), lambda canvas: centred(canvas, 50, "— 1 —", 14))) == [FIRST, SECOND, FIRST]
