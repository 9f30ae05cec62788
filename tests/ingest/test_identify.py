"""A file is what its content says, whatever it is called."""

from __future__ import annotations

import io
import zipfile

import pytest

from extractor.ingest.identify import Kind, identify

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def packed(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


KINDS = [
    pytest.param(b"", "empty", id="空文件"),
    pytest.param("各单位：".encode(), "text", id="UTF-8 文本"),
    pytest.param("各单位：".encode("gb18030"), "text", id="GB18030 文本"),
    pytest.param("各单位：\n".encode("utf-16"), "text", id="UTF-16 文本"),
    pytest.param(
        b"# \xe9\x80\x9a\xe7\x9f\xa5<br>\n<br>\n<br>\n<br>\n<br>\n",
        "text",
        id="带换行标签的 Markdown",
    ),
    pytest.param("请把表格中<p>一栏填好".encode(), "text", id="提到标签的文本"),
    pytest.param(packed("[Content_Types].xml", "word/document.xml"), "docx", id="DOCX"),
    pytest.param(packed("[Content_Types].xml", "word/document.xml")[:150], "docx", id="截断的 DOCX"),
    pytest.param(packed("xl/workbook.xml"), "xlsx", id="XLSX"),
    pytest.param(packed("ppt/presentation.xml"), "pptx", id="PPTX"),
    pytest.param(packed("OFD.xml", "Doc_0/Document.xml"), "ofd", id="OFD"),
    pytest.param(packed("通知.docx"), "archive", id="压缩包"),
    pytest.param(packed("通知.docx")[:20], "broken", id="截断的 ZIP"),
    pytest.param(packed("[Content_Types].xml", "docProps/app.xml"), "broken", id="缺正文的 DOCX"),
    pytest.param(OLE + "WordDocument".encode("utf-16-le"), "doc", id="DOC"),
    pytest.param(OLE + "Workbook".encode("utf-16-le"), "xls", id="XLS"),
    pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted", id="加密的 DOCX"),
    pytest.param(OLE, "doc", id="不认识的 OLE"),
    pytest.param(b"%PDF-1.4\n", "pdf", id="PDF"),
    pytest.param(b"\xef\xbb\xbf\r\n" + b" " * 900 + b"%PDF-1.7", "pdf", id="PDF 前有空白"),
    pytest.param(b"{\\rtf1\\ansi", "rtf", id="RTF"),
    pytest.param(b"<!DOCTYPE html>\n<html><body>", "html", id="网页"),
    pytest.param("\ufeff<html>".encode("utf-16-le"), "html", id="UTF-16 网页"),
    pytest.param(b'<%@ page language="java" %>\n<p>', "html", id="JSP"),
    pytest.param(b"<div class='a'><p>" * 3, "html", id="网页片段"),
    pytest.param(b"MIME-Version: 1.0\r\nContent-Type: multipart/related;", "mhtml", id="MHTML"),
    pytest.param(b"From: a@example.com\r\nSubject: x", "eml", id="邮件"),
    pytest.param(b"\x89PNG\r\n\x1a\n", "image", id="PNG"),
    pytest.param(b"\xff\xd8\xff\xe0", "image", id="JPEG"),
    pytest.param(b"BM\x9a\x00\x00\x00\x00\x00\x00\x00", "image", id="BMP"),
    pytest.param(b"MZ\x90\x00\x03\x00\x00\x00\x04", "program", id="程序"),
    pytest.param("MZ大学通知".encode(), "text", id="以 MZ 开头的文本"),
]


@pytest.mark.parametrize(("data", "kind"), KINDS)
def test_the_content_tells_the_kind(data: bytes, kind: Kind) -> None:
    assert identify(data) == kind
