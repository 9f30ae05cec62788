"""A long scan has its time by the page; a page that never ends costs itself and those behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.engine.incoming import Incoming
from extractor.engine.workers import share
from extractor.ingest.changing import changed
from extractor.ingest.pulse import PageBegun, heard_by
from tests.engine.fake_readers import PAGES, FakeReader

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.model.record import Record


def read(path: Path, *numbers: int) -> Record:
    path.write_text(" ".join((PAGES, *map(str, numbers))), "utf-8")
    ((_, record),) = share([Incoming(path, path.name)], FakeReader(), 1)
    return record


CASES = [
    pytest.param((8, 4, 0), {"seconds": 2}, "8", id="合计超过一页的时限"),
    pytest.param((9, 1, 3), {"seconds": 1}, "2", id="第三页卡住"),
    pytest.param((9, 1, -4), {}, "3", id="第四页进程退出"),
    pytest.param((30, 2, 0), {"scan-seconds": 1}, "", id="合计时限"),
]


@pytest.mark.parametrize(("pages", "limits", "recognised"), CASES)
def test_pages_that_were_recognised_are_kept(
    tmp_path: Path, pages: tuple[int, ...], limits: dict[str, int], recognised: str
) -> None:
    with changed(limits):
        record = read(tmp_path / "扫描.txt", *pages)
    assert record["status"] == "ok"
    assert record["text"] == recognised or (not recognised and 1 <= int(record["text"]) < pages[0])


def test_a_file_that_hangs_on_its_first_page_is_given_up(tmp_path: Path) -> None:
    with changed({"seconds": 1}):
        record = read(tmp_path / "扫描.txt", 3, 1, 1)
    assert [problem["code"] for problem in record["problems"]] == ["file-too-slow"]


def test_whoever_listens_hears_which_page_of_which_file_was_begun(tmp_path: Path) -> None:
    heard: list[PageBegun] = []
    with heard_by(heard.append):
        read(tmp_path / "扫描.txt", 3, 0, 0)
    assert heard == [PageBegun("扫描.txt", page, 3) for page in (1, 2, 3)]
    read(tmp_path / "扫描.txt", 3, 0, 0)
    assert len(heard) == 3
