"""What is stored is whole or untouched, and read back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.store.analyses import records, save
from extractor.store.atomic import OutputInUse, remove, replace
from extractor.store.files import Stamp
from tests.export.analysed import sample


def test_a_file_is_replaced_as_a_whole_and_nothing_lies_about(tmp_path: Path) -> None:
    path = tmp_path / "下级" / "tasks.csv"
    replace(path, b"old")
    replace(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_holds_the_bytes_already_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "tasks.csv"
    replace(path, b"same")
    before = path.stat()
    replace(path, b"same")
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_write_that_fails_leaves_the_old_file_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tasks.csv"
    replace(path, b"old")

    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied", str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputInUse) as caught:
        replace(path, b"new")
    assert (caught.value.where, caught.value.details) == (str(path), {"reason": "Permission denied"})
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_in_the_way_is_reported(tmp_path: Path) -> None:
    (tmp_path / "tasks.csv").mkdir()
    with pytest.raises(OutputInUse):
        replace(tmp_path / "tasks.csv", b"new")
    with pytest.raises(OutputInUse):
        remove(tmp_path / "tasks.csv")


def test_records_are_stored_by_name_and_read_back(tmp_path: Path) -> None:
    save(tmp_path, [sample("b.txt"), sample("a.txt")])
    assert [record["file"] for record in records(tmp_path)] == ["a.txt", "b.txt"]
    assert records(tmp_path) == (sample("a.txt"), sample("b.txt"))


def test_nothing_is_stored_before_the_first_run(tmp_path: Path) -> None:
    assert records(tmp_path / "none") == ()


def test_lines_that_are_no_records_are_read_anew(tmp_path: Path) -> None:
    path = save(tmp_path, [sample("a.txt")])
    path.write_bytes(b"\xff\xfe\n" + path.read_bytes() + b'{"file": "b.txt", "sta')
    assert [record["file"] for record in records(tmp_path)] == ["a.txt"]


def test_a_line_separator_in_a_notice_does_not_break_its_line(tmp_path: Path) -> None:
    odd = sample()
    odd["text"] = "甲\u2028乙\x85丙"
    save(tmp_path, [odd])
    assert [record["text"] for record in records(tmp_path)] == ["甲\u2028乙\x85丙"]


@pytest.mark.parametrize(
    ("sha256", "digest", "status", "again"),
    [
        pytest.param("5ha", "d1", "ok", True, id="都没变"),
        pytest.param("x", "d1", "ok", False, id="文件变了"),
        pytest.param("5ha", "d2", "ok", False, id="规则变了"),
        pytest.param("5ha", "d1", "failed", False, id="上次失败"),
    ],
)
def test_a_record_is_used_again_while_file_and_rules_are_the_same(
    sha256: str, digest: str, status: str, *, again: bool
) -> None:
    assert Stamp("5ha", "d1", status, 1).holds(sha256, digest) is again
