"""Runs over many files: what is read again, what is kept, what leaves the outputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.engine.incoming import NoSuchPath
from extractor.engine.local import NothingToRead, Plan, RunSummary, run
from extractor.store.analyses import records
from tests.engine.fake_readers import STOPS, UNREADABLE, FakeReader

if TYPE_CHECKING:
    from pathlib import Path


class Corpus:
    """A folder of notices, a folder of outputs, and what each run read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.out = root / "outputs"
        self.read: list[str] = []
        (root / "corpus").mkdir()

    def put(self, **texts: str) -> None:
        for name, text in texts.items():
            (self.root / "corpus" / f"{name}.txt").write_text(text, "utf-8")

    def take(self, name: str) -> None:
        (self.root / "corpus" / f"{name}.txt").unlink()

    def run(self, rules: str = "规则一", *, jobs: int | None = None, force: bool = False) -> RunSummary:
        self.read = []
        plan = Plan((self.root / "corpus",), self.out, jobs, force)
        return run(plan, FakeReader(rules), lambda _done, _total, name: self.read.append(name))

    def outputs(self) -> dict[str, bytes]:
        """The bytes of all files but the database, which notes when each run began."""
        return {path.name: path.read_bytes() for path in self.out.iterdir() if path.stem != "ledger"}

    def texts(self) -> dict[str, str]:
        return {record["file"]: record["text"] for record in records(self.out)}


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    corpus = Corpus(tmp_path)
    corpus.put(甲="一", 乙="二", 丙="三")
    return corpus


def test_the_second_run_reads_nothing_and_changes_nothing(corpus: Corpus) -> None:
    corpus.run()
    before = corpus.outputs()
    summary = corpus.run()
    assert corpus.read == []
    assert (summary.unchanged, summary.read) == (3, {})
    assert corpus.outputs() == before


def test_only_the_changed_and_the_new_file_are_read(corpus: Corpus) -> None:
    corpus.run()
    corpus.put(乙="二改", 丁="四")
    corpus.run()
    assert corpus.read == ["丁.txt", "乙.txt"]
    assert corpus.texts() == {"丁.txt": "四", "丙.txt": "三", "乙.txt": "二改", "甲.txt": "一"}


def test_a_removed_file_leaves_the_outputs(corpus: Corpus) -> None:
    corpus.run()
    corpus.take("乙")
    corpus.run()
    assert corpus.texts() == {"丙.txt": "三", "甲.txt": "一"}


def test_other_rules_read_everything_anew(corpus: Corpus) -> None:
    corpus.run()
    corpus.run("规则二")
    assert corpus.read == ["丙.txt", "乙.txt", "甲.txt"]


def test_force_reads_everything_anew(corpus: Corpus) -> None:
    corpus.run()
    corpus.run(force=True)
    assert corpus.read == ["丙.txt", "乙.txt", "甲.txt"]


def test_a_failure_is_tried_again(corpus: Corpus) -> None:
    corpus.put(乙=UNREADABLE)
    first, second = corpus.run(), corpus.run()
    assert corpus.read == ["乙.txt"]
    assert [list(each.unread) for each in (first, second)] == [["乙.txt"]] * 2


@pytest.mark.parametrize("jobs", [2, 3])
def test_workers_write_the_same_bytes_as_one_process(tmp_path: Path, jobs: int) -> None:
    written = []
    for root, workers in ((tmp_path / "一个", 1), (tmp_path / "几个", jobs)):
        root.mkdir()
        corpus = Corpus(root)
        corpus.put(甲="一", 乙="二", 丙=UNREADABLE, 丁="四", 戊="五")
        corpus.run(jobs=workers)
        written.append(corpus.outputs())
    assert written[0] == written[1]


def test_a_stopped_run_keeps_what_it_read_and_the_next_goes_on(corpus: Corpus) -> None:
    corpus.run()
    before = corpus.texts()
    corpus.put(丙="三改", 乙="二改", 甲=STOPS)
    with pytest.raises(KeyboardInterrupt):
        corpus.run()
    assert corpus.texts() == before
    corpus.put(甲="一改")
    summary = corpus.run()
    assert corpus.read == ["甲.txt"]
    assert (summary.unchanged, sorted(summary.read)) == (0, ["丙.txt", "乙.txt", "甲.txt"])
    assert corpus.texts() == {"丙.txt": "三改", "乙.txt": "二改", "甲.txt": "一改"}


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe\n{}\n[]\n", b"SQLite format 3\0" + b"\xff" * 5000], ids=len)
def test_a_damaged_database_is_set_aside_and_everything_read_anew(corpus: Corpus, damage: bytes) -> None:
    corpus.run()
    (corpus.out / "ledger.db").write_bytes(damage)
    corpus.run()
    assert corpus.read == ["丙.txt", "乙.txt", "甲.txt"]
    assert len(list(corpus.out.glob("ledger-*.db"))) == (1 if damage else 0)


def test_a_renamed_file_is_not_read_again(corpus: Corpus) -> None:
    corpus.run()
    (corpus.root / "corpus" / "乙.txt").rename(corpus.root / "corpus" / "改名.txt")
    corpus.run()
    assert corpus.read == []
    assert corpus.texts() == {"丙.txt": "三", "改名.txt": "二", "甲.txt": "一"}


def test_folders_without_files_leave_earlier_results_alone(corpus: Corpus) -> None:
    corpus.run()
    for name in "甲乙丙":
        corpus.take(name)
    with pytest.raises(NothingToRead) as caught:
        corpus.run()
    assert caught.value.exit_status == 1
    assert len(corpus.texts()) == 3


def test_an_unknown_path_stops_the_run_before_it_reads(corpus: Corpus) -> None:
    with pytest.raises(NoSuchPath):
        run(Plan((corpus.root / "corpus", corpus.root / "没有"), corpus.out), FakeReader())
    assert not corpus.out.exists()
