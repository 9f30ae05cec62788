"""The program as started: help, what it loads, how it speaks to odd consoles."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from extractor import VERSION
from extractor.commands.program import program
from extractor.commands.screen.console import printable
from tests.commands.sample_ledger import sample

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = (
    "chinese_calendar", "jieba", "jinja2", "lunar_python", "lxml", "networkx", "olefile", "pypdfium2", "regex", "rich",
    "starlette", "uvicorn",
)  # fmt: skip
LOADED = (
    "import json, sys\n"
    "from extractor.commands.program import program\n"
    "program(sys.argv[1:], standalone_mode=False)\n"
    "print('\\n' + json.dumps(sorted({name.split('.')[0] for name in sys.modules})))\n"
)


def loaded(*words: str) -> set[str]:
    """The packages that a command has loaded when it is done."""
    command = [sys.executable, "-c", LOADED, *words]
    environment = os.environ | {"PYTHONUTF8": "1"}
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", env=environment)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("words", [["--help"], ["run", "--help"], ["tasks", "--help"]], ids=" ".join)
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    assert loaded(*words).isdisjoint({*HEAVY, "multiprocessing", "tomllib"})


@pytest.mark.parametrize("word", ["tasks", "departments", "notices", "links", "search", "diff", "show"])
def test_a_question_loads_nothing_heavy(tmp_path: Path, word: str) -> None:
    words = [word, *(["清理"] if word in {"show", "search"} else []), "--out", str(sample(tmp_path))]
    assert loaded(*words).isdisjoint(HEAVY)


@pytest.mark.parametrize(
    "name",
    [
        "run", "tasks", "departments", "names", "notices", "links", "search", "graph", "show", "explain", "rules",
        "review", "import", "serve", "done", "reopen", "assign", "note", "progress", "history", "diff",
    ],
)
def test_every_command_has_help_in_both_languages(name: str) -> None:
    whole = CliRunner().invoke(program, ["--help"])
    own = CliRunner().invoke(program, [name, "--help"])
    assert (whole.exit_code, own.exit_code) == (0, 0)
    assert f"\n  {name} " in whole.stdout
    for text in (whole.stdout, own.stdout):
        assert any("\u4e00" <= each <= "\u9fff" for each in text)
        assert any(len(word) > 3 and word.isascii() and word.isalpha() for word in text.split())


def test_the_version_is_that_of_the_package() -> None:
    assert CliRunner().invoke(program, ["--version"]).stdout == f"extractor {VERSION}\n"


def test_an_unknown_command_is_a_wrong_usage() -> None:
    result = CliRunner().invoke(program, ["tusks"])
    assert result.exit_code == 2
    assert "tusks" in result.stderr


def started(*words: str, encoding: str) -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    command = [sys.executable, "-m", "extractor", *words]
    return subprocess.run(command, capture_output=True, check=False, env=environment)


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "utf-8"])
def test_what_goes_into_a_pipe_is_utf8_whatever_the_console(tmp_path: Path, encoding: str) -> None:
    done = started("show", "清理", "--out", str(sample(tmp_path)), encoding=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "甲校〔2024〕3号" in done.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="needs sh and head")
def test_a_reader_who_leaves_early_is_no_error(tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m extractor links --out "{sample(tmp_path)}" | head -n 1'
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=True)  # noqa: S607 - any shell will do
    assert done.stderr == b""


def test_a_mistake_of_the_program_is_a_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.commands.ask.tasks.opened", lambda *_: 1 / 0)
    result = CliRunner().invoke(program, ["tasks", "--out", str(tmp_path)])
    assert result.exit_code == 1
    assert result.stderr == (
        "extractor：程序出错（ZeroDivisionError：division by zero）。"
        "请加 --debug 再运行一次，把显示的内容交给维护人员。\n"
    )


def test_what_the_system_refuses_is_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, _: str) -> None:
        raise PermissionError(13, "Permission denied", str(path / "ledger.db"))

    monkeypatch.setattr("extractor.commands.ask.tasks.opened", refused)
    result = CliRunner().invoke(program, ["tasks", "--out", "结果"])
    assert result.exit_code == 1
    assert result.stderr.startswith("结果/ledger.db：系统不允许读写：Permission denied。请关闭")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("甲\x1b[2J乙", "甲\\x1b[2J乙", id="清屏"),
        pytest.param("甲\u202e乙", "甲\\u202e乙", id="反向书写"),
        pytest.param("甲\x07", "甲\\x07", id="响铃"),
        pytest.param("一行\n\t二行　完", "一行\n\t二行　完", id="正常文字"),
    ],
)
def test_control_characters_are_spelled_out(text: str, shown: str) -> None:
    assert printable(text) == shown
