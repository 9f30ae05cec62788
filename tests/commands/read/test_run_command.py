"""``extractor run`` as a person meets it: what is printed, where, and the exit status."""

from __future__ import annotations

import re
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from extractor.commands.program import program
from extractor.commands.read import run_report
from extractor.model.found import Found
from extractor.model.notice import Analysis, Document, Frame, Task
from extractor.model.problem import Problem
from extractor.model.span import Span

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.model.source import Source

UNSUPPORTED = b"Rar!\x1a\x07" + b"\0" * 40


def one_task(source: Source, *_: object, **__: object) -> Analysis:
    """The first line is the title, the text one task; 停 stops the run, 错 is a mistake of the program."""
    doubts = (Problem("impossible-date"), Problem("no-task-found", None, "info")) if "疑" in source.text else ()
    if "停" in source.text:
        raise KeyboardInterrupt
    if "错" in source.text:
        raise ZeroDivisionError
    title = source.text.splitlines()[0]
    whole = Span(0, len(source.text))
    task = Task(source.sha256[:6], "task", title, whole, "task.fake")
    frame = Frame(title=Found(title, Span(0, len(title)), "title.fake"))
    return Analysis(source, (Document(source.sha256[:6], "notice", None, whole, frame, (), (task,)),), doubts)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a corpus of two notices."""
    monkeypatch.setitem(sys.modules, "extractor.pipeline", SimpleNamespace(analyse=one_task))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "一.txt").write_text("关于清理的通知\n请清理。", "utf-8")
    (tmp_path / "corpus" / "二.txt").write_text("关于检查的通知\n请检查。", "utf-8")
    return tmp_path


def ran(*words: str) -> Result:
    return CliRunner().invoke(program, ["run", "--jobs", "1", *words])


def closing(result: Result) -> str:
    return str(result.stdout.splitlines()[-1])


def test_a_first_run_shows_each_notice_and_closes_with_one_line(folder: Path) -> None:
    result = ran()
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "文件    标题            公文  任务  有时限  引用  待核",
        "一.txt  关于清理的通知  1     1     0       0     0",
        "二.txt  关于检查的通知  1     1     0       0     0",
        "共 2 个文件（新读 2，未变 0，未能读取 0）：公文 2 份、任务 2 项、关联 2 条 → outputs/tasks.csv",
    ]
    assert (folder / "outputs" / "tasks.csv").is_file()


def test_a_second_run_only_closes(folder: Path) -> None:
    del folder
    ran()
    assert ran().stdout == (
        "共 2 个文件（新读 0，未变 2，未能读取 0）：公文 2 份、任务 2 项、关联 2 条 → outputs/tasks.csv\n"
    )


def test_in_english(folder: Path) -> None:
    del folder
    for result in (ran("--lang", "en", "--force"), CliRunner().invoke(program, ["--lang", "en", "run", "--force"])):
        assert closing(result) == (
            "2 files (2 read, 0 unchanged, 0 not readable): 2 documents, 2 tasks, 2 links → outputs/tasks.csv"
        )


def test_the_language_after_the_command_wins(folder: Path) -> None:
    del folder
    result = CliRunner().invoke(program, ["--lang", "en", "run", "--lang", "zh"])
    assert closing(result).startswith("共 2 个文件")


def test_the_last_line_counts_what_is_to_be_checked(folder: Path) -> None:
    (folder / "corpus" / "三.txt").write_text("关于疑问的通知", "utf-8")
    (folder / "corpus" / "空.txt").write_bytes(b"")
    assert closing(ran()) == "1 处待核，见 outputs/problems.csv"
    assert closing(ran()) == "1 处待核，见 outputs/problems.csv"
    assert closing(ran("--lang", "en")) == "1 to be checked, see outputs/problems.csv"


def test_what_a_stopped_run_had_read_is_shown_by_the_run_that_goes_on(folder: Path) -> None:
    (folder / "corpus" / "停.txt").write_text("停", "utf-8")
    ran()
    (folder / "corpus" / "停.txt").write_text("关于继续的通知", "utf-8")
    lines = ran().stdout.splitlines()
    assert [line.split()[0] for line in lines[1:-1]] == ["一.txt", "二.txt", "停.txt"]
    assert lines[-1].startswith("共 3 个文件（新读 3，未变 0，未能读取 0）")


def test_every_file_that_was_not_read_is_named_with_reason_and_advice(folder: Path) -> None:
    (folder / "corpus" / "空.txt").write_bytes(b"")
    (folder / "corpus" / "错.txt").write_text("错", "utf-8")
    result = ran()
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert lines == [
        "空.txt：文件里没有文字。请检查文件是否下载完整，或者内容是否全是图片。",
        (
            "错.txt：处理时程序出错（ZeroDivisionError），这份文件没有结果。"
            "请把这份文件和这条信息交给维护人员；其他文件不受影响。"
        ),
    ]
    assert closing(result).startswith("共 4 个文件（新读 2，未变 0，未能读取 2）：公文 2 份")
    assert closing(ran()).startswith("共 4 个文件（新读 0，未变 2，未能读取 2）：公文 2 份")


def test_what_a_worker_process_could_not_read_is_named_like_anything_else(folder: Path) -> None:
    (folder / "corpus" / "包.rar").write_bytes(UNSUPPORTED)
    result = ran()
    assert (result.exit_code, result.stderr) == (
        1, "包.rar：这是压缩包（ZIP/RAR/7Z），没有读取。请先解压，再把里面的文件放入。\n"
    )  # fmt: skip


def test_limits_that_are_wrong_are_told_before_anything_is_read(folder: Path) -> None:
    (folder / "limits.toml").write_text("second = 300", "utf-8")
    result = ran("--limits", "limits.toml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "limits.toml：上限文件有误：“second”。"
        "每行写成 seconds = 300 的样子，数值是大于 0 的整数；可以写哪些，见 docs/limits.md。\n"
    )


def test_limits_can_be_tightened(folder: Path) -> None:
    (folder / "limits.toml").write_text("text-characters = 5", "utf-8")
    result = ran("--limits", "limits.toml")
    assert result.stderr.splitlines()[0] == (
        "一.txt：文字太多（13 字，最多 5 字）。请把文件拆成几份，或者删去与通知无关的部分后再放入。"
    )

def test_debugging_shows_the_programs_mistake(folder: Path) -> None:
    (folder / "corpus" / "错.txt").write_text("错", "utf-8")
    result = CliRunner().invoke(program, ["--debug", "run", "--jobs", "1"])
    assert isinstance(result.exception, ZeroDivisionError)


def test_stopping_keeps_what_was_read(folder: Path) -> None:
    (folder / "corpus" / "停.txt").write_text("停", "utf-8")
    (folder / "corpus" / "〇.txt").write_text("先读这份", "utf-8")
    result = ran()
    assert (result.exit_code, result.stdout) == (130, "")
    assert result.stderr == (
        "已停止：读完的 3 个文件已保留在 outputs。再次运行 extractor run 将从这里继续。\n"
    )


def test_a_long_list_is_cut_and_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del folder
    monkeypatch.setattr(run_report, "_MOST_ROWS", 1)
    assert ran().stdout.splitlines()[2] == "… 另有 1 个文件，详见 outputs/notices.csv"


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        pytest.param(
            ["没有"], 2,
            "没有：没有这个文件或文件夹。请检查路径是否写对；不写路径时读取 corpus/。\n", id="没有这个路径"
        ),
        pytest.param(
            ["空"], 1,
            "空：文件夹里没有可读取的文件。请把公文（TXT、DOC/WPS、DOCX、PDF、OFD、HTML、RTF、XLSX、邮件、扫描件）放进去，"
            "再运行一次；已有的结果没有改动。\n",
            id="空文件夹",
        ),
        pytest.param(
            ["--out", "占用"], 1, "占用/tasks.csv：", id="结果写不进去"
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said(folder: Path, words: list[str], status: int, message: str) -> None:
    (folder / "空").mkdir()
    (folder / "占用" / "tasks.csv").mkdir(parents=True)
    result = ran(*words)
    assert (result.exit_code, result.stdout) == (status, "")
    assert result.stderr.startswith(message)


def test_rules_that_are_wrong_are_shown_with_file_and_line(folder: Path) -> None:
    (folder / "mine").mkdir()
    (folder / "mine" / "deadlines.toml").write_text('\n[[rule]]\nid = "my.rule"\n', "utf-8")
    result = ran("--patterns", "mine")
    assert (result.exit_code, result.stdout) == (2, "")
    assert re.match(r".*deadlines\.toml:2：", result.stderr)


def test_a_date_is_written_one_way(folder: Path) -> None:
    del folder
    result = ran("--as-of", "2024年6月")
    assert result.exit_code == 2
    assert "“2024年6月”不是日期，请写成 2024-06-30 的样子" in result.stderr


def test_file_names_cannot_command_the_terminal(folder: Path) -> None:
    (folder / "corpus" / "\x1b[31m红\n.txt").write_bytes(b"")
    assert ran().stderr.splitlines() == [
        "\\x1b[31m红\\n.txt：文件里没有文字。请检查文件是否下载完整，或者内容是否全是图片。"
    ]
