"""Worker processes: who dies, what it costs."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import pytest

from extractor.engine.incoming import collect
from extractor.engine.workers import share
from tests.engine.fake_readers import DIES, KILLED, FakeReader

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.model.record import Record


UNIX = pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")


def shared(folder: Path, jobs: int = 2) -> dict[str, Record]:
    reader = FakeReader()
    return {incoming.name: record for incoming, record in share(collect([folder]), reader, jobs, reader.lost)}


def written(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def test_every_file_comes_back_once(tmp_path: Path) -> None:
    found = shared(written(tmp_path, 甲="一", 乙="二", 丙="三", 丁="四"))
    assert {name: record["text"] for name, record in found.items()} == {
        "甲.txt": "一", "乙.txt": "二", "丙.txt": "三", "丁.txt": "四",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("deadly", "status"),
    [pytest.param(DIES, "7", id="进程退出"), pytest.param(KILLED, "-9", id="被系统终止", marks=UNIX)],
)
def test_a_worker_that_dies_costs_its_file_only(tmp_path: Path, deadly: str, status: str) -> None:
    found = shared(written(tmp_path, 甲="一", 乙=deadly, 丙="三", 丁=deadly, 戊="五"))
    assert {name: record["status"] for name, record in found.items()} == {
        "甲.txt": "ok", "乙.txt": "failed", "丙.txt": "ok", "丁.txt": "failed", "戊.txt": "ok",
    }  # fmt: skip
    assert found["乙.txt"]["problems"][0]["message"] == (
        f"乙.txt：读取时进程意外中断（状态 {status}），这份文件没有结果"
    )


def test_all_workers_may_die(tmp_path: Path) -> None:
    found = shared(written(tmp_path, 甲=DIES, 乙=DIES, 丙=DIES), jobs=3)
    assert {record["status"] for record in found.values()} == {"failed"}


def test_closing_ends_the_workers_at_once(tmp_path: Path) -> None:
    reader = FakeReader()
    outcomes = share(collect([written(tmp_path, 甲="一", 乙="二", 丙="三")]), reader, 2, reader.lost)
    next(outcomes)
    begun = time.monotonic()
    outcomes.close()
    assert time.monotonic() - begun < 5
    assert list(outcomes) == []
