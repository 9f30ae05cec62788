"""A watch over real folders: what is new, changed, gone, renamed or still being written."""

from __future__ import annotations

import shutil
import signal
import sys
import threading
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from extractor.engine.incoming import NoSuchPath, OutputsAmongNotices
from extractor.engine.local import NothingToRead, Plan
from extractor.engine.watch.alone import AlreadyWatched
from extractor.engine.watch.events import Back, Event, NoEvents, Round, Started, Trouble
from extractor.engine.watch.turns import Orders
from extractor.engine.watch.watch import watch
from extractor.model.errors import RuleError
from extractor.store.atomic import OutputInUse
from extractor.store.database import LedgerInUse, writing
from tests.engine.fake_readers import UNREADABLE, FakeReader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import FrameType

    from extractor.engine.record_reader import RecordReader

QUIET = 0.2
PATIENCE = 30.0
ON_POSIX = sys.platform != "win32"


@pytest.fixture(autouse=True)
def _alarm() -> Iterator[None]:
    """A watch that says nothing for long fails the test instead of stopping all tests."""

    def give_up(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    if ON_POSIX:
        signal.signal(signal.SIGALRM, give_up)
        signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    yield
    if ON_POSIX:
        signal.setitimer(signal.ITIMER_REAL, 0)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    put(folder, 甲="一", 乙="二")
    return folder


def put(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")


def orders(corpus: Path, *, poll: bool = False, rules: tuple[Path, ...] = ()) -> Orders:
    return Orders(Plan((corpus,), corpus / "outputs", jobs=1), FakeReader, rules, QUIET, poll)


def told(event: Event) -> list[str]:
    """What a round found, a file a word: 新增甲."""
    assert isinstance(event, Round), event
    words = {"added": "新增", "updated": "更新", "again": "重读", "removed": "删除", "renamed": "改名"}
    return sorted(
        words[each.what] + (each.before and f"{each.before}→") + each.file for each in event.summary.changes
    )


def begun(events: Iterator[Event]) -> None:
    """Let the watch begin and take in what is there."""
    assert isinstance(next(events), Started)
    assert told(next(events)) == ["新增乙.txt", "新增甲.txt"]


@pytest.mark.parametrize("poll", [pytest.param(False, id="系统通知"), pytest.param(True, id="定时查看")])
def test_each_change_of_the_folder_is_taken_in(corpus: Path, *, poll: bool) -> None:
    with closing(watch(orders(corpus, poll=poll))) as events:
        begun(events)
        put(corpus, 丙="三")
        assert told(next(events)) == ["新增丙.txt"]
        put(corpus, 丙="三，改")
        assert told(next(events)) == ["更新丙.txt"]
        (corpus / "丙.txt").rename(corpus / "丁.txt")
        assert told(next(events)) == ["改名丙.txt→丁.txt"]
        (corpus / "丁.txt").unlink()
        (corpus / "处").mkdir()
        put(corpus / "处", 戊="五")
        assert told(next(events)) == ["删除丁.txt", "新增处/戊.txt"]
        shutil.rmtree(corpus / "处")
        assert told(next(events)) == ["删除处/戊.txt"]


def test_what_the_ledger_has_already_is_not_read_again(corpus: Path) -> None:
    for expected in (["新增乙.txt", "新增甲.txt"], []):
        with closing(watch(orders(corpus))) as events:
            next(events)
            done = next(events)
            assert isinstance(done, Round)
            assert (told(done), done.first) == (expected, True)


def test_a_file_is_read_once_it_is_whole_and_the_others_do_not_wait_for_it(corpus: Path) -> None:
    def copy() -> None:
        with (corpus / "大.txt").open("w", encoding="utf-8") as file:
            for _ in range(15):
                file.write("字" * 1000)
                file.flush()
                time.sleep(QUIET / 4)

    with closing(watch(orders(corpus))) as events:
        begun(events)
        copying = threading.Thread(target=copy)
        copying.start()
        put(corpus, 小="小")
        assert told(next(events)) == ["新增小.txt"]
        assert copying.is_alive()
        done = next(events)
        copying.join()
        assert told(done) == ["新增大.txt"]
        assert isinstance(done, Round)
        assert [len(each["text"]) for each in done.summary.records if each["file"] == "大.txt"] == [15_000]


def test_an_unfinished_download_is_read_under_its_own_name(corpus: Path) -> None:
    with closing(watch(orders(corpus))) as events:
        begun(events)
        for ending in (".crdownload", ".part", ".tmp"):
            (corpus / f"通知.txt{ending}").write_text("一半", "utf-8")
        (corpus / "~$甲.txt").write_text("锁", "utf-8")
        time.sleep(2 * QUIET)
        (corpus / "通知.txt.part").rename(corpus / "通知.txt")
        assert told(next(events)) == ["新增通知.txt"]


def test_a_file_replaced_by_another_as_word_saves_it_is_one_that_changed(corpus: Path) -> None:
    with closing(watch(orders(corpus))) as events:
        begun(events)
        (corpus / "~新.tmp").write_text("一，改", "utf-8")
        (corpus / "甲.txt").unlink()
        (corpus / "~新.tmp").rename(corpus / "甲.txt")
        assert told(next(events)) == ["更新甲.txt"]


def test_a_file_that_cannot_be_read_is_not_tried_again_until_it_changes(corpus: Path) -> None:
    with closing(watch(orders(corpus))) as events:
        begun(events)
        put(corpus, 坏=UNREADABLE)
        assert told(next(events)) == ["新增坏.txt"]
        put(corpus, 丙="三")
        assert told(next(events)) == ["新增丙.txt"]
        put(corpus, 坏="好了")
        assert told(next(events)) == ["更新坏.txt"]


def test_a_folder_out_of_sight_is_waited_for_and_the_ledger_stays(corpus: Path) -> None:
    away = corpus.with_name("搬走")
    plan = Plan((corpus,), corpus.with_name("outputs"), jobs=1)
    with closing(watch(Orders(plan, FakeReader, (), QUIET))) as events:
        begun(events)
        corpus.rename(away)
        lost = next(events)
        assert isinstance(lost, Trouble)
        assert isinstance(lost.error, NoSuchPath)
        put(away, 丙="三")
        away.rename(corpus)
        assert isinstance(next(events), Back)
        assert told(next(events)) == ["新增丙.txt"]
        put(corpus, 丁="四")
        assert told(next(events)) == ["新增丁.txt"]


def test_an_empty_folder_is_told_once_and_waited_for(corpus: Path) -> None:
    shutil.rmtree(corpus)
    corpus.mkdir()
    with closing(watch(orders(corpus))) as events:
        next(events)
        trouble = next(events)
        assert isinstance(trouble, Trouble)
        assert isinstance(trouble.error, NothingToRead)
        put(corpus, 丙="三")
        assert told(next(events)) == ["新增丙.txt"]


def test_a_ledger_in_use_is_waited_for(corpus: Path) -> None:
    with closing(watch(orders(corpus))) as events:
        begun(events)
        with writing(corpus / "outputs"):
            put(corpus, 丙="三")
            trouble = next(events)
            assert isinstance(trouble, Trouble)
            assert isinstance(trouble.error, LedgerInUse)
        assert told(next(events)) == ["新增丙.txt"]


def test_outputs_that_cannot_be_written_are_written_later(corpus: Path) -> None:
    ledger = corpus / "outputs" / "links.csv"
    with closing(watch(orders(corpus))) as events:
        begun(events)
        ledger.unlink()
        (ledger / "占用").mkdir(parents=True)
        put(corpus, 丙="三")
        trouble = next(events)
        assert isinstance(trouble, Trouble)
        assert isinstance(trouble.error, OutputInUse)
        shutil.rmtree(ledger)
        next(events)
        assert ledger.is_file()


def test_broken_rules_are_told_once_and_read_anew_when_they_are_mended(corpus: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    rule = rules / "rule.toml"
    rule.write_text("规则一", "utf-8")

    def readers() -> RecordReader:
        if rule.read_text("utf-8") == "错":
            raise RuleError("rule.toml:1")
        return FakeReader(rule.read_text("utf-8"))

    plan = Plan((corpus,), corpus / "outputs", jobs=1)
    with closing(watch(Orders(plan, readers, (rules,), QUIET))) as events:
        begun(events)
        rule.write_text("错", "utf-8")
        trouble = next(events)
        assert isinstance(trouble, Trouble)
        assert isinstance(trouble.error, RuleError)
        rule.write_text("规则二", "utf-8")
        assert told(next(events)) == ["重读乙.txt", "重读甲.txt"]


def test_an_unexpected_mistake_in_one_round_does_not_end_the_watch(corpus: Path) -> None:
    mistakes = [ZeroDivisionError()]

    def readers() -> RecordReader:
        if mistakes:
            raise mistakes.pop()
        return FakeReader()

    with closing(watch(Orders(Plan((corpus,), corpus / "outputs", jobs=1), readers, (), QUIET))) as events:
        next(events)
        trouble = next(events)
        assert isinstance(trouble, Trouble)
        assert isinstance(trouble.error, ZeroDivisionError)
        assert told(next(events)) == ["新增乙.txt", "新增甲.txt"]


def test_without_events_of_the_system_we_look_ourselves(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with closing(watch(orders(corpus))) as events:
        begun(events)
        notice = next(events)
        assert isinstance(notice, NoEvents)
        assert notice.seconds == QUIET
        put(corpus, 丙="三")
        assert told(next(events)) == ["新增丙.txt"]


def test_a_second_watch_is_refused_and_a_watch_that_ended_makes_room(corpus: Path) -> None:
    with closing(watch(orders(corpus))) as events:
        next(events)
        with pytest.raises(AlreadyWatched):
            next(watch(orders(corpus)))
    with closing(watch(orders(corpus))) as events:
        assert isinstance(next(events), Started)


@pytest.mark.parametrize(
    ("paths", "error"),
    [
        pytest.param(("没有",), NoSuchPath, id="没有这个文件夹"),
        pytest.param(("outputs",), OutputsAmongNotices, id="看着结果文件夹"),
    ],
)
def test_what_cannot_be_watched_is_said_at_the_start(
    tmp_path: Path, paths: tuple[str, ...], error: type[Exception]
) -> None:
    (tmp_path / "outputs").mkdir()
    plan = Plan(tuple(tmp_path / path for path in paths), tmp_path / "outputs")
    with pytest.raises(error):
        next(watch(Orders(plan, FakeReader)))


def test_nothing_is_done_while_nothing_happens(corpus: Path) -> None:
    with closing(watch(orders(corpus))) as events:
        begun(events)
        worked = time.process_time()
        late = threading.Timer(2, put, (corpus,), {"丙": "三"})
        late.start()
        assert told(next(events)) == ["新增丙.txt"]
        assert time.process_time() - worked < 0.5
