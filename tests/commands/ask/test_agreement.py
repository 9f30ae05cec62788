"""Answers about one ledger agree with each other, and with ``tasks.csv``, twins and namesakes included."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from extractor.commands.program import program

CORPUS = Path(__file__).parents[2] / "knowledge" / "corpus"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("agreement")
    assert asked(folder, "run", str(CORPUS)).exit_code == 0
    return folder


def asked(out: Path, *words: str) -> Result:
    return CliRunner().invoke(program, [*words, "--out", str(out)])


def answer(out: Path, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(asked(out, *words, "--format", "json").stdout)
    return found


def table(out: Path) -> list[dict[str, str]]:
    text = (out / "tasks.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_last_line_of_a_run_counts_the_rows_of_the_ledger(out: Path) -> None:
    last = next(line for line in asked(out, "run", str(CORPUS)).stdout.splitlines() if line.startswith("共 "))
    assert f"任务 {len(table(out))} 项" in last
    assert len(answer(out, "tasks", "--limit", "0")) == len(table(out))


def test_progress_counts_each_department_as_departments_does(out: Path) -> None:
    day = ("--as-of", "2025-07-01")
    by_name = {row["department"]: (row["tasks"], row["overdue"]) for row in answer(out, "departments", *day)}
    assert {row["name"]: (row["tasks"], row["overdue"]) for row in answer(out, "progress", *day)} == by_name
    assert {"云江省各党支部", "东岭学院各党支部"} <= by_name.keys()


def test_progress_keeps_notices_of_one_title_apart(out: Path) -> None:
    groups = {row["name"]: row["tasks"] for row in answer(out, "progress", "--by", "document")}
    assert sum(groups.values()) == len(table(out))
    title = "东岭学院党政办公室关于报送年度工作总结的通知"
    assert {name: count for name, count in groups.items() if title in name} == {
        f"{title}（岭院办〔2024〕41号）": 2, f"{title}（岭院办〔2025〕40号）": 3,
    }  # fmt: skip


def test_a_task_of_a_version_that_does_not_count_cannot_be_done(out: Path) -> None:
    records = [json.loads(line) for line in (out / "analysis.jsonl").read_text("utf-8").splitlines()]
    (other,) = (record for record in records if record["file"].startswith("07-"))
    task = other["documents"][0]["tasks"][0]["id"]
    told = asked(out, "done", task)
    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr == (
        f"{task}：这项任务只在 07-东岭学院-校园安全.txt 里，那是同一公文的另一份，不计入台账。"
        "请改用台账里的那一项，编号见 extractor tasks。\n"
    )


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["due"], id="到期"),
        pytest.param(["due", "--within", "9999y"], id="很久以内"),
        pytest.param(["schedule", "--until", "9999-12-31", "--limit", "1"], id="日程"),
        pytest.param(["departments"], id="部门"),
        pytest.param(["progress"], id="进度"),
    ],
)
def test_the_first_and_the_last_day_of_the_calendar_are_days_too(out: Path, words: list[str], day: str) -> None:
    assert asked(out, *words, "--as-of", day).exit_code == 0
