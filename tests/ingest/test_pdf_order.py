"""A page is read as a person reads it, in whatever order it was drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdf_files import LEFT, SIZE, body, both, centred, lines, read, spaced, text, wrapped

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from tests.ingest.pdf_files import Drawing


def red_head(*names: str, word: bool = True) -> Drawing:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.9, 0, 0)
        for index, name in enumerate(names):
            spaced(canvas, (LEFT, 780 - 45 * index), name, 300 / len(name), 30)
        if word:
            text(canvas, LEFT + 330, 780 - 45 * (len(names) - 1) / 2, "文件", 30)
        canvas.setFillColorRGB(0, 0, 0)

    return draw


def test_the_red_head_drawn_after_the_body_comes_first() -> None:
    page = both(body("各区教育局：", top=500), red_head("云山市教育局文件", word=False))
    assert lines(page) == ["云山市教育局文件", "各区教育局："]


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(["云山市教育局"], id="一个机关"),
        pytest.param(["云山市科技局", "云山市文化和旅游局"], id="两个机关"),
        pytest.param(["云山市科技局", "中共云山市委宣传部", "云山市财政局", "云山市文旅局"], id="四个机关"),
    ],
)
def test_the_word_beside_several_names_is_read_after_the_last(names: list[str]) -> None:
    page = both(red_head(*names), body("云教〔2024〕5号", top=540))
    assert lines(page) == [*names[:-1], names[-1] + "文件", "云教〔2024〕5号"]


def test_two_signatures_side_by_side_keep_a_blank_between_them() -> None:
    def page(canvas: Canvas) -> None:
        text(canvas, LEFT + 40, 400, "云山市财政局")
        text(canvas, LEFT + 260, 400, "云山市水务局")
        text(canvas, LEFT + 270, 370, "2024年3月1日")

    assert lines(page) == ["云山市财政局 云山市水务局", "2024年3月1日"]


@pytest.mark.parametrize(
    ("words", "step"),
    [
        pytest.param("云山市人民政府办公室", 1.3, id="略宽"),
        pytest.param("云山市人民政府办公室", 1.8, id="宽"),
        pytest.param("通知", 3, id="两字"),
    ],
)
def test_letter_spaced_words_are_joined(words: str, step: float) -> None:
    assert lines(lambda canvas: spaced(canvas, (LEFT, 700), words, step * SIZE)) == [words]


def test_gaps_that_only_fill_the_line_leave_no_blank() -> None:
    def page(canvas: Canvas) -> None:
        for index, word in enumerate(["请各单位", "在", "2025", "年", "3", "月底前", "完成"]):
            text(canvas, LEFT + index * 70 - (0, 0, 50, 86, 148, 206, 226)[index], 700, word)

    assert lines(page) == ["请各单位在2025年3月底前完成"]


@pytest.mark.parametrize("shift", [pytest.param(0, id="同位"), pytest.param(0.4, id="错开")])
def test_characters_printed_twice_to_look_bold_are_read_once(shift: float) -> None:
    def page(canvas: Canvas) -> None:
        for character, x in zip("强化责任落实", range(LEFT, 600, SIZE), strict=False):
            text(canvas, x, 700, character)
            text(canvas, x + shift, 700, character)

    assert lines(page) == ["强化责任落实"]


def test_a_line_printed_twice_is_read_once() -> None:
    def page(canvas: Canvas) -> None:
        centred(canvas, 700, "工作要求")
        centred(canvas, 700.3, "工作要求")

    assert lines(page) == ["工作要求"]


def test_radicals_become_the_characters_they_stand_for() -> None:
    assert lines(body("\u2f6f窟保护")) == ["石窟保护"]


def test_a_soft_hyphen_between_numbers_is_a_hyphen() -> None:
    assert lines(body("2014\u00ad2020年")) == ["2014-2020年"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_read_upright(turn: int) -> None:
    rows = wrapped("各单位要在年底前完成自查，并将整改情况和下一步打算书面报送领导小组办公室汇总。")

    def page(canvas: Canvas) -> None:
        canvas.translate(300, 420)
        canvas.rotate(turn)
        canvas.translate(-300, -420)
        body(*rows, "\u3000\u3000二、第二项")(canvas)

    assert lines(page) == ["".join(rows).strip(), "二、第二项"]


def test_places_name_page_and_line() -> None:
    rows = wrapped("各单位要在年底前完成自查，并将整改情况和下一步打算书面报送领导小组办公室汇总。")
    source = read(body("各区教育局：", *rows), body("\u3000\u3000特此通知。"))
    assert [(place.page, place.line) for place in source.places] == [(1, 1), (1, 2), (1, 3), (2, 1)]
    assert source.text[source.places[2].start :].startswith(rows[1])


def test_a_narrow_blank_of_the_file_parts_two_names() -> None:
    assert lines(body("由基建处 后勤集团负责落实")) == ["由基建处 后勤集团负责落实"]


def test_a_narrow_gap_that_is_no_blank_parts_nothing() -> None:
    def page(canvas: Canvas) -> None:
        text(canvas, LEFT, 700, "由基建处")
        text(canvas, LEFT + 4.25 * SIZE, 700, "后勤集团负责落实")

    assert lines(page) == ["由基建处后勤集团负责落实"]
