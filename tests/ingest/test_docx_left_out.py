"""What is no part of the text is left out, and that is said."""

from __future__ import annotations

import pytest

from tests.ingest.docx_files import field, instruction, paragraph, run, source, wrapped

CONTENTS = [
    pytest.param(paragraph(field(instruction(r"PAGEREF _Toc1 \h"), run("3"))), id="目录域"),
    pytest.param(
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{paragraph('一、总体要求')}{paragraph('')}</w:sdtContent></w:sdt>",
        id="目录控件",
    ),
    pytest.param(
        paragraph(
            run("一、总体要求") + "<w:r><w:tab/></w:r>" + run("3"),
            '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8296"/></w:tabs>',
        ),
        id="前导符目录",
    ),
]


@pytest.mark.parametrize("body", CONTENTS)
def test_a_table_of_contents_is_left_out_and_counted(body: str) -> None:
    read = source(body + paragraph("正文"))
    assert read.text == "正文\n"
    assert [(problem.code, problem.severity, problem.details) for problem in read.problems] == [
        ("contents-left-out", "info", (("count", "1"),))
    ]


def test_a_sentence_that_names_the_page_of_a_heading_stays() -> None:
    sentence = run("详见第") + field(instruction(r"PAGEREF _Toc1 \h"), run("3")) + run("页。")
    assert source(paragraph(sentence)).text == "详见第3页。\n"


LEFT_OUT = [
    pytest.param(
        wrapped("del", "<w:r><w:delText>删</w:delText></w:r>") * 2, "changes-left-out", "info", "2", id="删除"
    ),
    pytest.param(run("藏", "<w:vanish/>"), "hidden-left-out", "info", "1", id="隐藏"),
    pytest.param(
        '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>',
        "notes-left-out",
        "info",
        "2",
        id="注释",
    ),
]


@pytest.mark.parametrize(("content", "code", "severity", "count"), LEFT_OUT)
def test_what_is_left_out_is_said(content: str, code: str, severity: str, count: str) -> None:
    (problem,) = source(paragraph(run("正文") + content)).problems
    assert (problem.code, problem.severity, problem.details) == (code, severity, (("count", count),))


def test_embedded_documents_are_a_warning() -> None:
    (problem,) = source(paragraph("正文") + "<w:altChunk/>").problems
    assert (problem.code, problem.severity) == ("part-not-read", "warning")
