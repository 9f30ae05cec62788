"""What an office suite wrote: a DOCX, saved as DOC or ODT by LibreOffice, gives the same text, numbers and tables."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from docx import Document

from extractor.ingest.doc.document import read_doc
from extractor.ingest.docx.file import read_docx
from extractor.ingest.odf.text import read_odt
from tests.ingest.docx_files import (
    cell,
    definition,
    field,
    instruction,
    level,
    number,
    numbered,
    package,
    paragraph,
    part,
    row,
    run,
    table,
    wrapped,
)
from tests.making.office import OFFICE, saved_as

if TYPE_CHECKING:
    from pathlib import Path

CHINESE = definition(
    0,
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimalEnclosedCircle", "%4"),
) + number(1, 0)
DOWN, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
WIDE = '<w:gridSpan w:val="2"/>'
GRID = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINKS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
AROUND = [
    (
        "[Content_Types].xml",
        (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/>'
            f'<Override PartName="/word/numbering.xml" ContentType="{TYPE}.numbering+xml"/></Types>'
        ),
    ),
    (
        "_rels/.rels",
        LINKS.format(f'<Relationship Id="r1" Type="{RELATED}/officeDocument" Target="word/document.xml"/>'),
    ),
    (
        "word/_rels/document.xml.rels",
        LINKS.format(f'<Relationship Id="r1" Type="{RELATED}/numbering" Target="numbering.xml"/>'),
    ),
]
VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def width(twips: int) -> str:
    return f'<w:tcW w:w="{twips}" w:type="dxa"/>'


def box(*texts: str) -> str:
    """A run with a text box."""
    held = wrapped("txbxContent", "".join(map(paragraph, texts)))
    drawn = f'<v:rect {VML} style="position:absolute;width:200pt;height:60pt"><v:textbox>{held}</v:textbox></v:rect>'
    return wrapped("r", wrapped("pict", drawn))


BODY = "".join((
    paragraph(box("北山市应急管理局文件", "北应急发〔2024〕3号")),
    paragraph("关于开展安全检查的通知"),
    paragraph(run("各单位：") + "<w:r><w:br/></w:r>" + run("现通知如下。")),
    numbered("总体要求"),
    numbered("指导思想", level=1),
    numbered("重点任务"),
    numbered("排查隐患", level=1),
    numbered("逐项登记", level=2),
    numbered("挂图作战", level=3),
    numbered("限期整改", level=2),
    paragraph(run("保留") + wrapped("del", "<w:r><w:delText>删去</w:delText></w:r>") + run("隐藏", "<w:vanish/>")),
    paragraph(field(instruction(' HYPERLINK "https://example.com/" '), run("见附件")) + run("。")),
    table(
        GRID,
        row(cell("任务", width(2000)), cell("责任", width(6000) + WIDE)),
        row(cell("检查", width(2000) + DOWN), cell("应急局", width(3000)), cell("5月底前", width(3000))),
        row(cell("", width(2000) + GOES_ON), cell("消防队", width(3000)), cell("6月底前", width(3000))),
    ),
    paragraph("特此通知。"),
))


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the DOCX files of this page, and what LibreOffice made of each."""
    if OFFICE is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("office")
    members = {"word/document.xml": part("document", f"<w:body>{BODY}</w:body>")}
    members |= {"word/numbering.xml": part("numbering", CHINESE)} | {name: text.encode() for name, text in AROUND}
    (folder / "rich.docx").write_bytes(package(members))
    made, held = Document(), io.BytesIO()
    for words in ("修订预案", "组织演练"):
        made.add_paragraph(words, style="List Number")
    made.save(held)
    (folder / "plain.docx").write_bytes(held.getvalue())
    for ending in ("doc", "odt"):
        saved_as(ending, sorted(folder.glob("*.docx")), folder)
    return folder


@pytest.mark.parametrize("name", ["rich", "plain"])
def test_doc_odt_and_docx_of_one_notice_have_one_text(saved: Path, name: str) -> None:
    ours = read_doc((saved / f"{name}.doc").read_bytes(), "甲.doc", "")
    odt = read_odt((saved / f"{name}.odt").read_bytes(), "甲.odt", "")
    theirs = read_docx((saved / f"{name}.docx").read_bytes(), "甲.docx", "")
    assert ours.text == theirs.text
    assert ours.tables == theirs.tables
    assert (odt.text, odt.tables) == (theirs.text, theirs.tables)


def test_automatic_numbers_are_printed(saved: Path) -> None:
    text = read_doc((saved / "plain.doc").read_bytes(), "甲.doc", "").text
    assert text == "1.修订预案\n2.组织演练\n"
