"""Runs of characters that PDFium did not part, or that a font misnames: measured on a page made of boxes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import pytest

from extractor.ingest.pdf.pdfium import Box, PdfPage
from extractor.ingest.pdf.runs import Run, cut, read_runs

if TYPE_CHECKING:
    from collections.abc import Sequence

EM = 10.0


@dataclass
class Sheet:
    """Stands for an open page: characters at the given x, all drawn, upright and black."""

    text: str
    places: Sequence[float]
    heights: Sequence[float]
    turn: int = 0

    def box(self, index: int) -> Box:
        x, y = self.places[index], self.heights[index]
        return Box(x, y, x + EM, y + EM)

    def direction(self, index: int) -> int:
        return 0 * index

    def is_red(self, index: int) -> bool:
        return self.text[index] == "红"

    def is_drawn(self, index: int) -> bool:
        return index >= 0


def page(text: str, places: Sequence[float], heights: Sequence[float] | None = None) -> PdfPage:
    return cast("PdfPage", Sheet(text, places, heights or [0.0] * len(text)))


def words(sheet: PdfPage) -> list[list[str]]:
    return [[run.text for run in row] for row in read_runs(sheet).rows]


MEASURED = [
    pytest.param("教育局财政局", [0, 10, 20, 90, 100, 110], [["教育局", "财政局"]], id="没有空格的宽缝"),
    pytest.param("教育局财政局", [90, 100, 110, 0, 10, 20], [["教育局", "财政局"]], id="先画右边"),
    pytest.param("强强化化责责任任", [0, 0.3, 10, 10.3, 20, 20.3, 30, 30.3], [["强化责任"]], id="重复的字"),
    pytest.param("各部门", [0, 10, 20], [["各部门"]], id="平常的字"),
]


@pytest.mark.parametrize(("text", "places", "expected"), MEASURED)
def test_runs_are_cut_and_mended_where_their_width_is_odd(
    text: str, places: list[float], expected: list[list[str]]
) -> None:
    assert words(page(text, places)) == expected


def test_a_row_whose_runs_stand_on_two_heights_is_two_rows() -> None:
    sheet = page("附件 教育局", [0, 10, 20, 30, 40, 50], [50, 50, 50, 0, 0, 0])
    assert words(sheet) == [["附件"], ["教育局"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(" 三）发展目标", "（三）发展目标", id="条目"),
        pytest.param(" 十一）附则", "（十一）附则", id="两位数"),
        pytest.param(" 发展目标", "发展目标", id="普通的空格"),
        pytest.param("三）发展目标", "三）发展目标", id="前面没有空格"),
    ],
)
def test_a_bracket_that_the_font_calls_a_blank_is_restored(text: str, expected: str) -> None:
    assert words(page(text, [EM * index for index in range(len(text))])) == [[expected]]


def test_a_run_is_cut_at_the_borders_that_it_crosses() -> None:
    text = "开展排查教育局"
    sheet = page(text, [EM * index for index in range(len(text))])
    parts = list(cut(sheet, Run(text, Box(0, 0, 70, EM), 0, EM), [40.0]))
    found = [(part.text, part.box.left, part.first) for part in parts]
    assert found == [("开展排查", 0, 0), ("教育局", 40, 4)]


def test_red_rows_are_known() -> None:
    assert [row[0].red for row in read_runs(page("红头\n黑体", [0, 10, 0, 0, 10])).rows] == [True, False]
