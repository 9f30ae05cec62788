"""The desk where readings are asked for: one at a time, told file by file, and outliving whatever goes wrong."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from extractor.ingest.pulse import PageBegun
from extractor.store import files
from extractor.store.database import reading, writing
from extractor.web.office import Office
from extractor.web.work import Readings, Wish
from tests.commands.sample_ledger import sample
from tests.web import fake_readings
from tests.web.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from pathlib import Path

    from extractor.web.work.child import Order
    from extractor.web.work.state import State

    Reads = Callable[[Connection, Order], None]

PATIENCE = 30.0


@contextmanager
def desk(office: Office) -> Iterator[Readings]:
    readings = Readings(office)
    try:
        yield readings
    finally:
        readings.close()


def until(readings: Readings, is_so: Callable[[State], bool]) -> State:
    """The state as soon as it is so."""
    end = time.monotonic() + PATIENCE
    while not is_so(readings.state):
        assert time.monotonic() < end, readings.state
        time.sleep(0.01)
    return readings.state


def idle(readings: Readings) -> State:
    return until(readings, lambda state: not state.busy)


@pytest.fixture
def place(tmp_path: Path) -> Office:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "outputs").mkdir()
    words = "关于报送总结的通知\n各科室：\n请人事处于2024年6月30日前报送总结。\n"
    (tmp_path / "corpus" / "通知.txt").write_text(words, "utf-8")
    return Office(tmp_path / "outputs", tmp_path / "corpus", now=lambda: TODAY)


@pytest.fixture
def with_child(monkeypatch: pytest.MonkeyPatch) -> Callable[[Reads], None]:
    monkeypatch.setattr("extractor.web.work.readings._QUIET", 0.02)
    monkeypatch.setattr("extractor.web.work.readings._AGAIN", 0.05)
    return lambda reads: monkeypatch.setattr("extractor.web.work.readings.read", reads)


def test_a_real_reading_fills_the_ledger_and_tells_each_file(place: Office) -> None:
    with desk(place) as readings:
        readings.ask()
        assert readings.state.phase == "soon"
        state = idle(readings)
        assert (state.files, state.documents, state.tasks, state.unread, state.ended) == (1, 1, 1, 0, 1)
        assert [(file.name, file.status, file.timed) for file in readings.results] == [("通知.txt", "ok", 1)]
        with reading(place.out) as ledger:
            assert [stamp.run for stamp in files.stamps(ledger).values()] == [1]
            assert ledger.execute("SELECT began FROM runs").fetchone()[0] == "2024-07-01T09:30:00"
        readings.ask(Wish(frozenset({"通知.txt"})))  # unchanged, and read all the same
        assert idle(readings).files == 1


def test_a_real_reading_waits_for_another_program_that_writes(place: Office) -> None:
    with desk(place) as readings:
        with writing(place.out):
            readings.ask()
            until(readings, lambda state: state.phase == "elsewhere")
        assert idle(readings).tasks == 1


def test_the_page_of_each_scan_is_known_until_its_file_is_read(
    place: Office, with_child: Callable[[Reads], None]
) -> None:
    with_child(fake_readings.recognises)
    with desk(place) as readings:
        readings.ask()
        both = PageBegun("乙.pdf", 3, 12), PageBegun("甲.tif", 1, 0)
        assert until(readings, lambda state: state.scans == both).phase == "reading"
        (place.out / "seen").touch()
        assert until(readings, lambda state: state.files > 0).scans == (PageBegun("甲.tif", 1, 0),)
        (place.out / "seen too").touch()
        assert idle(readings).scans == ()


def test_results_come_with_sums(place: Office, with_child: Callable[[Reads], None]) -> None:
    with_child(fake_readings.reads)
    with desk(place) as readings:
        readings.ask()
        state = idle(readings)
        assert (state.files, state.tasks, state.timed, state.doubtful, state.unread) == (2, 3, 2, 1, 1)
        assert readings.results[0].complaints == (("乙.pdf：有密码", "请去掉密码"),)


def test_wishes_made_together_are_one_turn(place: Office, with_child: Callable[[Reads], None]) -> None:
    with_child(fake_readings.reads)
    with desk(place) as readings:
        for name in ("甲", "乙", "丙"):
            readings.ask(Wish(frozenset({name})))
        assert idle(readings).ended == 1
        assert (place.out / "asked").read_text() == "['丙', '乙', '甲'] False\n"


def test_what_is_asked_for_meanwhile_is_another_turn(place: Office, with_child: Callable[[Reads], None]) -> None:
    with_child(fake_readings.reads)
    with desk(place) as readings:
        readings.ask()
        until(readings, lambda state: state.phase == "looking")
        readings.ask(Wish(everything=True))
        assert (idle(readings).ended, readings.state.files) == (2, 4)
        assert (place.out / "asked").read_text() == "[] False\n[] True\n"


def test_a_process_that_dies_is_told_and_the_next_works(place: Office, with_child: Callable[[Reads], None]) -> None:
    with_child(fake_readings.dies)
    with desk(place) as readings:
        readings.ask()
        trouble = idle(readings).trouble
        assert trouble
        assert trouble.text == "读取的进程意外中断，这一次没有读完"
        readings.ask()
        assert (idle(readings).trouble, readings.state.ended) == (None, 2)


def test_trouble_is_told_with_its_advice(place: Office, with_child: Callable[[Reads], None]) -> None:
    with_child(fake_readings.fails)
    with desk(place) as readings:
        readings.ask()
        trouble = idle(readings).trouble
        assert trouble
        assert trouble.text == "corpus：文件夹里没有可读取的文件。"


def test_a_ledger_in_use_is_tried_again(place: Office, with_child: Callable[[Reads], None]) -> None:
    with_child(fake_readings.is_kept_out)
    with desk(place) as readings:
        readings.ask()
        assert (idle(readings).trouble, readings.state.ended) == (None, 1)


def test_somebody_may_stop_it(place: Office, with_child: Callable[[Reads], None]) -> None:
    with_child(fake_readings.waits)
    with desk(place) as readings:
        readings.ask()
        until(readings, lambda state: state.phase == "reading")
        readings.ask(Wish(everything=True))
        readings.stop()
        state = idle(readings)
        assert (state.stopped, state.trouble, state.files) == (True, None, 1)


def test_the_end_of_the_workbench_ends_the_process(place: Office, with_child: Callable[[Reads], None]) -> None:
    with_child(fake_readings.waits)
    with desk(place) as readings:
        readings.ask()
        until(readings, lambda state: state.phase == "reading")
    with pytest.raises(ProcessLookupError):
        os.kill(int((place.out / "pid").read_text()), 0)
    assert readings.state.phase == "idle"
    readings.ask()
    assert readings.state.phase == "idle"


def test_a_ledger_of_another_folder_is_not_emptied_unasked(
    place: Office, with_child: Callable[[Reads], None]
) -> None:
    with_child(fake_readings.reads)
    sample(place.out)
    with desk(place) as readings:
        readings.ask()
        assert (idle(readings).foreign, readings.state.files) == (3, 0)
        readings.ask(Wish(sure=True))
        assert (idle(readings).foreign, readings.state.files) == (0, 2)
