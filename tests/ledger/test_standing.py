"""A run over unchanged files writes nothing - and everything, as soon as anything that decides the outputs changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.engine import local
from extractor.engine.local import Plan, run
from extractor.engine.reading import NoticeReader
from extractor.ledger.outputs import write as outputs
from extractor.ledger.settings import OutputSettings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOTICE = "关于做好巡查工作的通知\n各科室：\n一、加强巡查\n请各科室于6月30日前报送名单。\n甲市水利局\n2025年5月6日\n"


class Office:
    """A folder of notices and one of outputs, and how often the outputs were written."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.notices, self.out, self.written = folder / "notices", folder / "out", 0
        self.notices.mkdir()
        (self.notices / "一.txt").write_text(NOTICE, "utf-8")
        write = outputs.write_outputs

        def counted(*arguments: object, **named: object) -> object:
            self.written += 1
            return write(*arguments, **named)  # type: ignore[arg-type]  # handed on as they came

        monkeypatch.setattr(local, "write_outputs", counted)
        self.run()

    def run(self, **terms: object) -> local.RunSummary:
        return run(Plan((self.notices,), self.out, **terms), NoticeReader())  # type: ignore[arg-type]  # fields of Plan

    def writes_again(self, **terms: object) -> bool:
        before = self.written
        self.run(**terms)
        return self.written > before


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    return Office(tmp_path, monkeypatch)


def test_nothing_is_written_where_nothing_changed(office: Office) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in office.out.iterdir() if path.name != "ledger.db"}
    assert not office.writes_again()
    assert {path.name: path.stat().st_mtime_ns for path in office.out.iterdir() if path.name in before} == before


def test_what_is_told_is_the_same(office: Office) -> None:
    first = office.run(force=True)
    again = office.run()
    assert (again.written, again.files, again.unchanged) == (first.written, 1, 1)


def edited(office: Office) -> None:
    path = office.out / "tasks.csv"
    path.write_text(path.read_text("utf-8").replace("加强巡查", "加强巡河", 1), "utf-8")


def deleted(office: Office) -> None:
    (office.out / "graph.json").unlink()


def noted(office: Office) -> None:
    (office.out / "staff-notes.csv").write_text("任务编号,备注\nabc,旧的备注\n", "utf-8")


def named(office: Office) -> None:
    (office.out / "names.toml").write_text('[[merge]]\nnames = ["甲市水利局", "甲市水务局"]\n', "utf-8")


def added(office: Office) -> None:
    (office.notices / "二.txt").write_text(NOTICE.replace("巡查", "排查"), "utf-8")


def renamed(office: Office) -> None:
    (office.notices / "一.txt").rename(office.notices / "三.txt")


def removed(office: Office) -> None:
    added(office)
    office.run()
    (office.notices / "一.txt").unlink()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(edited, id="改了台账"),
        pytest.param(deleted, id="删了输出"),
        pytest.param(noted, id="放进旧的备注"),
        pytest.param(added, id="来了新文件"),
        pytest.param(renamed, id="文件改名"),
        pytest.param(removed, id="文件没了"),
    ],
)
def test_everything_is_written_when_something_changed(change: Callable[[Office], None], office: Office) -> None:
    change(office)
    assert office.writes_again()


@pytest.mark.parametrize(
    "terms",
    [
        pytest.param({"force": True}, id="--force"),
        pytest.param({"lang": "en"}, id="--lang en"),
        pytest.param({"settings": OutputSettings(bom=False)}, id="--no-bom"),
    ],
)
def test_everything_is_written_when_it_was_asked_for_otherwise(terms: dict[str, object], office: Office) -> None:
    assert office.writes_again(**terms)


def test_what_was_told_once_is_not_told_for_ever(office: Office) -> None:
    (office.out / "tasks.csv").write_text("这不是台账", "utf-8")
    told = office.run().written.ledger_problems
    assert [problem["code"] for _, problem in told] == ["ledger-set-aside"]
    assert office.run().written.ledger_problems == ()


def test_a_file_that_cannot_be_read_is_tried_again_and_costs_no_outputs(office: Office) -> None:
    (office.notices / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    assert list(office.run().unread) == ["坏.docx"]
    assert not office.writes_again()
    assert list(office.run().unread) == ["坏.docx"]
