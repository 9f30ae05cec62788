"""Whatever is damaged: the reader reads it or says why not, and never breaks down."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.ingest.docx.file import read_docx
from extractor.model.errors import ExtractorError
from tests.ingest.docx_files import (
    definition,
    docx,
    level,
    number,
    numbered,
    package,
    paragraph,
    part,
    row,
    run,
    style,
    table,
)

GOOD = docx(paragraph("正文") * 50)
RICH_BODY = (
    numbered("总体要求")
    + paragraph(run("一", "<w:vanish/>") + '<w:r><w:fldChar w:fldCharType="begin"/><w:t>二</w:t></w:r>')
    + table(row("甲", "乙"), row("丙", "丁", properties='<w:gridBefore w:val="1"/>'))
)
RICH_LISTS = definition(0, level(0, "chineseCounting", "%1、"), level(1, "upperRoman", "%1.%2")) + number(
    1, 0
)
RICH_STYLES = style("a", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', default=True)
SNIPPETS = [
    b"<w:p>",
    b"</w:p>",
    b"<w:tc/>",
    b'"-1"',
    b'"99999999999"',
    b'w:val=""',
    b"\x00",
    b"\xff",
    b"&lt;",
    b"<w:r/>",
]


@settings(max_examples=150, deadline=None)
@given(
    which=st.integers(0, 2),
    place=st.integers(0, 2000),
    cut=st.integers(0, 12),
    put=st.sampled_from(SNIPPETS) | st.binary(max_size=4),
)
def test_damaged_xml_raises_only_our_own_errors(which: int, place: int, cut: int, put: bytes) -> None:
    members = {
        "word/document.xml": part("document", f"<w:body>{RICH_BODY}</w:body>"),
        "word/numbering.xml": part("numbering", RICH_LISTS),
        "word/styles.xml": part("styles", RICH_STYLES),
    }
    name = list(members)[which]
    data = members[name]
    at = place % len(data)
    members[name] = data[:at] + put + data[at + cut :]
    try:
        read = read_docx(package(members), "坏.docx", "")
    except ExtractorError:
        return
    assert read.text.strip()


@settings(max_examples=100, deadline=None)
@given(place=st.integers(0, len(GOOD) - 1), byte=st.integers(0, 255))
def test_damaged_packages_raise_only_our_own_errors(place: int, byte: int) -> None:
    data = GOOD[:place] + bytes([byte]) + GOOD[place + 1 :]
    try:
        read = read_docx(data, "坏.docx", "")
    except ExtractorError:
        return
    assert read.text.strip()
