"""On which page a stretch stood, as far as the file tells."""

from __future__ import annotations

import pytest

from tests.ingest.docx_files import cell, paragraph, row, run, source, table

BREAK = '<w:r><w:br w:type="page"/></w:r>'
MARK = "<w:r><w:lastRenderedPageBreak/></w:r>"
SECTION = '<w:sectPr><w:type w:val="{}"/></w:sectPr>'


def pages(body: str, stated: int | None = None) -> dict[str, int | None]:
    """The page of each capital letter in the text."""
    read = source(body, pages=stated)
    return {letter: read.page_at(place) for place, letter in enumerate(read.text) if letter.isupper()}


KNOWN = [
    pytest.param(paragraph("A") + paragraph(MARK + run("B")), None, {"A": 1, "B": 2}, id="排版记号"),
    pytest.param(paragraph(run("A，") + MARK + run("B")), None, {"A": 1, "B": 2}, id="段中换页"),
    pytest.param(paragraph(run("A") + BREAK) + paragraph("B"), None, {"A": 1, "B": 2}, id="手动分页"),
    pytest.param(
        paragraph(run("A") + BREAK) + paragraph(MARK + run("B")),
        None,
        {"A": 1, "B": 2},
        id="手动分页后的记号不重复",
    ),
    pytest.param(
        paragraph(run("A") + BREAK) + paragraph("B") + paragraph(MARK + run("C")),
        2,
        {"A": 1, "B": 1, "C": 2},
        id="记号与总页数相符时只算记号",
    ),
    pytest.param(
        paragraph("A") + paragraph("B", "<w:pageBreakBefore/>"), None, {"A": 1, "B": 2}, id="段前分页"
    ),
    pytest.param(
        paragraph("A", SECTION.format("nextPage")) + paragraph("B"), None, {"A": 1, "B": 2}, id="分节到下一页"
    ),
    pytest.param(
        paragraph("A", SECTION.format("continuous")) + paragraph(MARK + run("B")),
        None,
        {"A": 1, "B": 2},
        id="连续分节",
    ),
    pytest.param(paragraph("A"), None, {"A": None}, id="没有记号"),
    pytest.param(paragraph(run("A") + BREAK) + paragraph("B"), 9, {"A": None, "B": None}, id="页数多于分页"),
    pytest.param(
        paragraph("A")
        + table(row("序", "任务"), row(cell(paragraph(MARK + run("B"))), cell(paragraph(MARK + run("C")))))
        + paragraph("D"),
        None,
        {"A": 1, "B": 1, "C": 1, "D": 2},
        id="并排单元格同时换页",
    ),
    pytest.param(
        table(row("序", "A"), row(cell(paragraph(MARK + run("1"))), "二"), row("3", "B")),
        None,
        {"A": 1, "B": 2},
        id="表内换页",
    ),
]


@pytest.mark.parametrize(("body", "stated", "expected"), KNOWN)
def test_pages_are_told_where_the_file_marks_them(
    body: str, stated: int | None, expected: dict[str, int | None]
) -> None:
    assert pages(body, stated) == expected


def test_a_page_break_in_a_paragraph_is_found_after_cleaning() -> None:
    read = source(paragraph(run("请 于 2024 年 5 月 ") + MARK + run("6 日 报 送")))
    assert read.text == "请于2024年5月6日报送\n"
    assert [(place.start, place.page) for place in read.places] == [(0, 1), (9, 2)]
