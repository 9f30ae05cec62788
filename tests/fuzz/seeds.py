"""Small whole files of every format, made by the makers of the other tests: what a campaign begins with."""

from __future__ import annotations

import base64
import io
from functools import cache
from typing import TYPE_CHECKING

from PIL import Image

from tests.ingest import doc_files, docx_files, html_pages, ofd_files, pdf_files, sheet_files
from tests.ingest.doc_container import container
from tests.making.word import automatic, typed

if TYPE_CHECKING:
    from collections.abc import Mapping

LINES = (
    "云岭市教育局文件",
    "云教发〔2024〕15号",
    "关于做好2024年秋季校园安全检查工作的通知",
    "各县（区）教育局，市直各学校：",
    "为消除隐患，根据《云岭市校园安全管理办法》（云政办发〔2023〕8号），现就有关事项通知如下。",
    "一、全面排查",
    "（一）各学校要对照清单逐项自查，2024年9月底前完成。（责任单位：安全科、各县〈区〉教育局）",
    "（二）建立问题台账，每月5日前报送进展情况。",
    "二、按时报送",
    "请于2024年10月15日前将总结报送市教育局安全科。联系人：林晓，电话：88261234。",
    "附件：任务分工表",
    "云岭市教育局",
    "2024年8月20日",
)
ROWS = (
    ("序号", "任务", "牵头单位", "完成时限"),
    ("1", "隐患排查", "安全科", "9月底前"),
    ("2", "整改销号", "基建科", "12月底前"),
)
_TEXT = "\n".join(LINES) + "\n"
_ENDINGS = {"text": "txt", "image": "png", "mhtml": "mht"}


@cache
def seeds() -> Mapping[str, tuple[bytes, ...]]:
    """Files by their format."""
    return {
        "text": (_TEXT.encode(), _TEXT.encode("gb18030"), _TEXT.encode("utf-16"), _drawn().encode()),
        "docx": (_docx(), automatic(LINES[2:]), typed(LINES)),
        "doc": (_doc(), _doc_in_pieces()),
        "pdf": (_pdf(), pdf_files.pdf(pdf_files.grid(ROWS, [40, 120, 120, 120]))),
        "ofd": (_ofd(),),
        "html": (_page().encode(), _page().encode("gb18030")),
        "mhtml": (_mhtml(),),
        "eml": (_mail(),),
        "msg": (_outlook(),),
        "rtf": (_rtf(),),
        "xlsx": (_xlsx(),),
        "xls": (container({"Workbook": _xls()}),),
        "image": (_picture("PNG"), _picture("JPEG"), _picture("TIFF"), _picture("GIF")),
    }


def ending(kind: str) -> str:
    """The usual ending of the names of such files."""
    return "." + _ENDINGS.get(kind, kind)


def _drawn() -> str:
    rows = ("│".join(("", *row, "")) for row in ROWS)
    return _TEXT + "\n".join(("┌──┬──┬──┬──┐", *rows, "└──┴──┴──┴──┘")) + "\n"


def _docx() -> bytes:
    paragraph, numbered, level = docx_files.paragraph, docx_files.numbered, docx_files.level
    run = docx_files.run
    body = "".join(paragraph(run(line)) for line in LINES[:5])
    body += numbered(run("全面排查")) + numbered(run("逐项自查"), level=1)
    body += paragraph(docx_files.field("PAGE", run("1")))
    table = [docx_files.row(*(docx_files.cell(paragraph(run(words))) for words in row)) for row in ROWS]
    levels = level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）")
    numbering = docx_files.definition(0, *levels) + docx_files.number(1, 0)
    return docx_files.docx(
        body + docx_files.table(*table), numbering=numbering, styles=docx_files.style("a", "标题"), pages=2
    )


def _doc() -> bytes:
    rows = [each for row in ROWS for each in doc_files.row(*row)]
    return doc_files.doc(*map(doc_files.paragraph, LINES), *rows, saved=doc_files.Saved(pages=2))


