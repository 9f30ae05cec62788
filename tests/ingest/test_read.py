"""The front door: every file gives a text or an error that says what is the matter."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.ingest import limits
from extractor.ingest.read import read, read_bytes
from extractor.model.errors import (
    EmptyFile,
    EncryptedFile,
    ExtractorError,
    LimitExceeded,
    UnreadableFile,
    UnsupportedFormat,
)
from extractor.model.problem import Problem
from tests.ingest.test_identify import packed

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.rules.book import RuleBook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def test_a_text_file_is_read_with_its_digest(tmp_path: Path, book: RuleBook) -> None:
    path = tmp_path / "通知.txt"
    path.write_bytes("各单位：\r\n请执行。".encode("gb18030"))
    source = read(path, "2025/通知.txt", book)
    assert (source.name, source.text, source.reader) == ("2025/通知.txt", "各单位：\n请执行。\n", "txt")
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert source.problems == ()


def test_without_a_book_the_shipped_rules_are_used(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# 通知\n", "utf-8")
    assert (read(path, "a.md").text, read(path, "a.md").reader) == ("通知\n", "md")


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.doc"])
def test_a_text_of_another_name_is_read_and_said_so(name: str, book: RuleBook) -> None:
    source = read_bytes("请执行。".encode(), name, book)
    assert source.text == "请执行。\n"
    assert source.problems == (Problem("extension-differs", None, "info", (("actual", "TXT"),)),)


BLANK = [
    pytest.param(b"", id="空文件"),
    pytest.param(b"\n \r\n\t", id="空行"),
    pytest.param("\ufeff\u3000\n".encode(), id="标记和空格"),
    pytest.param(b"\x0c", id="换页符"),
]


@pytest.mark.parametrize("content", BLANK)
def test_a_file_without_text_is_empty(content: bytes, tmp_path: Path, book: RuleBook) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(EmptyFile):
        read(path, "a.txt", book)


UNSUPPORTED = [
    pytest.param(b"Rar!\x1a\x07", "unsupported-archive", "ZIP/RAR/7Z", id="压缩包"),
    pytest.param(b"PK\x03\x04" + bytes(40), "unsupported-archive", "ZIP", id="残缺的压缩包"),
]


@pytest.mark.parametrize(("data", "code", "shown"), UNSUPPORTED)
def test_a_known_format_that_is_not_read_is_named(
    data: bytes, code: str, shown: str, book: RuleBook
) -> None:
    with pytest.raises(UnsupportedFormat) as error:
        read_bytes(data, "a.txt", book)
    assert (error.value.where, error.value.code, error.value.details) == ("a.txt", code, {"format": shown})


@pytest.mark.parametrize("name", ["通知.docx", "通知.DOCX", "表.xlsx"])
def test_a_document_of_office_that_cannot_be_told_any_more_is_damaged(name: str, book: RuleBook) -> None:
    for data in (b"PK\x03\x04" + bytes(40), packed("[Content_Types].xml")):
        with pytest.raises(UnreadableFile) as error:
            read_bytes(data, name, book)
        assert error.value.details == {"reason": "文件不完整（ZIP 已损坏）"}


def test_an_archive_with_the_extension_of_a_document_is_an_archive(book: RuleBook) -> None:
    with pytest.raises(UnsupportedFormat) as error:
        read_bytes(packed("通知.docx"), "通知.docx", book)
    assert error.value.code == "unsupported-archive"


def test_an_encrypted_file_is_refused(book: RuleBook) -> None:
    with pytest.raises(EncryptedFile):
        read_bytes(OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", book)


def test_a_folder_and_a_missing_file_are_unreadable(tmp_path: Path, book: RuleBook) -> None:
    for path in (tmp_path, tmp_path / "nothing.txt"):
        with pytest.raises(UnreadableFile) as error:
            read(path, "a.txt", book)
        assert error.value.details["reason"]


def test_a_file_beyond_the_limit_is_refused(
    tmp_path: Path, book: RuleBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 11)
    monkeypatch.setattr(limits, "MAX_FILE_BYTES", 10)
    with pytest.raises(LimitExceeded) as error:
        read(path, "a.txt", book)
    assert error.value.details == {"found": "11", "most": "10"}
    assert error.value.code == "limit-bytes"


@given(data=st.binary(max_size=300))
def test_any_bytes_give_a_source_or_an_error(data: bytes, book: RuleBook) -> None:
    try:
        source = read_bytes(data, "a.txt", book)
    except ExtractorError:
        return
    assert all(0 <= place.start <= len(source.text) for place in source.places)


@given(text=st.text(alphabet="一二1.、（）。，：《》“”各单位附件通知#*|-> \n\r\f\u3000", max_size=200))
def test_any_text_gives_places_in_order(text: str, book: RuleBook) -> None:
    source = read_bytes(("各单位" + text).encode(), "a.txt", book)
    assert list(source.places) == sorted(source.places, key=lambda place: place.start)
    assert [place.line for place in source.places] == sorted(place.line or 0 for place in source.places)


def test_reading_a_text_loads_no_heavy_library(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("请执行。", "utf-8")
    code = (
        "import sys, pathlib; from extractor.ingest.read import read; "
        f"read(pathlib.Path({str(path)!r}), 'a.txt'); "
        "heavy = {'lxml', 'pypdfium2', 'pdfplumber', 'docx', 'jieba', 'networkx', 'olefile', 'rich'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
