"""The files of the outputs follow edits in the workbench, whatever hinders for a while."""

from __future__ import annotations

import datetime as dt
import time
from typing import TYPE_CHECKING

import pytest

from extractor.ledger.edits.at_once import Entry, Wish, edit
from extractor.store.database import entering, writing
from extractor.web import clerk as clerks
from extractor.web.clerk import Clerk
from tests.commands.sample_ledger import sample

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE = 30.0  # seconds; a process has to start


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return sample(tmp_path)


def write(out: Path, state: str, seen: str = "") -> None:
    with entering(out) as ledger:
        moment = dt.datetime(2024, 7, 1, 9, 30)  # noqa: DTZ001 - runs note local time
        edit(ledger, [Wish("aaa111", "状态", seen, state)], Entry(out, "web", moment))


def comes_true(fact: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while not fact() and time.monotonic() < end:
        time.sleep(0.05)
    return fact()


def shows(out: Path, words: str) -> bool:
    return words in (out / "tasks.csv").read_text("utf-8-sig")


def test_the_files_follow_and_what_an_earlier_workbench_left_is_written_at_the_start(out: Path) -> None:
    write(out, "进行中")
    with Clerk(out, quiet=0.05) as clerk:
        assert comes_true(lambda: not clerk.behind)
        assert shows(out, "进行中")


def test_a_ledger_that_a_run_holds_is_waited_for_and_the_end_writes_what_is_pending(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clerks, "_AGAIN", 0.05)
    with Clerk(out, quiet=0.05) as clerk:
        with writing(out):
            write(out, "进行中")
            clerk.later()
            time.sleep(0.3)
        write(out, "已完成", "进行中")
    assert shows(out, "已完成")
    assert clerk.trouble is None


def test_a_file_that_cannot_be_written_is_told(out: Path) -> None:
    (out / "graph.html").unlink()
    (out / "graph.html").mkdir()
    write(out, "进行中")
    with Clerk(out, quiet=0.05) as clerk:
        assert comes_true(lambda: clerk.trouble is not None)
        assert clerk.trouble
        assert "graph.html：无法写入" in clerk.trouble.text
        (out / "graph.html").rmdir()
    assert not clerk.behind


def test_without_ledger_there_is_nothing_to_follow(tmp_path: Path) -> None:
    with Clerk(tmp_path, quiet=0.05) as clerk:
        assert not clerk.behind
