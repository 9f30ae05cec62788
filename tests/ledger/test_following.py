"""A corrected re-issue arrives and goes away again: what staff wrote stands beside the task that counts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from extractor.engine.local import Plan, run
from extractor.engine.reading import NoticeReader, Settings
from tests.ledger.test_lost_database import Rows, fill, ledger

CORPUS = Path(__file__).parents[1] / "knowledge" / "corpus"
FIRST, REISSUE = "07-东岭学院-校园安全.txt", "08-东岭学院-校园安全（更正）.txt"


def read(folder: Path, *names: str) -> Path:
    """Read these notices; returns the folder of the outputs."""
    notices, out = folder / "notices", folder / "out"
    shutil.rmtree(notices, ignore_errors=True)
    notices.mkdir()
    for name in names:
        shutil.copy(CORPUS / name, notices / name)
    run(Plan((notices,), out, jobs=1), NoticeReader(Settings()))
    return out


def edit(out: Path, row: int, **cells: str) -> str:
    rows = ledger(out)
    fill(out, [each | cells if each is rows[row] else each for each in rows])
    return rows[row]["任务编号"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The first task of the notice has a state, a person and a corrected day; then the re-issue arrives."""
    out = read(tmp_path, FIRST)
    edit(out, 0, 状态="进行中", 责任人="王某", 截止日期="2025-04-20")
    read(tmp_path, FIRST, REISSUE)
    return tmp_path


def row(folder: Path) -> dict[str, str]:
    return ledger(folder / "out")[0]


def shown(row: dict[str, str]) -> list[str]:
    return [row[column] for column in ("来源文件", "状态", "责任人", "截止日期", "更正")]


CORRECTED = "截止日期（原：2025-04-18）"


def test_cells_follow_the_version_that_counts_and_say_what_was_corrected(folder: Path) -> None:
    assert shown(row(folder)) == [REISSUE, "进行中", "王某", "2025-04-20", CORRECTED]


def test_a_cell_emptied_beside_the_new_version_stays_empty(folder: Path) -> None:
    edit(folder / "out", 0, 责任人="")
    read(folder, FIRST, REISSUE)
    read(folder, FIRST, REISSUE)
    assert shown(row(folder)) == [REISSUE, "进行中", "", "2025-04-20", CORRECTED]


def test_a_correction_taken_back_beside_the_new_version_is_none(folder: Path) -> None:
    edit(folder / "out", 0, 截止日期="2025-04-18")
    read(folder, FIRST, REISSUE)
    assert shown(row(folder)) == [REISSUE, "进行中", "王某", "2025-04-18", ""]


def test_cells_return_when_the_new_version_goes_away(folder: Path) -> None:
    edit(folder / "out", 0, 状态="已完成")
    read(folder, FIRST)
    assert shown(row(folder)) == [FIRST, "已完成", "王某", "2025-04-20", CORRECTED]
    assert not (folder / "out" / "staff-notes.csv").exists()


def test_what_both_versions_say_differently_is_kept_outside(tmp_path: Path) -> None:
    old = edit(read(tmp_path, FIRST), 0, 备注="写在旧的")
    read(tmp_path, REISSUE)
    edit(tmp_path / "out", 0, 备注="写在新的")
    out = read(tmp_path, FIRST, REISSUE)
    kept: Rows = ledger(out, "staff-notes.csv")
    assert (ledger(out)[0]["备注"], [(each["任务编号"], each["备注"]) for each in kept]) == (
        "写在新的", [(old, "写在旧的")],
    )  # fmt: skip


def test_a_correction_is_told_against_the_version_that_counts_only(tmp_path: Path) -> None:
    out = read(tmp_path, FIRST)
    edit(out, 0, 截止日期="2025-04-20")
    text = (CORPUS / FIRST).read_text("utf-8").replace("4月18日", "4月19日")
    (tmp_path / "notices" / "09-后来的副本.txt").write_text(text, "utf-8")
    run(Plan((tmp_path / "notices",), out, jobs=1), NoticeReader(Settings()))
    assert shown(row(tmp_path))[3:] == ["2025-04-20", CORRECTED]
    assert not [each for each in ledger(out, "problems.csv") if each["代码"] == "correction-overtaken"]
