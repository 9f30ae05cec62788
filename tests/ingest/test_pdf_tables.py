"""Ruled tables: words in their cells, merged cells, tables over several pages, grids that are none."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from extractor.ingest.pdf.drawing import Stroke
from extractor.ingest.pdf.grid import grids_of
from extractor.ingest.pdf.rulings import rulings_of
from tests.ingest.pdf_files import LEFT, body, both, centred, grid, read, text

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from extractor.model.source import Source
    from tests.ingest.pdf_files import Drawing

HEADING = ["序号", "重点任务", "责任单位", "完成时限"]
WIDTHS = [50, 180, 110, 110]
ROWS = [
    ["1", "开展隐患排查", "云山市教育局", "6月底前"],
    ["2", "组织应急演练", "云山市应急局", "9月底前"],
    ["3", "完成整改验收", "云山市住建局", "12月底前"],
]


def cells(source: Source, table: int = 0) -> list[tuple[int, int, int, int, str]]:
    return [
        (cell.row, cell.column, cell.rows, cell.columns, source.quote(cell.span) if cell.span else "")
        for cell in source.tables[table].cells
    ]


def words(source: Source, table: int = 0) -> list[list[str]]:
    rows: dict[int, list[str]] = {}
    for row, _, _, _, content in cells(source, table):
        rows.setdefault(row, []).append(content)
    return list(rows.values())


def test_each_word_stands_in_its_cell_and_only_there() -> None:
    source = read(both(body("重点任务清单如下：", top=780), grid([HEADING, *ROWS], WIDTHS, top=740)))
    assert words(source) == [HEADING, *ROWS]
    assert source.text.splitlines() == ["重点任务清单如下：", *("\t".join(row) for row in [HEADING, *ROWS])]


def test_lines_of_a_cell_are_joined_where_they_filled_it() -> None:
    task = "对全市中小学校舍安全逐一排\n查建立台账"
    row = ["1", task, "云山市教育局、\n云山市住建局", "6月底前"]
    source = read(grid([HEADING, row], [50, 140, 110, 110]))
    assert words(source)[1] == ["1", task.replace("\n", ""), "云山市教育局、云山市住建局", "6月底前"]


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        pytest.param("区市容局、区\n财政局", "区市容局、区财政局", id="满行"),
        pytest.param("云山区自然资\n源局、区财政局", "云山区自然资源局、区财政局", id="下一行的顿号不能放在行首"),
        pytest.param("云山区财政\n区水务局", "云山区财政\n区水务局", id="放得下的分行写"),
        pytest.param("云山区水务局\n区财政局", "云山区水务局\n区财政局", id="两个名称，第一个刚好满行"),
        pytest.param("云山区人民政\n府办公室", "云山区人民政府办公室", id="满行"),
    ],
)
def test_a_name_is_broken_where_its_end_and_the_mark_behind_it_had_no_room(cell: str, found: str) -> None:
    page = grid([["重点任务", "责任单位"], ["开展清查", cell]], [120, 82])
    assert words(read(page))[1] == ["开展清查", found]


def test_short_lines_that_the_writer_ended_stay_apart() -> None:
    source = read(grid([HEADING, ["1", "开展排查", "教育局\n住建局", "6月"], ROWS[1]], WIDTHS))
    assert words(source)[1] == ["1", "开展排查", "教育局\n住建局", "6月"]


def test_merged_cells_span_rows_and_columns() -> None:
    first, second = ["安全", "排查", "教育局", "6月"], ["", "演练", "应急局", "9月"]
    rows = [["类别", "任务", "单位", "时限"], first, second]
    source = read(grid(rows, WIDTHS, merged=[(2, 0)]))
    assert cells(source)[4] == (1, 0, 2, 1, "安全")
    assert cells(source)[-1] == (2, 3, 1, 1, "9月")


def test_a_heading_over_two_columns_is_one_cell() -> None:
    def page(canvas: Canvas) -> None:
        for y in (700, 670, 640, 610):
            canvas.line(LEFT, y, LEFT + 300, y)
        for x, top in ((0, 700), (100, 700), (200, 670), (300, 700)):
            canvas.line(LEFT + x, 610, LEFT + x, top)
        for x, y, content in ((5, 680, "任务"), (150, 680, "时限"), (110, 650, "开始"), (210, 650, "结束")):
            text(canvas, LEFT + x, y, content, 10)
        for x, content in ((5, "排查"), (110, "3月"), (210, "6月")):
            text(canvas, LEFT + x, 620, content, 10)

    found = cells(read(page))
    assert found[1] == (0, 1, 1, 2, "时限")
    assert [content for *_, content in found] == ["任务", "时限", "", "开始", "结束", "排查", "3月", "6月"]


def number(page: int) -> Drawing:
    return lambda canvas: centred(canvas, 50, f"— {page} —", 14)


def test_a_table_goes_on_over_the_page_with_its_heading_once() -> None:
    pages = [
        both(grid([HEADING, ROWS[0]], WIDTHS, top=160), number(1)),
        both(grid([HEADING, ROWS[1]], WIDTHS), number(2)),
        both(grid([HEADING, ROWS[2]], WIDTHS), number(3)),
    ]
    source = read(*pages)
    assert len(source.tables) == 1
    assert words(source) == [HEADING, *ROWS]
    starts = [cell.span.start for cell in source.tables[0].cells[::4] if cell.span]
    assert [source.page_at(start) for start in starts] == [1, 1, 2, 3]


def test_a_row_broken_over_the_page_is_made_whole() -> None:
    first = ["1", "对全市中小学校舍安全逐一", "云山市教育局", "6月底前"]
    widths = [50, 130, 110, 110]
    source = read(grid([HEADING, first], widths), grid([["", "排查", "", ""], ROWS[1]], widths))
    assert words(source) == [HEADING, [first[0], first[1] + "排查", *first[2:]], ROWS[1]]


def test_a_row_under_a_merged_cell_broken_over_the_page_is_made_whole() -> None:
    widths = [60, 130, 110, 110]
    first = [HEADING, ["安全", *ROWS[0][1:]], ["", "对全市中小学校舍安全逐一", "云山市教育局", "6月底前"]]
    rest = [["", "排查", "市住建局", ""], ["", *ROWS[1][1:]]]
    source = read(grid(first, widths, merged=[(2, 0)]), grid(rest, widths, merged=[(1, 0)]))
    assert (1, 0, 3, 1, "安全") in cells(source)
    assert words(source)[2:] == [["对全市中小学校舍安全逐一排查", "云山市教育局\n市住建局", "6月底前"], ROWS[1][1:]]


def test_a_merged_cell_cut_by_the_page_goes_on() -> None:
    rest = [["", *row[1:]] for row in ROWS[1:]]
    source = read(grid([HEADING, ["安全", *ROWS[0][1:]]], WIDTHS), grid(rest, WIDTHS, merged=[(1, 0)]))
    assert (1, 0, 3, 1, "安全") in cells(source)
    assert words(source)[2] == rest[0][1:]


def test_other_columns_begin_another_table() -> None:
    people = [["姓名", "电话"], ["王小明", "0100-1234567"]]
    source = read(grid([HEADING, ROWS[0]], WIDTHS), grid(people, [100, 200]))
    assert len(source.tables) == 2


def test_text_between_two_tables_parts_them() -> None:
    second = both(body("续表另见。"), grid([HEADING, ROWS[1]], WIDTHS, top=700))
    source = read(grid([HEADING, ROWS[0]], WIDTHS), second)
    assert len(source.tables) == 2
    assert "续表另见。" in source.text.splitlines()


@pytest.mark.parametrize(
    ("rows", "widths"),
    [
        pytest.param([["各区教育局："], ["请于6月底前报送总结。"]], [440], id="一列的方框"),
        pytest.param([["云山市教育局办公室", "2024年3月1日印发"]], [220, 220], id="一行的版记"),
    ],
)
def test_a_grid_that_only_frames_text_is_read_as_text(rows: list[list[str]], widths: list[float]) -> None:
    source = read(grid(rows, widths))
    assert source.tables == ()
    assert source.text.split() == [content for row in rows for content in row]


def test_a_landscape_table_is_read_like_any_other() -> None:
    source = read(grid([HEADING, *ROWS], [100, 260, 160, 160], top=500), wide=True)
    assert words(source) == [HEADING, *ROWS]


def test_a_table_printed_sideways_on_an_upright_page_is_read() -> None:
    def page(canvas: Canvas) -> None:
        canvas.translate(560, 60)
        canvas.rotate(90)
        grid([HEADING, *ROWS], WIDTHS, top=400)(canvas)

    assert words(read(page)) == [HEADING, *ROWS]


def test_a_page_number_printed_on_the_table_is_no_cell() -> None:
    page = both(grid([HEADING, *ROWS], WIDTHS, top=160), lambda canvas: text(canvas, 120, 41, "— 1 —", 12))
    assert words(read(page)) == [HEADING, *ROWS]


def box(left: float, bottom: float, right: float, top: float, *, inked: bool = True) -> list[Stroke]:
    corners = [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]
    return [Stroke(start, end, inked) for start, end in pairwise(corners)]


RULED = [
    pytest.param([box(0, 0, 50, 20), box(50, 0, 100, 20)], [(0, 0), (0, 1)], id="逐格画框"),
    pytest.param([box(0, 0, 100, 20), box(49, 0, 50, 20, inked=False)], [(0, 0), (0, 1)], id="填充细条"),
    pytest.param([box(0, 0, 100, 20), box(50, 0, 50, 9), box(50, 11, 50, 20)], [(0, 0), (0, 1)], id="虚线"),
    pytest.param([box(0, 0, 100, 20), box(0, 0, 50, 20, inked=False)], [], id="底色不是线"),
    pytest.param([box(0, 0, 100, 20), box(200, 0, 201, 20)], [], id="不相连"),
    pytest.param([], [], id="没有线"),
]


@pytest.mark.parametrize(("paths", "expected"), RULED)
def test_cells_are_made_by_lines_however_they_are_drawn(
    paths: list[list[Stroke]], expected: list[tuple[int, int]]
) -> None:
    grids = grids_of(rulings_of(paths))
    assert [(cell.row, cell.column) for found in grids for cell in found.cells] == expected
