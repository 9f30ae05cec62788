"""Two columns of text, as gazettes print them, are read one after the other; tables and lists are no columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdf_files import LEFT, both, centred, lines, pdf, read, text, wrapped
from tests.making.ofd import ofd_of_pdf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas

    from tests.ingest.pdf_files import Drawing

SIZE, STEP, WIDTH = 10, 16, 20  # points, points, characters of a column
RIGHT = LEFT + (WIDTH + 2) * SIZE
FIRST = (
    "一、摸清底数。各街道要对辖区内的老旧电梯逐台登记，查明使用年限、维保单位和安全状况，"
    "建立一梯一档，做到底数清楚、情况明白，不留空白。"
)
SECOND = (
    "二、落实责任。使用单位要明确专人管理，维保单位要按期保养，"
    "发现故障立即停用；区市场监管局要在十月底前完成一遍抽查，并公布抽查结果。"
)
THIRD = (
    "三、加强宣传。各社区要利用宣传栏、微信群等方式，向居民讲清乘梯常识，"
    "引导居民文明乘梯，共同维护设施安全，形成齐抓共管的良好局面。"
)


def column(rows: Sequence[str], left: float, top: float = 700) -> Drawing:
    def draw(canvas: Canvas) -> None:
        for index, row in enumerate(rows):
            words = row.lstrip("\u3000")
            text(canvas, left + (len(row) - len(words)) * SIZE, top - index * STEP, words, SIZE)

    return draw


def rows_of(*paragraphs: str) -> list[str]:
    return [row for paragraph in paragraphs for row in wrapped(paragraph, WIDTH)]


LONG = rows_of(FIRST, SECOND)
TITLE = "关于开展老旧电梯安全检查的通知"


def title(canvas: Canvas) -> None:
    centred(canvas, 750, TITLE)


def test_the_left_column_is_read_before_the_right_one() -> None:
    page = both(title, column(LONG, LEFT), column(rows_of(THIRD), RIGHT))
    assert lines(page) == [TITLE, FIRST, SECOND, THIRD]


def test_a_paragraph_goes_on_at_the_top_of_the_other_column() -> None:
    page = both(column(LONG[:6], LEFT), column([*LONG[6:], *rows_of(THIRD)], RIGHT))
    assert lines(page) == [FIRST, SECOND, THIRD]


def test_columns_whose_lines_stand_at_different_heights_are_read_one_after_the_other() -> None:
    page = both(column(LONG, LEFT), column(rows_of(THIRD), RIGHT, 700 - STEP / 2))
    assert lines(page) == [FIRST, SECOND, THIRD]


def test_a_line_over_both_columns_parts_the_page() -> None:
    def over(canvas: Canvas) -> None:
        centred(canvas, 560, "另一件公文的标题")

    above = both(column(LONG[:4], LEFT), column(LONG[4:], RIGHT))
    below = both(column(rows_of(THIRD)[:2], LEFT, 520), column(rows_of(THIRD)[2:], RIGHT, 520))
    assert lines(both(above, over, below)) == [FIRST, SECOND, "另一件公文的标题", THIRD]


@pytest.mark.parametrize("tail", [1, 2])
def test_the_last_lines_at_the_top_of_the_right_column_come_last(tail: int) -> None:
    page = both(column(LONG[:-tail], LEFT), column(LONG[-tail:], RIGHT))
    assert lines(page) == [FIRST, SECOND]


def test_a_page_of_few_lines_has_the_columns_of_the_pages_before() -> None:
    first = both(column(LONG, LEFT), column(rows_of(THIRD), RIGHT))
    second = both(column(["\u3000\u3000四、其他。"], LEFT), column(["\u3000\u3000云山市市场监管局"], RIGHT))
    assert lines(first, second) == [FIRST, SECOND, THIRD, "四、其他。", "云山市市场监管局"]


def test_a_page_number_between_dashes_is_not_torn_by_the_columns() -> None:
    def number(canvas: Canvas) -> None:
        for offset, word in ((0, "—"), (13, "1"), (22, "—")):
            text(canvas, RIGHT - SIZE - 16 + offset, 40, word, SIZE)

    assert lines(both(column(LONG, LEFT), column(rows_of(THIRD), RIGHT), number)) == [FIRST, SECOND, THIRD]


def test_every_line_is_placed_where_it_is_printed() -> None:
    source = read(both(title, column(LONG, LEFT), column(rows_of(THIRD), RIGHT)))
    right = [line for line in source.printed if line.box[0] >= RIGHT - 1]
    assert "".join(source.text[line.start : line.end] for line in right) == THIRD
    assert [place.line for place in source.places] == list(range(1, len(LONG) + len(rows_of(THIRD)) + 2))


def test_an_ofd_in_columns_is_read_the_same_way() -> None:
    from extractor.ingest.ofd.file import read_ofd  # noqa: PLC0415 - the only test here that is not about PDF

    data = ofd_of_pdf(pdf(both(title, column(LONG, LEFT), column(rows_of(THIRD), RIGHT))))
    assert read_ofd(data, "通知.ofd", "").text.splitlines() == [TITLE, FIRST, SECOND, THIRD]


CONTACTS = [f"{name}区教育局 0571-8600{number}" for number, name in enumerate("东西南北中上下前后", 1000)]


def test_a_list_of_contacts_side_by_side_keeps_its_rows() -> None:
    page = both(column(CONTACTS, LEFT), column([words.replace("教育", "财政") for words in CONTACTS], RIGHT))
    assert lines(page)[0] == "东区教育局0571-86001000 东区财政局0571-86001000"


def test_a_table_without_rulings_keeps_its_rows() -> None:
    cells = rows_of(FIRST)[:2]

    def page(canvas: Canvas) -> None:
        for row in range(4):
            for left in (LEFT, RIGHT):
                column(cells, left, 700 - row * 60)(canvas)

    assert lines(page)[0] == f"{cells[0].strip()} {cells[0].strip()}"


def test_one_column_with_a_signature_on_the_right_is_one_column() -> None:
    rows = [row for paragraph in (FIRST, SECOND) for row in wrapped(paragraph, 42)]

    def page(canvas: Canvas) -> None:
        column(rows, LEFT)(canvas)
        column(["云山市市场监管局", "2024年9月3日"], RIGHT + 80, 560)(canvas)

    assert lines(page) == [FIRST, SECOND, "云山市市场监管局", "2024年9月3日"]
