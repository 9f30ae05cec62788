"""What is on the page but not in the text: page numbers, running heads, watermarks, tables of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.ingest.pdf.contents import contents_of
from extractor.ingest.pdf.lines import Line
from extractor.ingest.pdf.pdfium import Box
from tests.ingest.pdf_files import LEFT, body, both, centred, lines, read, text, wrapped

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from tests.ingest.pdf_files import Drawing

WORDS = "各区县、各有关部门要在年底前完成自查整改，并将整改情况和下一步打算书面报送领导小组办公室汇总。"


def foot(words: str, y: float = 50) -> Drawing:
    return lambda canvas: centred(canvas, y, words, 14)


NUMBERS = ["— 1 —", "- 1 -", "－1－", "1", "第1页", "第1页 共5页", "第 1 页，共 5 页", "1/5", "1 / 5", "iv"]


@pytest.mark.parametrize("number", [*NUMBERS, "Page 1 of 5"])
@pytest.mark.parametrize("y", [pytest.param(50, id="页脚"), pytest.param(800, id="页眉")])
def test_page_numbers_are_left_out(number: str, y: float) -> None:
    assert lines(both(body(*wrapped(WORDS)), foot(number, y))) == [WORDS]


@pytest.mark.parametrize("words", ["2024", "1.第一项", "第1页填写单位名称", "附件1"])
def test_lines_of_the_text_are_no_page_numbers(words: str) -> None:
    assert lines(body(*wrapped(WORDS), words, "\u3000\u3000特此通知。")) == [WORDS, words, "特此通知。"]


def test_heads_that_repeat_on_three_pages_are_left_out_and_counted() -> None:
    pages = [both(foot("云山市教育局文件汇编", 800), body(f"\u3000\u3000第{i}部分。")) for i in "一二三"]
    source = read(*pages)
    assert source.text.splitlines() == ["第一部分。", "第二部分。", "第三部分。"]
    problem = source.problems[0]
    assert (problem.code, problem.severity) == ("running-head-left-out", "info")
    assert problem.details == (("count", "3"),)


def test_attachment_labels_on_one_height_are_no_running_heads() -> None:
    pages = [body("附件", f"\u3000\u3000第{i}份附件。", top=800) for i in "一二三"]
    assert lines(*pages).count("附件") == 3


def test_a_head_on_two_pages_may_be_text_and_stays() -> None:
    pages = [both(foot("填报说明", 740), body(f"\u3000\u3000第{i}部分。", top=700)) for i in "一二"]
    assert lines(*pages).count("填报说明") == 2


def test_at_the_edge_of_the_sheet_a_head_on_two_pages_is_left_out() -> None:
    pages = [both(foot("云山市公报", 805), body(f"\u3000\u3000第{i}部分。")) for i in "一二"]
    assert lines(*pages) == ["第一部分。", "第二部分。"]


@pytest.mark.parametrize("words", ["云山市公报 — {} —", "{} 云山市公报", "云山市公报 {}/3"])
def test_heads_that_differ_in_the_number_of_the_page_are_left_out(words: str) -> None:
    pages = [both(foot(words.format(i), 800), body(f"\u3000\u3000第{n}部分。")) for i, n in enumerate("一二三", 1)]
    assert lines(*pages) == ["第一部分。", "第二部分。", "第三部分。"]


def edge(words: str, size: float) -> Drawing:
    return lambda canvas: centred(canvas, 800, words, size)


def test_a_small_line_at_the_edge_of_the_only_page_is_a_running_head() -> None:
    source = read(both(edge("云山市人民政府公报 2024年第3期", 9), body(*wrapped(WORDS))))
    assert source.text.splitlines() == [WORDS]
    assert [problem.code for problem in source.problems] == ["running-head-left-out"]


@pytest.mark.parametrize(
    ("words", "size"),
    [
        pytest.param("关于开展自查的通知", 16, id="同样大的字"),
        pytest.param("附件2", 9, id="附件"),
        pytest.param("机密★1年", 9, id="密级"),
        pytest.param("一、总体要求", 9, id="条目"),
    ],
)
def test_other_lines_at_the_edge_of_the_only_page_stay(words: str, size: float) -> None:
    assert words in lines(both(edge(words, size), body(*wrapped(WORDS))))


@pytest.mark.parametrize("angle", [30, 45, -45, 60])
def test_a_slanting_watermark_is_left_out_and_named(angle: float) -> None:
    def watermark(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(200, 500)
        canvas.rotate(angle)
        text(canvas, 0, 0, "内部资料", 40)
        canvas.restoreState()

    source = read(both(watermark, body(*wrapped(WORDS))))
    assert source.text == WORDS + "\n"
    assert [problem.code for problem in source.problems] == ["watermark-left-out"]


CONTENTS = [
    "目 录",
    "一、总体要求 ................................ 1",
    "二、重点任务 ................................ 2",
    "（一）抓好组织发动 .......................... 2",
    "三、保障措施 ................................ 6",
]


def test_a_table_of_contents_is_left_out_and_counted() -> None:
    source = read(body(*CONTENTS), body("一、总体要求", *wrapped(WORDS)))
    assert source.text.splitlines() == ["一、总体要求", WORDS]
    assert [(problem.code, problem.details) for problem in source.problems] == [
        ("contents-left-out", (("count", "5"),))
    ]


def printed(words: str) -> Line:
    return Line(words, Box(LEFT, 0, 500, 16), 16.0, 1)


GROUPS = [
    pytest.param(CONTENTS, {0, 1, 2, 3, 4}, id="点线"),
    pytest.param(["目录", "第一部分", *CONTENTS[1:], "正文"], {0, 1, 2, 3, 4, 5}, id="分部标题"),
    pytest.param(["目录", "一、总则 1", "二、分则 3", "三、附则 9", "正文"], {0, 1, 2, 3}, id="没有点线"),
    pytest.param(["目标", "一、总则 1", "二、分则 3", "三、附则 9"], set(), id="不是目录"),
    pytest.param(["通知如下……", "预算共计......3", "二、保障措施"], set(), id="只有一行"),
]


@pytest.mark.parametrize(("words", "left_out"), GROUPS)
def test_contents_are_known_by_their_leaders_or_their_heading(words: list[str], left_out: set[int]) -> None:
    assert contents_of([printed(line) for line in words]) == left_out
