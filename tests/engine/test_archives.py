"""A ZIP of notices: every file in it is read by itself, and a damaged one costs itself."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from extractor.engine.incoming import collect
from extractor.engine.local import Plan, run
from extractor.engine.reading import NoticeReader
from extractor.ingest import limits

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from extractor.engine.local import RunSummary

NOTICE = "甲局关于开展检查的通知\n各单位：\n一、检查设施。各单位要于2026年5月底前检查设施。\n甲局\n2026年1月1日\n"


def packed(path: Path, files: Iterable[tuple[str | zipfile.ZipInfo, str]]) -> Path:
    path.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files:
            archive.writestr(name, text)
    return path


def names(folder: Path) -> list[str]:
    return [each.name for each in collect([folder])]


def read(folder: Path) -> RunSummary:
    return run(Plan((folder,), folder.parent / "outputs", isolated=False), NoticeReader())


def gbk(name: str) -> zipfile.ZipInfo:
    """An entry as Windows in China names it."""
    info = zipfile.ZipInfo(name.encode("gb18030").decode("cp437"))
    info.flag_bits = 0
    return info


def link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = 0o120777 << 16
    return info


@pytest.mark.parametrize(
    ("member", "shown"),
    [
        pytest.param("通知.txt", ["归档.zip/通知.txt"], id="平常的"),
        pytest.param("一季度/通知.txt", ["归档.zip/一季度/通知.txt"], id="文件夹里的"),
        pytest.param("../../通知.txt", ["归档.zip/通知.txt"], id="往外跳的"),
        pytest.param("/etc/通知.txt", ["归档.zip/etc/通知.txt"], id="从根起的"),
        pytest.param("__MACOSX/._通知.txt", ["归档.zip"], id="系统留下的"),
        pytest.param("一季度/~$通知.docx", ["归档.zip"], id="锁文件"),
        pytest.param(link("通知.txt"), ["归档.zip"], id="链接"),
    ],
)
def test_members_are_named_below_their_archive(tmp_path: Path, member: str | zipfile.ZipInfo, shown: list[str]) -> None:
    packed(tmp_path / "corpus" / "归档.zip", [(member, NOTICE)])
    assert names(tmp_path / "corpus") == shown


def test_names_written_in_gbk_are_read(tmp_path: Path) -> None:
    path = packed(tmp_path / "corpus" / "归档.zip", [("placeholder.txt", NOTICE)])
    data = path.read_bytes().replace(b"placeholder", "通知通知a".encode("gb18030") + b"bc")
    path.write_bytes(data)
    assert names(tmp_path / "corpus") == ["归档.zip/通知通知abc.txt"]


def test_two_members_of_one_name_are_two_files(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        packed(tmp_path / "corpus" / "归档.zip", [("通知.txt", NOTICE), ("通知.txt", NOTICE)])
    assert names(tmp_path / "corpus") == ["归档.zip/通知.txt", "归档.zip/通知.txt（2）"]


def test_every_member_is_read_once_and_again_when_it_changed(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    packed(corpus / "归档.zip", [("一.txt", NOTICE), ("二.txt", NOTICE.replace("甲局", "乙局"))])
    assert sorted(read(corpus).read) == ["归档.zip/一.txt", "归档.zip/二.txt"]
    assert not read(corpus).read
    packed(corpus / "归档.zip", [("一.txt", NOTICE), ("二.txt", NOTICE.replace("甲局", "丙局"))])
    assert sorted(read(corpus).read) == ["归档.zip/二.txt"]


def test_a_damaged_member_costs_itself(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    path = packed(corpus / "归档.zip", [("一.txt", "坏" * 5000 + NOTICE), ("二.txt", NOTICE)])
    data = bytearray(path.read_bytes())
    at = data.index("一.txt".encode()) + len("一.txt".encode())
    data[at : at + 20] = b"\xff" * 20
    path.write_bytes(data)
    found = {record["file"]: record["status"] for record in read(corpus).records}
    assert found == {"归档.zip/一.txt": "failed", "归档.zip/二.txt": "ok"}


def test_a_bomb_ends_at_its_limit_and_its_neighbour_is_read(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    packed(corpus / "归档.zip", [("一.txt", "零" * 40_000_000), ("二.txt", NOTICE)])
    found = {record["file"]: [each["code"] for each in record["problems"]] for record in read(corpus).records}
    assert found["归档.zip/一.txt"][0].startswith("limit-")
    assert found["归档.zip/二.txt"] == []


@pytest.mark.parametrize("data", [b"PK\x05\x06" + bytes(18), b"PK\x03\x04 broken", b""], ids=["空的", "坏的", "无"])
def test_an_archive_that_holds_nothing_is_a_file_like_others(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "归档.zip").write_bytes(data)
    assert names(tmp_path / "corpus") == ["归档.zip"]


def test_more_than_a_document_may_unpack_to_is_not_unpacked(tmp_path: Path) -> None:
    """Many entries may share their packed bytes: a small file then claims gigabytes."""
    packed(tmp_path / "corpus" / "归档.zip", [(f"{at}.txt", "零" * 10_000_000) for at in range(9)])
    assert names(tmp_path / "corpus") == ["归档.zip"]


def test_too_many_members_are_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_ARCHIVE_FILES", 2)
    packed(tmp_path / "corpus" / "归档.zip", [(f"{at}.txt", NOTICE) for at in range(3)])
    assert names(tmp_path / "corpus") == ["归档.zip"]
    (record,) = read(tmp_path / "corpus").records
    assert [problem["code"] for problem in record["problems"]] == ["unsupported-archive"]
