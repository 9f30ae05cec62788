"""``extractor watch`` as a person meets it: its lines, its end, and who else may work on the same ledger."""

from __future__ import annotations

import csv
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.model.errors import ExtractorError
from extractor.store.database import reading
from extractor.store.files import stamps
from tests.engine.bombs import numbered_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 30.0
TIME = re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d ")
NOTICE = "关于开展{}的通知\n各科室：\n一、全面排查。请综合科于2026年5月底前完成排查。\n甲市教育局\n2026年3月1日\n"
UNIX = pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
BEGAN = "正在看着 corpus，结果写入 outputs；按 Ctrl-C 结束"
ENDED = "已结束：读完的文件都保留在 outputs。再次运行 extractor watch 或 extractor run 将从这里继续。"
FIRST = [BEGAN, "新增 一.txt：公文 1 份、任务 1 项", "台账现有文件 1 个、公文 1 份、任务 1 项 → outputs/tasks.csv"]


class Watching:
    """A watch as a process of its own, and the lines that it has written so far, without their time."""

    def __init__(self, folder: Path, process: subprocess.Popen[bytes]) -> None:
        self.folder = folder
        self.process = process

    def lines(self) -> list[str]:
        written = (self.folder / "log").read_text("utf-8").splitlines()
        assert all(map(TIME.match, written)), written
        return [TIME.sub("", line) for line in written]

    def says(self, line: str) -> None:
        wait_until(lambda: line in self.lines())

    def end(self, number: int = signal.SIGINT) -> int:
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


def wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "extractor", *words]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "corpus").mkdir()
    put(tmp_path, "一.txt")
    return tmp_path


def put(folder: Path, name: str, subject: str = "排查") -> None:
    (folder / "corpus" / name).write_text(NOTICE.format(subject), "utf-8")


@contextmanager
def watching(folder: Path, *words: str, before: tuple[str, ...] = ()) -> Iterator[Watching]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [*before, *command("watch", "--quiet-time", "0.2", *words)], cwd=folder, env=environment,
            stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
    try:
        yield Watching(folder, process)
    finally:
        process.kill()
        process.wait()


def ran(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command(*words), cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False,
        timeout=PATIENCE,
    )  # fmt: skip


@UNIX
def test_a_line_for_each_file_and_one_for_the_ledger(folder: Path) -> None:
    with watching(folder) as watch:
        watch.says(FIRST[-1])
        assert watch.lines() == FIRST
        (folder / "corpus" / "一.txt").rename(folder / "corpus" / "二.txt")
        watch.says("改名 一.txt → 二.txt")
        (folder / "corpus" / "空\x1b.txt").write_bytes(b"")
        watch.says("新增 空\\x1b.txt：文件里没有文字。请检查文件是否下载完整，或者内容是否全是图片。")
        put(folder, "三.txt", "检查")
        watch.says("新增 三.txt：公文 1 份、任务 1 项")
        (folder / "corpus" / "三.txt").unlink()
        watch.says("删除 三.txt：其中的任务已移出台账")
        assert watch.end() == 0
        assert watch.lines()[-1] == ENDED


@UNIX
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=str)
def test_whoever_ends_it_gets_a_clean_end_and_the_next_goes_on(folder: Path, number: int) -> None:
    with watching(folder) as watch:
        watch.says(FIRST[-1])
        assert watch.end(number) == 0
        assert watch.lines() == [*FIRST, ENDED]
    with watching(folder, "--poll") as watch:
        watch.says("没有新的或改动的文件；台账现有文件 1 个、公文 1 份、任务 1 项 → outputs/tasks.csv")
        assert watch.end(number) == 0


@UNIX
def test_started_with_nohup_it_outlives_the_terminal(folder: Path) -> None:
    with watching(folder, before=("nohup",)) as watch:
        wait_until(lambda: FIRST[-1] in (folder / "log").read_text("utf-8"))
        watch.process.send_signal(signal.SIGHUP)
        put(folder, "二.txt", "检查")
        wait_until(lambda: "新增 二.txt" in (folder / "log").read_text("utf-8"))
        assert watch.end(signal.SIGTERM) == 0


