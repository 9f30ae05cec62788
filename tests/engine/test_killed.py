"""Killed at any moment, the ledger opens, holds whole files, keeps what staff wrote, and the next run goes on."""

from __future__ import annotations

import csv
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extractor.model.errors import ExtractorError
from extractor.store.database import reading
from extractor.store.files import all_stored

ROOT = Path(__file__).resolve().parents[2]
KILLS = 50
STAYING = 5  # the first so many notices are in every turn
WRITTEN = {"状态": "进行中", "备注": "=已报两所"}
NOTICE = """\
甲市{name}局关于开展{name}检查的通知
甲{name}发〔2026〕{number}号
各县（区）{name}局：
一、全面排查。各单位要逐项排查，2026年5月底前完成。（责任单位：综合科）
二、建立台账。各单位要逐项登记，每月{number}日前报送综合科。（责任单位：信息科）
甲市{name}局
2026年3月{number}日
"""


def put(corpus: Path, turn: int) -> None:
    """Ten notices; in every turn some are new, some corrected, some gone.

    None is both: one that came back corrected would keep the id of its correction, or not, by the moment of the kill.
    """
    corpus.mkdir(exist_ok=True)
    for old in corpus.iterdir():
        old.unlink()
    for number in range(1, 11):
        stays = number <= STAYING
        if stays or (number + turn) % 7:
            word = "逐一" if stays and (number + turn) % 3 else "逐项"
            text = NOTICE.format(name="教育", number=number).replace("逐项", word)
            (corpus / f"{number}.txt").write_text(text, "utf-8")


def command(corpus: Path, out: Path) -> list[str]:
    return [sys.executable, "-m", "extractor", "run", str(corpus), "--out", str(out)]


def run(corpus: Path, out: Path) -> None:
    subprocess.run(command(corpus, out), check=True, capture_output=True, cwd=ROOT)


def kill(words: list[str], after: float) -> None:
    """Start a run, and kill it after so many seconds."""
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT) as process:
        time.sleep(after)
        os.kill(process.pid, signal.SIGKILL)


def rows(out: Path) -> list[dict[str, str]]:
    with (out / "tasks.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def note(out: Path) -> str:
    """Staff fill in the row of a notice that stays in every turn; returns the id of the task."""
    filled = rows(out)
    row = next(each for each in filled if each["来源文件"] == f"{STAYING}.txt")
    row.update(WRITTEN)
    with (out / "tasks.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(row))
        writer.writeheader()
        writer.writerows(filled)
    return row["任务编号"]


def whole(out: Path) -> bool:
    """Whether the database is sound and every file in it too; before it is made there is nothing to be broken."""
    try:
        with reading(out) as ledger:
            sound = ledger.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            return sound and all(record["text"] for record in all_stored(ledger))
    except ExtractorError:
        return False


def outputs(out: Path) -> dict[str, bytes]:
    """All but the database and the calendar, which number the changes on the way."""
    return {path.name: path.read_bytes() for path in out.iterdir() if path.stem not in {"ledger", "calendar"}}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_the_ledger_survives_being_killed_at_fifty_random_moments(tmp_path: Path) -> None:
    chance = random.Random(20260302)  # noqa: S311 - moments, not secrets
    corpus, out = tmp_path / "corpus", tmp_path / "out"
    put(corpus, 1)
    began = time.monotonic()
    run(corpus, out)
    longest = time.monotonic() - began
    task = note(out)
    for turn in range(KILLS):
        put(corpus, turn)
        kill(command(corpus, out), chance.uniform(0.1, 1.0) * longest)
        assert whole(out)
    put(corpus, 1)
    run(corpus, out)
    (row,) = (row for row in rows(out) if row["任务编号"] == task)
    assert {column: row[column].removeprefix("'") for column in WRITTEN} == WRITTEN
    assert not [name for name in outputs(out) if name.endswith(".part")]
    undisturbed = tmp_path / "undisturbed"
    run(corpus, undisturbed)
    note(undisturbed)
    run(corpus, undisturbed)
    assert outputs(out) == outputs(undisturbed)
