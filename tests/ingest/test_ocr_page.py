"""Recognised lines become a page: paragraphs, tables, doubts. No recognition is needed to test that."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from extractor.ingest.ocr.gaps import spaced
from extractor.ingest.ocr.page import page_of
from extractor.ingest.ocr.piece import Piece, skew_of, spread, straightened
from extractor.ingest.pdf.file import source_of
from extractor.ingest.pdf.page import Page
from extractor.ingest.pdf.pdfium import Box
from extractor.model.errors import ScanWithoutText

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extractor.ingest.ocr.piece import Corners
    from extractor.model.source import Source

SIZE = 40  # pixels of a character
LEFT = 160
FRAME = Box(0.0, 0.0, 595.0, 842.0)
PIXELS = (1413, 2000)


def piece(words: str, x: float = LEFT, y: float = 200, score: float = 0.99, size: float = SIZE) -> Piece:
    """A recognised line at (x, y) from the top left, in pixels."""
    width = sum(size if ord(character) > 0x2000 else size / 2 for character in words)
    corners: Corners = ((x, y), (x + width, y), (x + width, y + size), (x, y + size))
    return Piece(words, score, corners, spread(words, corners))


def rows(*lines: str, top: float = 200) -> list[Piece]:
    """Lines 70 pixels apart; one that begins with wide blanks is moved in."""
    pieces = []
    for index, line in enumerate(lines):
        words = line.lstrip("\u3000")
        pieces.append(piece(words, LEFT + (len(line) - len(words)) * SIZE, top + index * 70))
    return pieces


def read(pieces: Sequence[Piece], ruled: Iterable[tuple[float, float, float, float]] = ()) -> Source:
    page = page_of(pieces, FRAME, PIXELS, 1, lambda: ruled)
    return source_of([page], "通知.png", "image", "")


def test_lines_become_paragraphs_and_the_page_is_noted() -> None:
    long = "\u3000\u3000各镇街要在年底前完成辖区桥梁隐患排查，建立台账，逐座明"
    source = read(rows(long, "确管护责任人。", "\u3000\u3000特此通知。"))
    assert source.text.splitlines() == [long.strip() + "确管护责任人。", "特此通知。"]
    assert [(problem.code, problem.severity, problem.details) for problem in source.problems] == [
        ("page-read-by-ocr", "info", (("page", "1"), ("confidence", "99.0%")))
    ]


def test_a_doubtful_line_is_marked_where_it_stands() -> None:
    lines = rows("\u3000\u3000各镇街要抓紧完成排查。", "\u3000\u3000联系人：王小明。")
    doubtful = piece("请于6月3O日前报送。", LEFT, 400, score=0.81)
    source = read([*lines, doubtful])
    (problem,) = [one for one in source.problems if one.code == "ocr-uncertain"]
    assert problem.span is not None
    assert source.quote(problem.span) == "请于6月3O日前报送。"
    assert (problem.severity, problem.details) == (
        "warning", (("words", "请于6月3O日前报送。"), ("confidence", "81.0%")),
    )  # fmt: skip


def test_a_doubtful_line_that_was_left_out_is_not_marked() -> None:
    source = read([*rows("\u3000\u3000特此通知。"), piece("一3一", 1000, 1900, score=0.6)])
    assert source.text == "特此通知。\n"
    assert [problem.code for problem in source.problems] == ["page-read-by-ocr"]


@pytest.mark.parametrize("number", ["一1一", "-1一", "—1—", "一 12 一"])
def test_a_page_number_between_dashes_taken_for_the_number_one_is_left_out(number: str) -> None:
    assert read([*rows("\u3000\u3000特此通知。"), piece(number, 1000, 1900)]).text == "特此通知。\n"


@pytest.mark.parametrize(
    ("recognised", "found"),
    [
        pytest.param("自查：4月1日一4月5日。", "自查：4月1日—4月5日。", id="起止日期"),
        pytest.param("5月一10月报名。", "5月—10月报名。", id="起止月份"),
        pytest.param("每月第一日一次。", "每月第一日一次。", id="数词"),
        pytest.param("三月一日开始。", "三月一日开始。", id="汉字日期"),
    ],
)
def test_the_dash_of_a_period_taken_for_the_number_one_is_a_dash(recognised: str, found: str) -> None:
    source = read([piece(recognised, LEFT, 400, score=0.81)])
    assert source.text == found + "\n"
    assert [problem.code for problem in source.problems if problem.span] == ["ocr-uncertain"]


def test_ruled_lines_make_a_table() -> None:
    cells = [["任务", "单位"], ["排查桥梁", "住建局"]]
    pieces = [piece(words, 180 + 400 * c, 220 + 100 * r) for r, row in enumerate(cells) for c, words in enumerate(row)]
    ruled = [(160.0, y, 960.0, y) for y in (200.0, 300.0, 400.0)]
    ruled += [(x, 200.0, x, 400.0) for x in (160.0, 560.0, 960.0)]
    source = read(pieces, ruled)
    assert source.text == "任务\t单位\n排查桥梁\t住建局\n"
    assert len(source.tables[0].cells) == 4


def test_one_piece_over_two_cells_is_cut_at_the_border() -> None:
    pieces = [piece("任务", 180, 220), piece("单位", 580, 220), piece("排查桥梁的全部工作住建局", 180, 320)]
    ruled = [(160.0, y, 960.0, y) for y in (200.0, 300.0, 400.0)]
    ruled += [(x, 200.0, x, 400.0) for x in (160.0, 540.0, 960.0)]
    assert read(pieces, ruled).text == "任务\t单位\n排查桥梁的全部工作\t住建局\n"


def test_a_blank_picture_is_a_scan_without_text() -> None:
    with pytest.raises(ScanWithoutText):
        source_of([Page(1, FRAME, (), picture=True)], "通知.pdf", "pdf", "")


def turned(one: Piece, angle: float) -> Piece:
    return straightened([one], -angle, (700.0, 1000.0))[0]


@pytest.mark.parametrize("degrees", [-4, -0.5, 0.5, 4])
def test_a_slanting_page_is_straightened(degrees: float) -> None:
    angle = math.radians(degrees)
    slanting = [turned(one, angle) for one in rows("各镇街要在年底前完成辖区桥梁隐患排查", "并建立台账。")]
    assert skew_of(slanting) == pytest.approx(angle)
    straight = straightened(slanting, skew_of(slanting), (700.0, 1000.0))
    assert straight[0].corners[0] == pytest.approx((LEFT, 200))
    assert read(straight).text.startswith("各镇街要在年底前完成辖区桥梁隐患排查")


def test_short_lines_and_steady_ones_show_no_slant() -> None:
    assert skew_of([turned(piece("通知"), 0.1)]) == 0.0
    assert skew_of([turned(piece("各镇街要在年底前完成"), 0.001)]) == 0.0


def test_characters_are_spread_by_their_width() -> None:
    line = spread("第12条", ((0, 0), (30, 0), (30, 10), (0, 10)))
    assert [one.corners[0][0] for one in line] == [0, 10, 15, 20]


def test_a_blank_in_the_ink_parts_two_names() -> None:
    np = pytest.importorskip("numpy")
    pixels = np.full((300, 1000, 3), 255, dtype="uint8")
    places = [160, 200, 240, 300, 340, 380]  # half a character is free after the third
    for x in places:
        pixels[204:236, x + 3 : x + 37] = 0
    corners: Corners = ((160, 200), (420, 200), (420, 240), (160, 240))
    characters = tuple(
        one for word, x in zip("教育部科技部", places, strict=True)
        for one in spread(word, ((x, 200), (x + 38, 200), (x + 38, 240), (x, 240)))
    )  # fmt: skip
    line = spaced(Piece("教育部科技部", 0.99, corners, characters), pixels)
    assert "".join(one.text for one in line.characters) == "教育部 科技部"