def _doc_in_pieces() -> bytes:
    bold = ("逐项自查", doc_files.sprm(doc_files.HIDDEN))
    return doc_files.doc(
        doc_files.paragraph("关于自查的通知"),
        doc_files.paragraph(bold, "，9月底前完成。", changes=doc_files.sprm(doc_files.NEW_PAGE)),
        doc_files.numbered("报送"),
        saved=doc_files.Saved(cut=5),
    )


def _pdf() -> bytes:
    rows = [row for line in LINES[4:] for row in pdf_files.wrapped(line)]
    head = (_centred(index, line) for index, line in enumerate(LINES[:3]))
    first = pdf_files.both(*head, pdf_files.body(*rows, top=640))
    return pdf_files.pdf(first, pdf_files.grid(ROWS, [40, 120, 120, 120]))


def _centred(index: int, line: str) -> pdf_files.Drawing:
    return lambda canvas: pdf_files.centred(canvas, 760 - 36 * index, line)


def _ofd() -> bytes:
    first = ofd_files.page(ofd_files.rows(*LINES[:9]))
    return ofd_files.package(first, ofd_files.page(ofd_files.grid(ROWS)))


def _page() -> str:
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    title = html_pages.TITLE
    head = f"<html><head><title>{title}</title></head><body><div class='nav'><a href='/'>首页</a></div>"
    return f"{head}<h1>{title}</h1><div id='main'>{html_pages.BODY}<table>{table}</table></div></body></html>"


def _mhtml() -> bytes:
    head = 'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="==b"\r\n\r\n'
    kind = "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    return f"{head}--==b\r\n{kind}{base64.encodebytes(_page().encode()).decode()}\r\n--==b--\r\n".encode()


def _mail() -> bytes:
    table = f"<html>{html_pages.BODY}</html>"
    head = "From: a@example.com\r\nSubject: =?utf-8?b?5YWz5LqO6Ieq5p+l55qE6YCa55+l?=\r\nMIME-Version: 1.0\r\n"
    kind = 'Content-Type: multipart/alternative; boundary="==c"\r\n\r\n'
    plain = f"--==c\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{_TEXT}\r\n"
    return f"{head}{kind}{plain}--==c\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{table}\r\n--==c--\r\n".encode()


def _outlook() -> bytes:
    words = {"0037001F": LINES[2], "1000001F": _TEXT}
    streams = {f"__substg1.0_{key}": value.encode("utf-16-le") for key, value in words.items()}
    return container({"__properties_version1.0": b"", **streams})


def _rtf() -> bytes:
    def coded(words: str) -> str:
        return "".join(chr(byte) if byte < 128 else f"\\'{byte:02x}" for byte in words.encode("gb18030"))

    head = r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset134 \'cb\'ce\'cc\'e5;}}"
    edges = r"\trowd\cellx2000\cellx4000\cellx6000\cellx8000"
    cells = ("".join(rf"\pard\intbl {coded(words)}\cell" for words in row) for row in ROWS)
    rows = (rf"{edges}{row}\row " for row in cells)
    field = r"{\field{\*\fldinst HYPERLINK x}{\fldrslt \u20851?}}"
    return (head + r"\par ".join(map(coded, LINES)) + field + "".join(rows) + "}").encode("latin-1")


def _xlsx() -> bytes:
    title, last = ("任务分工表", None, None, None), ("3", "总结", "安全科", (45000.0, 1))
    rows: list[tuple[sheet_files.Value, ...]] = [title, *ROWS, last]
    return sheet_files.xlsx(
        {"任务表": sheet_files.sheet(rows, ["A1:D1"]), "备注": sheet_files.sheet([["无"]])},
        more={"xl/styles.xml": sheet_files.styles("yyyy年m月d日")},
    )


def _picture(kind: str) -> bytes:
    """Blank, so that nothing is recognised: what is tried is the reading of the file."""
    held = io.BytesIO()
    Image.new("RGB", (60, 40), "white").save(held, kind)
    return held.getvalue()


def _xls() -> bytes:
    return sheet_files.xls({"任务表": [*ROWS, ("3", "总结", "安全科", 45000.0)]})
