"""Worker processes: who dies, what it costs."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.engine import memory
from extractor.engine.incoming import collect
from extractor.engine.local import Plan, run
from extractor.engine.workers import share
from extractor.ingest.changing import changed
from tests.engine.fake_readers import DIES, KILLED, SLEEPS, WHO, FakeReader

if TYPE_CHECKING:
    from extractor.model.record import Record


LINUX = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the system does not say how much memory")
UNIX = pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")


def shared(folder: Path, jobs: int = 2) -> dict[str, Record]:
    return {incoming.name: record for incoming, record in share(collect([folder]), FakeReader(), jobs)}


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
    outcomes = share(collect([written(tmp_path, 甲="一", 乙="二", 丙="三")]), FakeReader(), 2)
    next(outcomes)
    begun = time.monotonic()
    outcomes.close()
    assert time.monotonic() - begun < 5
    assert list(outcomes) == []


def test_a_worker_over_its_time_is_ended_and_costs_its_file_only(tmp_path: Path) -> None:
    with changed({"seconds": 1}):
        begun = time.monotonic()
        found = shared(written(tmp_path, 甲="一", 乙=SLEEPS, 丙="三", 丁=SLEEPS, 戊="五"))
    assert time.monotonic() - begun < 30
    assert {name: record["status"] for name, record in found.items()} == {
        "甲.txt": "ok", "乙.txt": "failed", "丙.txt": "ok", "丁.txt": "failed", "戊.txt": "ok",
    }  # fmt: skip
    (problem,) = found["丁.txt"]["problems"]
    assert problem["message"] == "丁.txt：读了 1 秒还没有读完，已放弃这份文件"


@pytest.mark.parametrize(
    ("limit", "fewest", "most"),
    [
        pytest.param({}, 1, 1, id="一个进程读到底"),
        pytest.param({"files-per-worker": 2}, 3, 3, id="每两个文件换一个"),
        pytest.param({"kept-bytes": 1}, 2, 5, id="占着内存不放的换掉", marks=LINUX),
    ],
)
def test_a_worker_is_replaced_by_a_fresh_one(tmp_path: Path, limit: dict[str, int], fewest: int, most: int) -> None:
    with changed(limit):
        found = shared(written(tmp_path, 甲=WHO, 乙=WHO, 丙=WHO, 丁=WHO, 戊=WHO), jobs=1)
    assert fewest <= len({record["text"] for record in found.values()}) <= most


@pytest.mark.parametrize(
    ("name", "data", "isolated", "here"),
    [
        pytest.param("短.txt", WHO.encode(), True, True, id="短文本在本进程"),
        pytest.param("长.txt", WHO.encode() + b"." * 70_000, True, False, id="长文本"),
        pytest.param("页.txt", b"<html><body>" + WHO.encode(), True, False, id="名为文本的网页"),
        pytest.param("页.txt", b"<html><body>" + WHO.encode(), False, True, id="查程序的错时"),
    ],
)
def test_whatever_needs_a_parser_is_read_in_another_process(
    tmp_path: Path, name: str, data: bytes, *, isolated: bool, here: bool
) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / name).write_bytes(data)
    summary = run(Plan((tmp_path / "corpus",), tmp_path / "out", isolated=isolated), FakeReader())
    assert (summary.records[0]["text"] == str(os.getpid())) == here


def test_where_the_system_keeps_no_limit_the_parent_ends_a_worker_that_takes_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def taken(process: int) -> int:
        asked.append(process)
        return 1_000_000 if len(asked) == 1 else 5_000_000_000

    monkeypatch.setattr(memory, "is_watched", lambda: True)
    monkeypatch.setattr(memory, "taken", taken)
    begun = time.monotonic()
    found = shared(written(tmp_path, 甲=SLEEPS), jobs=1)
    assert time.monotonic() - begun < 60
    assert [problem["code"] for problem in found["甲.txt"]["problems"]] == ["file-too-big-for-memory"]
    assert len(set(asked)) == 1


def test_memory_is_watched_only_where_the_system_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    psutil = pytest.importorskip("psutil", reason="installed only where it is needed")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert memory.is_watched()
    assert abs(memory.taken(os.getpid()) - psutil.Process().memory_info().rss) < 50_000_000
    assert memory.taken(2**30) == 0
    monkeypatch.setattr(sys, "platform", "linux")
    assert not memory.is_watched()
