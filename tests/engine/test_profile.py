"""``run --profile`` says where the time went; what is found and written is the same as without."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from extractor.commands.program import program
from extractor.engine.local import Plan, run
from extractor.engine.profile import PER_FILE, Laps, Profile
from extractor.engine.reading import NoticeReader, Settings

if TYPE_CHECKING:
    from pathlib import Path

NOTICE = "关于做好巡查工作的通知\n各科室：\n一、加强巡查\n请各科室于6月30日前报送名单。\n甲市水利局\n2025年5月6日\n"
OUTPUTS = {
    "edits", "versions", "link", "graph", "index", "ledger", "csv", "workbook", "graphs", "report", "calendar",
    "analysis",
}  # fmt: skip


@pytest.fixture
def notices(tmp_path: Path) -> Path:
    folder = tmp_path / "notices"
    folder.mkdir()
    (folder / "一.txt").write_text(NOTICE, "utf-8")
    (folder / "二.html").write_text(f"<html><body><p>{NOTICE}</p></body></html>", "utf-8")
    return folder


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_stage_has_its_seconds(notices: Path, tmp_path: Path, jobs: int) -> None:
    profile = Profile()
    run(Plan((notices,), tmp_path / "out", jobs, profile=profile), NoticeReader(Settings(profile=True)))
    rows = list(profile.rows())
    assert {(stage, reader) for stage, reader, *_ in rows if reader} == {
        (stage, reader) for stage in PER_FILE for reader in ("html", "txt")
    }
    assert {stage for stage, reader, *_ in rows if not reader} == OUTPUTS | {
        "collecting", "waiting", "storing", "standing",
    }  # fmt: skip
    assert all(seconds >= 0 for *_, seconds in rows)
    assert profile.worker > 0  # pages of the web are read in a worker


def test_what_is_written_is_the_same(notices: Path, tmp_path: Path) -> None:
    run(Plan((notices,), tmp_path / "plain"), NoticeReader())
    run(Plan((notices,), tmp_path / "measured", profile=Profile()), NoticeReader(Settings(profile=True)))
    plain, measured = (tmp_path / name / "analysis.jsonl" for name in ("plain", "measured"))
    assert plain.read_bytes() == measured.read_bytes()


def test_the_command_prints_a_table_and_writes_json(notices: Path, tmp_path: Path) -> None:
    path = tmp_path / "profile.json"
    done = CliRunner().invoke(
        program, ["run", str(notices), "--out", str(tmp_path / "out"), "--profile", "--profile-json", str(path)]
    )
    assert done.exit_code == 0
    assert "步骤" in done.output
    assert "内存峰值：主进程" in done.output
    found = json.loads(path.read_text("utf-8"))
    assert {"stage": "read", "format": "txt", "files": 1}.items() <= found["rows"][4].items()
    assert found["memory"] >= 0


def test_without_a_worker_there_is_no_memory_of_one(tmp_path: Path) -> None:
    (tmp_path / "一.txt").write_text(NOTICE, "utf-8")
    asked = ["run", str(tmp_path / "一.txt"), "--out", str(tmp_path / "out"), "--profile", "--jobs", "1"]
    assert CliRunner().invoke(program, asked).output.splitlines()[-1].endswith(" MB，没有另开工作进程")


def test_memory_of_a_worker_does_not_count_what_its_parent_had(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(NOTICE, "utf-8")
    held = b"1" * 400_000_000
    profile = Profile()
    run(Plan((tmp_path,), tmp_path / "out", 2, profile=profile), NoticeReader(Settings(profile=True)))
    assert len(held) > profile.worker > 0


def test_a_stage_that_comes_again_adds_up() -> None:
    laps = Laps()
    time.sleep(0.01)
    laps("read")
    time.sleep(0.01)
    laps("read")
    assert laps.seconds["read"] >= 0.02
