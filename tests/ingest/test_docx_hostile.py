"""Files that are no DOCX, are damaged, or were made to do harm."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document

from extractor.ingest import limits
from extractor.ingest.docx.file import read_docx
from extractor.model.errors import (
    EmptyFile,
    EncryptedFile,
    ExtractorError,
    LimitExceeded,
    ScanWithoutText,
    UnreadableFile,
)
from tests.ingest.docx_files import docx, package, paragraph, part, row, table

GOOD = docx(paragraph("正文") * 50)
BOMB = b'<!DOCTYPE w:document [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>'


def document(data: bytes) -> bytes:
    return package({"word/document.xml": data})


UNREADABLE = [
    pytest.param(b"", "不是完整的 DOCX（ZIP 已损坏）", id="空文件"),
    pytest.param("通知".encode(), "不是完整的 DOCX（ZIP 已损坏）", id="文本"),
    pytest.param(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "不是完整的 DOCX（ZIP 已损坏）", id="旧格式"
    ),
    pytest.param(GOOD[: len(GOOD) // 2], "不是完整的 DOCX（ZIP 已损坏）", id="截断"),
    pytest.param(package({"word/other.xml": b"<a/>"}), "缺少 word/document.xml", id="没有正文部件"),
    pytest.param(document(b"<w:document>"), "XML 有误（word/document.xml 第1行）", id="没有写完"),
    pytest.param(document(b""), "XML 有误（word/document.xml 第1行）", id="空部件"),
    pytest.param(document(part("document", "")), "缺少正文（word/document.xml）", id="没有正文"),
    pytest.param(document(b"<!DOCTYPE a><a/>"), "XML 含有不允许的 DTD（word/document.xml）", id="文档类型"),
]


@pytest.mark.parametrize(("data", "reason"), UNREADABLE)
def test_what_is_no_docx_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_docx(data, "坏.docx", "")
    assert (refused.value.where, refused.value.details) == ("坏.docx", {"reason": reason})


def test_entities_are_never_expanded() -> None:
    with pytest.raises(UnreadableFile):
        read_docx(document(BOMB), "坏.docx", "")


def test_a_member_whose_bytes_were_changed_is_refused() -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        offset = archive.getinfo("word/document.xml").header_offset + 60
    with pytest.raises(UnreadableFile) as refused:
        read_docx(GOOD[:offset] + b"\xff\xff" + GOOD[offset + 2 :], "坏.docx", "")
    assert refused.value.details == {"reason": "ZIP 已损坏（word/document.xml）"}


def test_other_compressions_than_those_of_the_standard_are_refused() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("word/document.xml", part("document", "<w:body/>"))
    with pytest.raises(UnreadableFile) as refused:
        read_docx(held.getvalue(), "坏.docx", "")
    assert refused.value.details == {"reason": "ZIP 压缩方式不合规范（word/document.xml）"}


def test_members_with_a_password_are_named_encrypted() -> None:
    data = bytearray(GOOD)
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(EncryptedFile) as refused:
        read_docx(bytes(data), "密.docx", "")
    assert refused.value.where == "密.docx"


EMPTY = [
    pytest.param("", EmptyFile, id="空正文"),
    pytest.param(paragraph("　 ") + table(row("", "")), EmptyFile, id="只有空白"),
    pytest.param(paragraph("<w:r><w:drawing/></w:r>"), ScanWithoutText, id="只有图片"),
]


@pytest.mark.parametrize(("body", "error"), EMPTY)
def test_a_file_without_words_says_so(body: str, error: type[ExtractorError]) -> None:
    with pytest.raises(error):
        read_docx(docx(body), "空.docx", "")


def test_what_unpacks_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_UNPACKED_BYTES", 1000)
    with pytest.raises(LimitExceeded):
        read_docx(GOOD, "大.docx", "")


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TABLE_CELLS", 3)
    with pytest.raises(LimitExceeded):
        read_docx(docx(table(row("甲", "乙"), row("丙", "丁"))), "大.docx", "")


def test_deep_nesting_is_refused_or_read_but_never_crashes() -> None:
    deep = paragraph("正文")
    for _ in range(3000):
        deep = f"<w:sdt><w:sdtContent>{deep}</w:sdtContent></w:sdt>"
    with pytest.raises((LimitExceeded, UnreadableFile)):
        read_docx(docx(deep), "深.docx", "")


def test_a_file_made_by_python_docx_is_read() -> None:
    made = Document()
    made.add_heading("关于开展检查的通知", 1)
    made.add_paragraph("各部门：")
    drawn = made.add_table(2, 2)
    for place, text in zip(((0, 0), (0, 1), (1, 0), (1, 1)), ("任务", "单位", "检查", "应急局"), strict=True):
        drawn.cell(*place).text = text
    held = io.BytesIO()
    made.save(held)
    read = read_docx(held.getvalue(), "甲.docx", "f" * 64)
    assert read.text == "关于开展检查的通知\n各部门：\n任务\t单位\n检查\t应急局\n"
    assert (read.name, read.reader, read.sha256, len(read.tables)) == ("甲.docx", "docx", "f" * 64, 1)
