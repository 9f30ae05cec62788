"""``ledger.db`` is lost and ``tasks.csv`` is not: what staff wrote is in the file, and is taken from there."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from extractor.export.corrected import corrected_cell, found_before
from tests.export.analysed import sample
from tests.ledger.kept import keep

if TYPE_CHECKING:
    from pathlib import Path

Rows = list[dict[str, str]]


def ledger(out: Path, name: str = "tasks.csv") -> Rows:
    return list(csv.DictReader(io.StringIO((out / name).read_bytes().decode("utf-8-sig"), newline="")))


def fill(out: Path, rows: Rows) -> None:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(dict.fromkeys(column for row in rows for column in row)))
    writer.writeheader()
    writer.writerows(rows)
    (out / "tasks.csv").write_bytes(text.getvalue().encode("utf-8-sig"))


@pytest.fixture
def lost(tmp_path: Path) -> Path:
    """A ledger with a note, a correction, a task written in and a column of the office's, whose database is gone."""
    keep([sample()], tmp_path)
    first, second, third = ledger(tmp_path)
    by_hand = {"任务事项": "电话通知的事", "责任单位": "办公室", "备注": "口头"}
    corrected = second | {"截止日期": "2031-01-02", "责任单位": "甲处、乙处"}
    fill(tmp_path, [first | {"备注": "急", "督办领导": "赵某"}, corrected, third, by_hand])
    keep([sample()], tmp_path)
    for path in tmp_path.glob("ledger.*"):
        path.unlink()
    return tmp_path


def test_notes_corrections_and_added_tasks_are_there_again(lost: Path) -> None:
    before = ledger(lost)
    keep([sample()], lost)
    assert ledger(lost) == before
    assert before[1]["更正"].count("（原：") == 2
    assert (before[3]["规则"], before[0]["督办领导"]) == ("人工添加", "赵某")


def test_a_correction_can_still_be_taken_back(lost: Path) -> None:
    keep([sample()], lost)
    rows = ledger(lost)
    before = found_before(rows[1]["更正"])
    fill(lost, [row | before if row is rows[1] else row for row in rows])
    keep([sample()], lost)
    row = ledger(lost)[1]
    assert (row["更正"], row["截止日期"]) == ("", before["截止日期"])


def test_rows_of_notices_that_are_away_wait_whole_and_return(lost: Path) -> None:
    before = ledger(lost)
    keep([], lost)
    waiting = ledger(lost, "staff-notes.csv")
    assert [row["原文"] for row in waiting] == [row["原文"] for row in before[:2]]
    assert waiting[1]["更正"] == before[1]["更正"]
    keep([sample()], lost)
    assert ledger(lost) == before


@pytest.mark.parametrize(
    "found",
    [
        pytest.param({}, id="没有更正"),
        pytest.param({"截止日期": "2025-04-25"}, id="一栏"),
        pytest.param({"责任单位": "", "任务事项": "清理（原：旧）；截止日期", "完成时限": "6月底前"}, id="括号和分号"),
    ],
)
def test_the_mark_of_a_correction_says_what_stood_there(found: dict[str, str]) -> None:
    assert found_before(corrected_cell(found)) == found
