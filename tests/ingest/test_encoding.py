"""The bytes of a text file become the right characters, whatever the encoding."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.ingest.plain.encoding import decode
from extractor.model.errors import UnknownEncoding

TEXT = "云海市教育局关于做好2025年报送工作的通知\r\n各县区教育局：\r\n请于3月底前报送。\r\n"
TRADITIONAL = "關於舉辦學習會議的通知\n各單位請於三月底前報送名單，並準時參加會議。\n"

CERTAIN = [
    pytest.param(TEXT.encode("utf-8"), "utf-8", id="UTF-8"),
    pytest.param(TEXT.encode("utf-8-sig"), "utf-8", id="UTF-8 有标记"),
    pytest.param(TEXT.encode("gb18030"), "gb18030", id="GB18030"),
    pytest.param(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le", id="UTF-16 小端"),
    pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be", id="UTF-16 大端"),
    pytest.param(codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le", id="UTF-32"),
    pytest.param(b"\x84\x31\x95\x33" + TEXT.encode("gb18030"), "gb18030", id="GB18030 有标记"),
]
GUESSED = [
    pytest.param(TEXT.encode("utf-16-le"), TEXT, "utf-16-le", id="UTF-16 小端无标记"),
    pytest.param(TEXT.encode("utf-16-be"), TEXT, "utf-16-be", id="UTF-16 大端无标记"),
    pytest.param(TRADITIONAL.encode("big5"), TRADITIONAL, "big5", id="Big5"),
    pytest.param((TEXT * 20).encode()[:-3], (TEXT * 20)[:-3] + "\ufffd", "utf-8", id="UTF-8 末字截断"),
    pytest.param(
        (TEXT * 20).encode("gb18030")[:-3],
        (TEXT * 20)[:-3] + "\ufffd",
        "gb18030",
        id="GB18030 末字截断",
    ),
]
SHORT = ["通知", "关于开会的通知", "联通", "请各单位参会", "附件：名单", "云办函〔2024〕3号", "①②", "一、"]
UNREADABLE = [
    pytest.param(bytes(range(256)) * 8, id="各种字节"),
    pytest.param(b"\x00\x01\x02\x03" * 100, id="二进制"),
    pytest.param(b"\xff\xfe\xff\xff\x00" * 50, id="有标记的噪声"),
    pytest.param(b"\xe9\xe8\xea caf\xe9 cr\xe8me" * 30, id="西欧文字"),
]


@pytest.mark.parametrize(("data", "encoding"), CERTAIN)
def test_known_encodings_are_read_for_certain(data: bytes, encoding: str) -> None:
    decoded = decode(data, "a.txt")
    assert (decoded.text, decoded.encoding, decoded.guessed) == (TEXT, encoding, False)


@pytest.mark.parametrize(("data", "text", "encoding"), GUESSED)
def test_other_encodings_are_marked_as_guessed(data: bytes, text: str, encoding: str) -> None:
    decoded = decode(data, "a.txt")
    assert (decoded.encoding, decoded.guessed) == (encoding, True)
    assert decoded.text == text


@pytest.mark.parametrize("text", SHORT)
def test_short_texts_in_gb18030_are_not_misread(text: str) -> None:
    assert decode(text.encode("gb18030"), "a.txt").text == text


@pytest.mark.parametrize("data", UNREADABLE)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnknownEncoding) as error:
        decode(data, "a.txt")
    assert error.value.where == "a.txt"


@given(st.text(alphabet="关于印发年度工作安排的通知各单位请2025.,，。：\n", min_size=1))
def test_every_notice_comes_back_from_utf8_and_gb18030(text: str) -> None:
    assert decode(text.encode(), "a.txt").text == text
    assert decode(text.encode("gb18030"), "a.txt").text == text
