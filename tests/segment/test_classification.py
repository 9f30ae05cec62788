"""Marks of secrecy: what is one, what only speaks of secrets, and where in a notice it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docx import Document

from extractor.ingest.docx.file import read_docx
from extractor.ingest.plain.text import read_text
from extractor.ingest.read import read_bytes
from extractor.model.errors import ClassifiedFile
from extractor.model.fold import fold
from extractor.pipeline import analyse
from extractor.segment.lines import Lines
from tests.ingest import docx_files, odf_files, pdf_files
from tests.making.office import OFFICE, saved_as

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

    from extractor.model.notice import Analysis
    from extractor.rules.book import RuleBook

REST = "云岭市水务局文件\n云水发〔2024〕7号\n关于检查堤防的通知\n各县（区）水务局：\n请于2024年6月底前完成检查。\n"

MARKS = [
    pytest.param("机密★1年", "机密★1年", id="密级和期限"),
    pytest.param("秘密★", "秘密★", id="没有期限"),
    pytest.param("绝密★长期", "绝密★长期", id="长期"),
    pytest.param("绝密★启用前", "绝密★启用前", id="启用前"),
    pytest.param("秘密", "秘密", id="没有★"),
    pytest.param("机　密", "机密", id="两字隔开"),
    pytest.param("机 密 ★ 六个月", "机密★六个月", id="处处隔开"),
    pytest.param("秘密☆10年", "秘密★10年", id="空心星"),
    pytest.param("秘密 5年", "秘密★5年", id="漏了★"),
    pytest.param("机密★2027年3月1日", "机密★2027年3月1日", id="到某日"),
    pytest.param("密级：机密", "机密", id="密级二字在前"),
    pytest.param("【绝密】", "绝密", id="括号"),
    pytest.param("秘密级", "秘密", id="秘密级"),
    pytest.param("000012 机密★1年 特急", "机密★1年", id="份号和紧急程度"),
    pytest.param("份号：000012    秘密", "秘密", id="份号在前"),
    pytest.param("机密★1年云岭市水务局文件", "机密★1年", id="红头在后"),
    pytest.param("云岭市水务局文件　　秘密★3年", "秘密★3年", id="行末"),
    pytest.param("机密 云水发〔2024〕7号", "机密", id="文号在后"),
]
NO_MARKS = [
    "保守国家秘密", "商业秘密", "保护商业 秘密", "机密文件管理办法", "秘密 保护工作要点", "关于做好机要保密工作的通知",
    "绝密级事项清单", "□绝密 □机密 □秘密", "绝密 机密 秘密", "密级：公开", "密级", "机要密件", "国家秘密载体★管理",
    "特急", "内部资料", "不得泄露工作秘密",
]  # fmt: skip


def marked(book: RuleBook, line: str) -> str | None:
    found = Lines(book).markings.classified(fold(line), 0)
    return found.value if found else None


@pytest.mark.parametrize(("line", "value"), MARKS)
def test_a_mark_is_read(book: RuleBook, line: str, value: str) -> None:
    assert marked(book, line) == value


@pytest.mark.parametrize("line", NO_MARKS)
def test_words_about_secrets_are_no_mark(book: RuleBook, line: str) -> None:
    assert marked(book, line) is None


def analysed(book: RuleBook, text: str, *, allow: bool = True) -> Analysis:
    return analyse(read_text(text.encode(), "通知.txt", "", book), book, allow_classified=allow)


@pytest.mark.parametrize("line", [pytest.param(*case.values[:1], id=case.id) for case in MARKS])
def test_a_marked_notice_is_refused_and_with_leave_read_as_any_other(book: RuleBook, line: str) -> None:
    with pytest.raises(ClassifiedFile) as caught:
        analysed(book, f"{line}\n{REST}", allow=False)
    assert (caught.value.code, caught.value.details["place"]) == ("classified", "第1行")
    (document,) = analysed(book, f"{line}\n{REST}").documents
    assert document.frame.classification
    assert document.frame.title
    assert document.frame.title.value == "关于检查堤防的通知"
    assert len(document.tasks) == 1


ELSEWHERE = [
    pytest.param(REST + "一、不得泄露国家秘密。\n机密\n", id="正文中的一行"),
    pytest.param(REST.replace("检查堤防", "保守国家秘密"), id="标题"),
    pytest.param("内部资料，注意保存\n" + REST, id="内部资料"),
    pytest.param(REST + "密级：机密的文件另行报送。\n", id="正文说密级"),
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_outside_the_head_nothing_is_refused(book: RuleBook, text: str) -> None:
    assert analysed(book, text, allow=False).documents


def test_the_mark_of_an_attachment_counts_for_the_file(book: RuleBook) -> None:
    text = REST + "附件：堤防名册\n云岭市水务局\n2024年3月5日\n附件\n秘密★1年\n堤防名册\n一、东堤。\n"
    with pytest.raises(ClassifiedFile):
        analysed(book, text, allow=False)


def test_an_internal_notice_is_read_and_said_so(book: RuleBook) -> None:
    found = analysed(book, "内部资料 注意保存\n" + REST, allow=False)
    assert [(problem.code, problem.severity) for problem in found.problems] == [("internal-notice", "info")]
    assert found.documents[0].frame.title
    assert found.documents[0].frame.title.value == "关于检查堤防的通知"


def rows(*cells: str) -> bytes:
    """A DOCX whose head is a table without borders."""
    paragraph, run = docx_files.paragraph, docx_files.run
    head = docx_files.table(*(docx_files.row(docx_files.cell(paragraph(run(words)))) for words in cells))
    return docx_files.docx(head + "".join(paragraph(run(line)) for line in REST.splitlines()))


def test_the_mark_counts_in_the_first_rows_of_a_table_that_opens_the_file(book: RuleBook) -> None:
    with pytest.raises(ClassifiedFile):
        analyse(read_docx(rows("000001", "机密★1年", "特急"), "通知.docx", ""), book, allow_classified=False)
    open_notice = read_docx(rows("000001", "商业秘密", "特急"), "通知.docx", "")
    assert analyse(open_notice, book, allow_classified=False).documents


BODY = "".join(docx_files.paragraph(docx_files.run(line)) for line in REST.splitlines())
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx_headed(inside: str) -> bytes:
    """A DOCX with a second header; the first one is empty."""
    links = "".join(
        f'<Relationship Id="r{n}" Type="{RELATIONS}/header" Target="header{n}.xml"/>' for n in (1, 2)
    )
    return docx_files.package({
        "word/document.xml": docx_files.part("document", f"<w:body>{BODY}</w:body>"),
        "word/_rels/document.xml.rels": f"<Relationships>{links}</Relationships>".encode(),
        "word/header1.xml": docx_files.part("hdr", docx_files.paragraph("")),
        "word/header2.xml": docx_files.part("hdr", inside),
    })


def watermark(words: str) -> str:
    shape = f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="{words}"/></v:shape>'
    return docx_files.paragraph(docx_files.wrapped("r", docx_files.wrapped("pict", shape)))


def ods_like(header: str) -> bytes:
    styles = odf_files.content("").replace("office:automatic-styles", "office:master-styles")
    page = f"<style:master-page><style:header>{odf_files.paragraph(header)}</style:header></style:master-page>"
    body = "".join(map(odf_files.paragraph, REST.splitlines()))
    return odf_files.odt(body, **{"styles.xml": styles.replace("master-styles>", "master-styles>" + page, 1)})


def rtf_headed(header: str) -> bytes:
    def escaped(words: str) -> str:
        return "".join(f"\\u{ord(sign)}?" for sign in words)

    body = r"\par ".join(map(escaped, REST.splitlines()))
    return rf"{{\rtf1 {{\header {escaped(header)}\par}}{body}\par}}".encode()


def pdf_with(drawn: Callable[[Canvas], None], pages: int = 1) -> bytes:
    body = pdf_files.body(*REST.splitlines(), top=680)
    return pdf_files.pdf(*[pdf_files.both(body, drawn)] * pages)


def across(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.translate(200, 300)
    canvas.rotate(45)
    pdf_files.text(canvas, 0, 0, "机密", 60)
    canvas.restoreState()


MARKED_BESIDE = [
    pytest.param("a.docx", docx_headed(docx_files.paragraph("机密★1年")), id="DOCX页眉"),
    pytest.param("a.docx", docx_headed(docx_files.paragraph("云岭市水务局\t秘密")), id="DOCX页眉一角"),
    pytest.param("a.docx", docx_headed(watermark("绝密")), id="DOCX水印"),
    pytest.param("a.odt", ods_like("机密★3年"), id="ODT页眉"),
    pytest.param("a.rtf", rtf_headed("秘密★"), id="RTF页眉"),
    pytest.param("a.pdf", pdf_with(lambda canvas: pdf_files.text(canvas, 80, 40, "机密★1年")), id="PDF页脚"),
    pytest.param("a.pdf", pdf_with(lambda canvas: pdf_files.text(canvas, 80, 800, "机密★1年")), id="PDF页眉"),
    pytest.param("a.pdf", pdf_with(lambda canvas: pdf_files.text(canvas, 80, 40, "秘密"), 4), id="PDF每页页脚"),
    pytest.param("a.pdf", pdf_with(across), id="PDF水印"),
]


@pytest.mark.parametrize(("name", "data"), MARKED_BESIDE)
def test_a_mark_beside_the_text_counts(book: RuleBook, name: str, data: bytes) -> None:
    source = read_bytes(data, name, book)
    with pytest.raises(ClassifiedFile):
        analyse(source, book, allow_classified=False)
    (document,) = analyse(source, book).documents
    assert document.frame.classification
    assert document.tasks


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("ending", ["doc", "rtf", "odt"])
def test_a_mark_in_a_header_that_an_office_suite_saved_counts(book: RuleBook, ending: str, tmp_path: Path) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "机密★1年"
    document.sections[0].footer.paragraphs[0].text = "云岭市水务局印"
    for line in REST.splitlines():
        document.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    saved_as(ending, [tmp_path / "a.docx"], tmp_path)
    source = read_bytes((tmp_path / f"a.{ending}").read_bytes(), f"a.{ending}", book)
    assert [(each.code, each.details) for each in source.problems] == [("headers-left-out", (("count", "1"),))]
    with pytest.raises(ClassifiedFile):
        analyse(source, book, allow_classified=False)


OPEN_BESIDE = [
    pytest.param("a.docx", docx_headed(docx_files.paragraph("机密文件管理办法")), 1, id="办法"),
    pytest.param("a.docx", docx_headed(docx_files.paragraph("云岭市水务局")), 1, id="机关名称"),
    pytest.param("a.docx", docx_headed("".join(map(docx_files.paragraph, ("— 3 —", "第1页 共9页")))), 0, id="页码"),
    pytest.param("a.docx", docx_headed(docx_files.paragraph("保守国家 秘密")), 1, id="隔开的国家秘密"),
    pytest.param("a.odt", ods_like("保守国家秘密"), 1, id="ODT"),
    pytest.param("a.rtf", rtf_headed("内部资料"), 1, id="RTF"),
]


@pytest.mark.parametrize(("name", "data", "count"), OPEN_BESIDE)
def test_other_words_beside_the_text_are_counted_and_refuse_nothing(
    book: RuleBook, name: str, data: bytes, count: int
) -> None:
    found = analyse(read_bytes(data, name, book), book, allow_classified=False)
    assert found.documents[0].frame.classification is None
    counted = [problem.details for problem in found.problems if problem.code == "headers-left-out"]
    assert counted == [(("count", str(count)),)] * bool(count)


def test_a_mark_over_every_page_is_no_running_head(book: RuleBook) -> None:
    def page(canvas: Canvas) -> None:
        pdf_files.text(canvas, 80, 800, "机密★1年")
        pdf_files.body(*REST.splitlines(), top=680)(canvas)

    with pytest.raises(ClassifiedFile) as caught:
        analyse(pdf_files.read(*[page] * 4), book, allow_classified=False)
    assert caught.value.details["place"] == "第1页第1行"
