"""What a stopped run leaves for the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.engine.incoming import Incoming
from extractor.engine.journal import Journal
from tests.engine.fake_readers import FakeReader

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.model.record import Record


def found(folder: Path, name: str, text: str) -> Record:
    path = folder / name
    path.write_text(text, "utf-8")
    return FakeReader()(Incoming(path, name))


def test_what_was_noted_is_there_for_the_next_run(tmp_path: Path) -> None:
    records = (found(tmp_path, "甲.txt", "一\u2028二"), found(tmp_path, "乙.txt", "三"))
    with Journal(tmp_path / "out") as journal:
        for record in records:
            journal.add(record)
    assert Journal(tmp_path / "out").records() == records


def test_a_line_cut_off_by_a_crash_does_not_count(tmp_path: Path) -> None:
    record = found(tmp_path, "甲.txt", "一")
    with Journal(tmp_path) as journal:
        journal.add(record)
        journal.add(record)
    whole = journal.path.read_bytes()
    journal.path.write_bytes(whole[:-20])
    assert Journal(tmp_path).records() == (record,)


def test_a_run_goes_on_behind_a_line_cut_off_by_a_crash(tmp_path: Path) -> None:
    first, second = found(tmp_path, "甲.txt", "一"), found(tmp_path, "乙.txt", "二")
    (tmp_path / "unfinished.jsonl").write_text('{"file": "丙', "utf-8")
    for record in (first, second):
        with Journal(tmp_path) as journal:
            journal.add(record)
    assert Journal(tmp_path).records() == (first, second)


def test_nothing_noted_means_no_file(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        pass
    journal.remove()
    assert journal.records() == ()
    assert list(tmp_path.iterdir()) == []
