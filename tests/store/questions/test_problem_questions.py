"""The problems that can be asked for are those of ``problems.csv``, each with the way to its place."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from extractor.export.columns import SEVERITIES
from extractor.export.record import record
from extractor.ledger.outputs.tables import PROBLEMS
from extractor.model.notice import Analysis, Document, Frame, Task
from extractor.model.problem import Problem
from extractor.model.source import Source
from extractor.model.span import Span
from extractor.store.database import reading
from extractor.store.questions.notices.files import FileFigures, file_figures, file_stamps, tasks_within
from extractor.store.questions.notices.problems import ProblemQuestion, count_problems, problem_codes, problems
from tests.ledger.kept import keep

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "关于报送的通知\n请人事处报送总结。\n请财务处报送预算。\n"
EVERYTHING = ProblemQuestion()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    whole, first = Span(0, len(TEXT)), Span(8, 18)
    task = Task("aaa111", "task", "报送总结", first, "task.stated", (), ())
    found = (
        Problem("impossible-date", Span(10, 13), "warning"),
        Problem("no-task-found", whole, "info"),
        Problem("encoding-guessed", None, "info", (("encoding", "gb18030"),)),
    )
    document = Document("d1", "notice", None, whole, Frame(), (), (task,))
    notice = Analysis(Source("包.zip/甲.txt", TEXT, "txt", "a"), (document,), found)
    failed = Analysis(Source("坏.pdf", "", "", "b"), (), (Problem("file-encrypted", None, "error"),), "failed")
    keep([record(notice), record(failed)], tmp_path)
    return tmp_path


def test_they_are_those_of_the_file_in_its_order(out: Path) -> None:
    with (out / PROBLEMS).open(encoding="utf-8-sig", newline="") as file:
        written = [tuple(row.values()) for row in csv.DictReader(file)]
    with reading(out) as ledger:
        rows = ledger.execute("SELECT file, code, severity, message, advice, place FROM problems ORDER BY key")
        kept = [(file, code, SEVERITIES[severity], *rest) for file, code, severity, *rest in rows]
    assert kept == written
    assert len(kept) == 4


def test_the_gravest_come_first_with_their_place(out: Path) -> None:
    with reading(out) as ledger:
        found = problems(ledger, EVERYTHING, 9)
        assert [(each.code, each.task, each.start, each.notice) for each in found] == [
            ("file-encrypted", "", None, True),
            ("impossible-date", "aaa111", 10, True),
            ("encoding-guessed", "", None, True),
            ("no-task-found", "", 0, True),
        ]
        assert [each.code for each in problems(ledger, EVERYTHING, 1, offset=1)] == ["impossible-date"]


@pytest.mark.parametrize(
    ("question", "number"),
    [
        pytest.param(EVERYTHING, 4, id="全部"),
        pytest.param(ProblemQuestion("info"), 2, id="程度"),
        pytest.param(ProblemQuestion(code="file-encrypted"), 1, id="代码"),
        pytest.param(ProblemQuestion(file="包.zip/"), 3, id="文件"),
        pytest.param(ProblemQuestion("error", file="甲"), 0, id="都要符合"),
    ],
)
def test_they_are_narrowed(out: Path, question: ProblemQuestion, number: int) -> None:
    with reading(out) as ledger:
        assert count_problems(ledger, question) == number == len(problems(ledger, question, 9))
        assert sum(problem_codes(ledger).values()) == 4


def test_files_have_their_figures(out: Path) -> None:
    with reading(out) as ledger:
        names = sorted(stamp.name for stamp in file_stamps(ledger))
        assert file_figures(ledger, names) == {
            "包.zip/甲.txt": FileFigures(1, 1, 1, 0, 1), "坏.pdf": FileFigures(problems=1),
        }  # fmt: skip
        assert [tasks_within(ledger, name) for name in ("包.zip", "包.zip/甲.txt", "包", "坏.pdf")] == [
            (1, 0), (1, 0), (0, 0), (0, 0),
        ]  # fmt: skip
