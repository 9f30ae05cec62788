"""Which files a run reads, and what they are called."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from extractor.engine.incoming import Incoming, NoSuchPath, OutputsAmongNotices, collect
from extractor.engine.reading import content_hash


def made(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("通知", "utf-8")
    return root


def names(*paths: Path, out: Path | None = None) -> list[str]:
    return [incoming.name for incoming in collect(paths, out)]


def test_folders_are_searched_to_the_bottom_and_names_are_sorted(tmp_path: Path) -> None:
    made(tmp_path, "乙/二.txt", "甲.txt", "乙/丙/三.docx")
    assert names(tmp_path) == ["乙/丙/三.docx", "乙/二.txt", "甲.txt"]


@pytest.mark.parametrize(
    "litter",
    [
        pytest.param(".隐藏.txt", id="隐藏文件"),
        pytest.param("~$通知.docx", id="Word 锁文件"),
        pytest.param(".DS_Store", id="苹果系统文件"),
        pytest.param("Thumbs.db", id="缩略图"),
        pytest.param("desktop.ini", id="文件夹设置"),
        pytest.param(".git/config", id="隐藏文件夹"),
    ],
)
def test_what_no_person_put_there_is_passed_over(tmp_path: Path, litter: str) -> None:
    assert names(made(tmp_path, litter, "通知.txt")) == ["通知.txt"]


def test_symbolic_links_in_a_folder_are_not_followed(tmp_path: Path) -> None:
    made(tmp_path, "甲/通知.txt", "乙/别处.txt")
    (tmp_path / "甲" / "链接.txt").symlink_to(tmp_path / "乙" / "别处.txt")
    (tmp_path / "甲" / "循环").symlink_to(tmp_path, target_is_directory=True)
    assert names(tmp_path / "甲") == ["通知.txt"]


def test_the_outputs_are_not_read_when_they_lie_in_the_folder(tmp_path: Path) -> None:
    made(tmp_path, "通知.txt", "outputs/tasks.csv", "乙/outputs/通知.txt")
    assert names(tmp_path, out=tmp_path / "outputs") == ["乙/outputs/通知.txt", "通知.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_links_that_lead_outside_or_nowhere_or_in_circles_are_not_followed(tmp_path: Path) -> None:
    made(tmp_path, "甲/通知.txt", "外/秘密.txt")
    inside = tmp_path / "甲"
    (inside / "外").symlink_to(tmp_path / "外", target_is_directory=True)
    (inside / "秘密.txt").symlink_to("../外/秘密.txt")
    (inside / "自己").symlink_to("自己")
    (inside / "没有.txt").symlink_to(tmp_path / "没有.txt")
    (inside / "设备.txt").symlink_to("/dev/zero")
    assert names(inside) == ["通知.txt"]


@pytest.mark.parametrize(
    "odd",
    [
        pytest.param("换\n行.txt", id="换行"),
        pytest.param("\u202etxt.知通.txt", id="从右往左"),
        pytest.param("名" * 83 + "长.t", id="254 字节"),
        pytest.param("a" * 251 + ".txt", id="255 字节"),
        pytest.param(" .txt", id="空格"),
        pytest.param("-rf.txt", id="像选项"),
        pytest.param("=1+1.txt", id="像公式"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be given there")
def test_odd_names_are_names(tmp_path: Path, odd: str) -> None:
    assert names(made(tmp_path, odd)) == [odd]


@pytest.mark.skipif(sys.platform == "win32", reason="no such devices there")
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_no_file(device: str) -> None:
    with pytest.raises(NoSuchPath):
        collect([Path(device)])


@pytest.mark.skipif(sys.platform == "win32", reason="no such pipes there")
def test_a_pipe_that_takes_the_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "通知.txt")
    assert content_hash(Incoming(tmp_path / "通知.txt", "通知.txt")) == ""


@pytest.mark.parametrize("unfinished", ["a.docx.part", "a.docx.crdownload", "a.DOCX.TMP", "a.download", "a.filepart"])
def test_unfinished_downloads_are_passed_over(tmp_path: Path, unfinished: str) -> None:
    assert names(made(tmp_path, unfinished, "通知.txt")) == ["通知.txt"]


def test_all_folders_of_outputs_are_passed_over(tmp_path: Path) -> None:
    made(tmp_path, "通知.txt", "outputs/tasks.csv", "结果/tasks/part.parquet")
    found = collect([tmp_path], tmp_path / "outputs", None, tmp_path / "结果")
    assert [incoming.name for incoming in found] == ["通知.txt"]


def test_the_outputs_may_not_lie_in_the_folder_of_the_notices_itself(tmp_path: Path) -> None:
    with pytest.raises(OutputsAmongNotices) as caught:
        collect([made(tmp_path, "通知.txt")], tmp_path / "子" / "..")
    assert caught.value.exit_status == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no such pipes there")
def test_pipes_are_no_files(tmp_path: Path) -> None:
    made(tmp_path, "通知.txt")
    os.mkfifo(tmp_path / "管道")
    assert names(tmp_path) == ["通知.txt"]


def test_a_file_is_called_by_its_name_alone(tmp_path: Path) -> None:
    assert names(made(tmp_path, "甲/通知.txt") / "甲" / "通知.txt") == ["通知.txt"]


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    made(tmp_path, "甲/通知.txt")
    assert names(tmp_path, tmp_path / "甲" / "通知.txt") == ["通知.txt"]


def test_two_files_of_one_name_get_their_folders_in_front(tmp_path: Path) -> None:
    made(tmp_path, "甲/通知.txt", "乙/通知.txt", "乙/其他.txt")
    assert names(tmp_path / "甲", tmp_path / "乙") == ["乙/通知.txt", "其他.txt", "甲/通知.txt"]


def test_as_many_folders_as_it_takes_to_tell_them_apart(tmp_path: Path) -> None:
    made(tmp_path, "一/部/通知.txt", "二/部/通知.txt")
    assert names(tmp_path / "一" / "部", tmp_path / "二" / "部") == ["一/部/通知.txt", "二/部/通知.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="names are always text there")
def test_names_that_are_no_text_can_still_be_written_down(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/\xce\xc4.txt"
    Path(os.fsdecode(raw)).write_text("通知", "utf-8")
    assert names(tmp_path) == ["\\xce\\xc4.txt"]


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="nothing is closed to the super-user")
def test_a_closed_folder_is_handed_on_so_that_reading_it_fails(tmp_path: Path) -> None:
    closed = made(tmp_path, "甲/通知.txt") / "甲"
    closed.chmod(0)
    assert names(tmp_path) == ["甲"]


def test_an_unknown_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoSuchPath) as caught:
        collect([tmp_path / "没有"])
    assert caught.value.where == str(tmp_path / "没有")
    assert caught.value.exit_status == 2
