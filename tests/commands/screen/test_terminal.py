"""What only a person at a terminal sees."""

from __future__ import annotations

import io
import sys

import pytest

from extractor.commands.screen import progress, terminal
from extractor.commands.screen.progress import Progress
from extractor.commands.screen.tables import print_rows


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_words_in_a_table_are_never_taken_for_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    print_rows([{"标题": "[red]关于[/red]清理:smile:的通知", "任务": 3}], ("标题", "任务"), "table")
    assert "[red]关于[/red]清理:smile:的通知" in screen.getvalue()


def test_figures_stand_to_the_right(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.show_table(("任务",), [("3",), ("12",)], [True])
    assert [line.rstrip() for line in capsys.readouterr().out.splitlines()[-3:-1]] == ["    3", "   12"]


@pytest.mark.parametrize(
    ("patience", "shown"), [pytest.param(0.0, True, id="等久了"), pytest.param(60.0, False, id="很快")]
)
def test_a_bar_is_for_those_who_wait(monkeypatch: pytest.MonkeyPatch, patience: float, shown: bool) -> None:  # noqa: FBT001 - a case of the table
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "_PATIENCE", patience)
    with Progress() as bar:
        bar(1, 2, "甲.txt")
        bar(2, 2, "乙.txt")
    assert ("读取 Reading" in screen.getvalue()) is shown
    assert bar.done == 2


def test_nobody_looks_at_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    with Progress() as bar:
        bar(1, 2, "甲.txt")
    assert pipe.getvalue() == ""
