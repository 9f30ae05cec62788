"""Names of dropped files: every one stays below the folder, and every system can hold and show it."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.engine.incoming import wanted
from extractor.web.inbox_page.names import UnfitName, numbered, safe, same


@pytest.mark.parametrize(
    ("given_name", "place"),
    [
        pytest.param("通知.docx", "通知.docx", id="平常"),
        pytest.param("2024/三月/通知.docx", "2024/三月/通知.docx", id="文件夹"),
        pytest.param("../../etc/passwd", "etc/passwd", id="往上"),
        pytest.param("..\\..\\windows\\system.txt", "windows/system.txt", id="反斜杠往上"),
        pytest.param("/etc/passwd", "etc/passwd", id="从根开始"),
        pytest.param("C:\\公文\\通知.txt", "C_/公文/通知.txt", id="盘符"),
        pytest.param("a/./b/../通知.txt", "a/b/通知.txt", id="点"),
        pytest.param('<img src=x onerror="alert(1)">.txt', "_img src=x onerror=_alert(1)__.txt", id="标签"),
        pytest.param("甲\u202e\u200b乙\x00\n丙.txt", "甲乙丙.txt", id="方向符和控制符"),
        pytest.param("CON", "_CON", id="保留名"),
        pytest.param("com1.txt", "_com1.txt", id="保留名带扩展名"),
        pytest.param("lpt²", "_lpt²", id="上标数字"),
        pytest.param("nul.2024.docx", "_nul.2024.docx", id="保留名带两段"),
        pytest.param("contents.txt", "contents.txt", id="不是保留名"),
        pytest.param(" 通知 . ", "通知", id="末尾的点和空格"),
        pytest.param("e\u0301.txt", "é.txt", id="合成一个字"),
        pytest.param("\u202e/\u200b.txt", "_/txt", id="只有看不见的字"),
    ],
)
def test_a_name_becomes_a_safe_one(given_name: str, place: str) -> None:
    assert safe(given_name) == PurePosixPath(place)


@pytest.mark.parametrize(
    "given_name",
    [
        pytest.param("", id="空"), pytest.param("../..", id="只有往上"), pytest.param("/", id="只有根"),
        pytest.param(".git/config.txt", id="隐藏文件夹"), pytest.param(".DS_Store", id="隐藏"),
        pytest.param("公文/Thumbs.db", id="系统文件"), pytest.param("~$通知.docx", id="锁文件"),
        pytest.param("通知.docx.part", id="没下载完"), pytest.param("/".join("深" * 40), id="太深"),
        pytest.param("/".join(["长" * 80] * 10), id="太长"), pytest.param("通知.tmp\u200b", id="藏起来的扩展名"),
    ],
)  # fmt: skip
def test_what_is_no_notice_is_refused(given_name: str) -> None:
    with pytest.raises(UnfitName):
        safe(given_name)


def test_a_long_name_keeps_its_ending() -> None:
    name = safe("长" * 300 + ".docx").name
    assert (name.endswith("长.docx"), len(name.encode()) <= 255) == (True, True)
    assert numbered(PurePosixPath(name), 12).name.endswith("长（12）.docx")
    assert len(numbered(PurePosixPath(name), 12).name.encode()) <= 255


@given(st.text(max_size=40) | st.text("./\\ ~$a\u202e", max_size=12))
def test_no_name_leaves_the_folder(given_name: str) -> None:
    try:
        place = safe(given_name)
    except UnfitName:
        return
    assert not place.is_absolute()
    assert all(part not in {"..", "."} and wanted(part) and len(part.encode()) <= 255 for part in place.parts)
    assert not set(str(place)) & set('\\<>:"|?*\0\n\u202e')
    assert safe(str(place)) == place


def test_names_that_some_system_takes_for_one_are_one() -> None:
    assert same("甲.TXT") == same("甲.txt")
    assert same("e\u0301.txt") == same("É.txt")
