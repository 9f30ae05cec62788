"""Make the sample notices that are no UTF-8 text: ``python -m tests.samples.make [FOLDER]`` (``corpus``).

The words stand in ``texts``. The PDF needs LibreOffice (``soffice``) and the font Noto Serif CJK SC; what is
made is committed, so that nobody needs either of them to run the samples or the tests.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from tests.making.word import add_numbered

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

TEXTS = Path(__file__).parent / "texts"
FONT = "Noto Serif CJK SC"
WIDTHS = {4: (1.3, 7.0, 4.2, 2.8), 5: (1.3, 5.2, 3.0, 3.2, 2.6)}  # of the table's columns, in centimetres


def main(folder: Path) -> None:
    """Write the three files."""
    web = (TEXTS / "web.txt").read_text(encoding="utf-8").replace("\n", "\r\n")
    (folder / "02-印发组织生活工作要点（网页）.txt").write_bytes(web.encode("gb18030"))
    notice("childcare").save(str(folder / "04-托育服务行动方案.docx"))
    with tempfile.TemporaryDirectory() as temporary:
        made = Path(temporary) / "05-高效办成一件事任务分工.docx"
        notice("services").save(str(made))
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(made)],  # noqa: S607 - on PATH
            check=True,
        )


def notice(name: str) -> WordDocument:
    """The notice of that name in the form of GB/T 9704: red head, automatic numbers, table, page numbers."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(14)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    add_numbered(document, (TEXTS / f"{name}.txt").read_text(encoding="utf-8").splitlines())
    dress(document.paragraphs)
    add_table(document, [line.split("|") for line in table_lines(name)])
    number_pages(document)
    return document


def table_lines(name: str) -> list[str]:
    """The rows of the notice's table, cells parted by ``|``, the heading first."""
    return (TEXTS / f"{name}-table.txt").read_text(encoding="utf-8").splitlines()


def dress(paragraphs: list[Paragraph]) -> None:
    """Red head and centred title on top, signature to the right, two characters of indent elsewhere."""
    head, number, title, recipients = paragraphs[:4]
    for paragraph in (head, number, title):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    head.runs[0].font.color.rgb, head.runs[0].font.size = RGBColor(0xC0, 0, 0), Pt(28)
    title.runs[0].font.size = Pt(20)
    recipients.paragraph_format.first_line_indent = Pt(0)
    for paragraph, following in zip(paragraphs[4:], [*paragraphs[5:], head], strict=True):
        if paragraph.text.endswith("日") or following.text.endswith("日"):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        elif paragraph.text.endswith(("方案", "表")) and "：" not in paragraph.text:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif paragraph.text != "附件":
            paragraph.paragraph_format.first_line_indent = Pt(28)


def add_table(document: WordDocument, rows: list[list[str]]) -> None:
    """A ruled table whose heading comes again on every page."""
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    table.autofit = False
    for words in rows:
        for cell, text in zip(table.add_row().cells, words, strict=True):
            cell.text = text
            cell.paragraphs[0].paragraph_format.space_after = Pt(0)
            for run in cell.paragraphs[0].runs:
                run.font.size = Pt(11)
    for column, centimetres in zip(table.columns, WIDTHS[len(rows[0])], strict=True):
        column.width = Cm(centimetres)
        for cell in column.cells:
            cell.width = Cm(centimetres)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - no public way


def number_pages(document: WordDocument) -> None:
    """``— 1 —`` at the foot of every page."""
    footer = document.sections[0].footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("— ")
    footer._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"/>'))  # noqa: SLF001 - no public way
    footer.add_run(" —")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "corpus"))
