"""``extractor explain FILE --at N``: every rule that claimed the place, and why it won or lost."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from extractor.commands.program import program
from extractor.model.contender import Contender
from extractor.model.span import Span

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.model.source import Source

REASON = "：文件设有打开密码，未能读取。请用密码打开后另存为不加密的文件，再重新运行。"


def contenders(source: Source, _book: object, at: int) -> tuple[Contender, ...]:
    """Two rules claim every place except the first."""
    if at == 0:
        return ()
    long, short = Span(at, at + 4), Span(at, at + 2)
    return (
        Contender("time.long", source.quote(long), long, won=True),
        Contender("time.short", source.quote(short), short, won=False, reason="file-encrypted"),
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with one notice in its corpus."""
    monkeypatch.setitem(sys.modules, "extractor.pipeline", SimpleNamespace(explain=contenders))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus" / "甲").mkdir(parents=True)
    (tmp_path / "corpus" / "甲" / "通知.txt").write_text("请于6月底前报送。", "utf-8")
    return tmp_path


def asked(*words: str) -> Result:
    return CliRunner().invoke(program, ["explain", *words])


@pytest.mark.parametrize(
    "name",
    [pytest.param("甲/通知.txt", id="台账中的名称"), pytest.param("corpus/甲/通知.txt", id="路径")],
)
def test_a_file_is_found_by_its_name_and_by_its_path(folder: Path, name: str) -> None:
    del folder
    result = asked(name, "--at", "2")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [line.split()[:5] for line in result.stdout.splitlines()] == [
        ["结果", "规则", "原文", "位置", "说明"],
        ["胜", "time.long", "6月底前", "2–6"],
        ["负", "time.short", "6月", "2–4", REASON],
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(["甲/通知.txt", "--at", "0"], "甲/通知.txt 0：没有找到任何规则", id="此处没有规则"),
        pytest.param(["乙.txt", "--at", "2"], "乙.txt：没有找到这个文件。", id="没有这个文件"),
        pytest.param(["乙.txt", "--at", "2", "--source", "别处"], "别处：没有这个文件", id="没有这个文件夹"),
    ],
)
def test_what_is_not_there_is_said(folder: Path, words: list[str], message: str) -> None:
    del folder
    result = asked(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(message)