@UNIX
def test_notes_that_lose_their_task_are_told_once(folder: Path) -> None:
    put(folder, "二.txt", "检查")
    ran(folder, "run")
    ledger = folder / "outputs" / "tasks.csv"
    with ledger.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0]["备注"] = "已与综合科核对"
    with ledger.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    with watching(folder) as watch:
        wait_until(lambda: any(line.startswith("没有新的") for line in watch.lines()))
        (folder / "corpus" / rows[0]["来源文件"]).unlink()
        wait_until(lambda: any("staff-notes.csv" in line for line in watch.lines()))
        put(folder, "三.txt", "清理")
        watch.says("新增 三.txt：公文 1 份、任务 1 项")
        assert watch.end() == 0
        assert sum("staff-notes.csv" in line for line in watch.lines()) == 1


@UNIX
def test_the_run_in_hand_is_stopped_and_what_it_read_is_kept(folder: Path) -> None:
    put(folder, "一.docx")
    (folder / "corpus" / "二.txt").write_bytes(numbered_text(60_000))
    with watching(folder, "--jobs", "2") as watch:
        wait_until(lambda: stored(folder / "outputs") == ["一.docx", "一.txt"])
        assert watch.end(signal.SIGTERM) == 0
        assert watch.lines() == [BEGAN, ENDED]
        wait_until(lambda: not alive(watch.process.pid))
    assert stored(folder / "outputs") == ["一.docx", "一.txt"]


def stored(out: Path) -> list[str]:
    """The files that the ledger holds so far, also while a run writes to it."""
    try:
        with reading(out) as ledger:
            return sorted(stamps(ledger))
    except ExtractorError:  # not made yet
        return []


def alive(group: int) -> bool:
    """Whether any process of the group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@UNIX
def test_a_second_watch_says_so_and_ends(folder: Path) -> None:
    with watching(folder) as watch:
        watch.says(BEGAN)
        second = ran(folder, "watch")
        assert (second.returncode, second.stdout) == (1, "")
        assert second.stderr == (
            "outputs：已有另一个 extractor watch 在写这个文件夹。一个结果文件夹只用一个 watch："
            "要看几个文件夹，请写在同一条命令里；否则请用 --out 另指定结果文件夹。\n"
        )
        watch.says(FIRST[-1])


@UNIX
def test_a_run_and_questions_beside_a_watch_do_no_harm(folder: Path) -> None:
    with watching(folder) as watch:
        watch.says(FIRST[-1])
        put(folder, "二.txt", "检查")
        run = ran(folder, "run")
        assert run.returncode == 0 or "另一个 extractor 正在写这个文件夹" in run.stderr
        put(folder, "三.txt", "清理")
        watch.says("台账现有文件 3 个、公文 3 份、任务 3 项 → outputs/tasks.csv")
        assert ran(folder, "tasks", "--format", "csv").stdout.count("2026-05-31") == 3
        assert watch.end() == 0


@UNIX
def test_rules_that_break_while_it_watches_are_told_and_mended(folder: Path) -> None:
    (folder / "mine").mkdir()
    (folder / "mine" / "words.toml").write_text('[[words]]\nid = "my.seas"\nmeans = "x"\nwords = ["海"]\n', "utf-8")
    with watching(folder, "--patterns", "mine") as watch:
        watch.says(FIRST[-1])
        (folder / "mine" / "deadlines.toml").write_text('\n[[rule]]\nid = "my.rule"\n', "utf-8")
        wait_until(lambda: "deadlines.toml:2：" in watch.lines()[-1])
        (folder / "mine" / "deadlines.toml").write_text(
            '[[words]]\nid = "my.words"\nmeans = "x"\nwords = ["甲"]\n', "utf-8"
        )
        watch.says("重读 一.txt：公文 1 份、任务 1 项")
        assert watch.end() == 0


def test_a_folder_that_is_not_there_is_a_mistake_at_the_start(folder: Path) -> None:
    done = ran(folder, "watch", "没有")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("没有：没有这个文件或文件夹。")
