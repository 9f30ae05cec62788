"""What the ledger answers, its Parquet files answer in the same words."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from extractor.commands.program import program
from extractor.engine.local import Plan, run
from extractor.engine.reading import NoticeReader, Settings
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("pyarrow", reason="the extra 'cluster' is not installed")
pytest.importorskip("duckdb", reason="the extra 'cluster' is not installed")

QUESTIONS = [
    pytest.param("tasks", id="全部任务"),
    pytest.param("tasks --department 组织部", id="某部门的任务"),
    pytest.param("tasks --home 市 --role lead", id="市里牵头的任务"),
    pytest.param("tasks --kind submission --due-before 2026-12-31", id="某日前要报送的"),
    pytest.param("tasks --due-after 2024-06-01 --overdue --as-of 2028-01-01", id="已超期的"),
    pytest.param("tasks --ongoing", id="长期坚持的"),
    pytest.param("tasks --recurring", id="定期的"),
    pytest.param("tasks --doubtful", id="待核的"),
    pytest.param("tasks --words 工作", id="原文里有两个字"),
    pytest.param("tasks --words 会 --document 方案", id="原文里有一个字"),
    pytest.param("tasks --words 此语不存在", id="原文里没有的字"),
    pytest.param("tasks --words ,", id="原文里有某个标点"),
    pytest.param("tasks --status 已完成", id="按填写的状态"),
    pytest.param("tasks --issuer 委", id="按发文机关"),
    pytest.param("departments --as-of 2025-01-01", id="各部门"),
    pytest.param("departments --department 组织部 --as-of 2024-03-01", id="叫组织部的部门"),
    pytest.param("notices", id="全部公文和读不了的文件"),
    pytest.param("notices --words 组织 --issuer 委", id="某机关含某字的公文"),
    pytest.param("notices --document 方案", id="标题含某字的公文"),
    pytest.param("search 组织 工作", id="文中有两处字"),
    pytest.param("search 会 --limit 0", id="文中有一个字，全部"),
    pytest.param("search 此语不存在", id="文中没有的字"),
    pytest.param("due --all --as-of 2024-03-01", id="今后到期的"),
    pytest.param("due --within 1y --by department --as-of 2024-03-01", id="一年内到期，按部门"),
]


def written(folder: Path, *notices: Path) -> Path:
    """A folder with the ledger and its Parquet files."""
    reader = NoticeReader(Settings(reference=dt.date(2024, 1, 1)))
    run(Plan(notices, folder / "outputs", parquet=str(folder / "parquet"), isolated=False), reader)
    return folder


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, one of them in two versions, and a file that cannot be read."""
    folder = tmp_path_factory.mktemp("sample")
    notices = folder / "notices"
    notices.mkdir()
    for path in sorted((ROOT / "corpus").glob("*.txt")):
        (notices / path.name).write_bytes(path.read_bytes())
    (notices / "又一份.txt").write_bytes((notices / "03-支部强基实施方案.txt").read_bytes())
    (notices / "坏.docx").write_bytes(b"PK\x03\x04")
    return written(folder, notices)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> Path:
    """Real notices; those in text files are enough here."""
    return written(tmp_path_factory.mktemp("real"), *sorted((shared / "notices").glob("*.txt"))[:30])


def answers(folder: Path, question: str, shape: str) -> tuple[str, str]:
    """What the ledger says, and what the Parquet files say."""
    words = [*question.split(), "--format", shape]
    ledger = CliRunner().invoke(program, [*words, "--out", str(folder / "outputs")], catch_exceptions=False)
    parquet = CliRunner().invoke(program, [*words, "--parquet", str(folder / "parquet")], catch_exceptions=False)
    assert ledger.exit_code == 0
    return ledger.output, parquet.output


@pytest.mark.parametrize("question", QUESTIONS)
def test_parquet_answers_as_the_ledger_does(sample: Path, question: str) -> None:
    ledger, parquet = answers(sample, question, "json")
    assert parquet == ledger


def test_the_questions_ask_for_something(sample: Path) -> None:
    empty = {"search 此语不存在", "tasks --words 此语不存在", "tasks --status 已完成"}
    for each in QUESTIONS:
        question = str(each.values[0])
        found = answers(sample, question, "json")[0]
        assert (json.loads(found[: found.rindex("]") + 1]) == []) == (question in empty), question


LINKS = [
    pytest.param("links --limit 0", id="全部"),
    pytest.param("links --relation leads --relation supports", id="两种关系"),
    pytest.param("links --body 组织部", id="一端是某部门"),
    pytest.param("links --document 方案 --relation attaches", id="一端是某公文"),
    pytest.param("links --relation cites --body 委", id="公文之间，某机关发的"),
    pytest.param("links --task b", id="一端是某项任务"),
]


@pytest.mark.parametrize("question", LINKS)
def test_parquet_knows_the_same_links_in_the_order_of_their_words(sample: Path, question: str) -> None:
    ledger, parquet = (json.loads(each) for each in answers(sample, question, "json"))
    assert sorted(map(json.dumps, parquet)) == sorted(map(json.dumps, ledger))
    places = [(link["file"], link["span"]) for link in parquet]
    assert places == sorted(places)


@pytest.mark.parametrize("question", QUESTIONS)
def test_parquet_of_real_notices_answers_as_the_ledger_does(real: Path, question: str) -> None:
    ledger, parquet = answers(real, question, "csv")
    assert parquet == ledger


def test_a_run_that_changed_one_file_leaves_the_other_buckets(sample: Path, tmp_path: Path) -> None:
    first = {path.relative_to(sample) for path in (sample / "parquet").rglob("*.parquet")}
    changed = tmp_path / "notices"
    changed.mkdir()
    for path in (sample / "notices").iterdir():
        (changed / path.name).write_bytes(path.read_bytes())
    (changed / "坏.docx").unlink()
    written(tmp_path, changed)
    second = {path.relative_to(tmp_path) for path in (tmp_path / "parquet").rglob("*.parquet")}
    assert {path.parts[1] for path in first - second} == {"files", "problems"}
    assert {path.parts[1] for path in second - first} <= {"files", "problems"}


def test_a_folder_without_results_is_named(tmp_path: Path) -> None:
    done = CliRunner().invoke(program, ["tasks", "--parquet", str(tmp_path)])
    assert done.exit_code == 2
    assert done.output == (
        f"{tmp_path}：这里没有 Parquet 结果。"
        "请先运行 extractor run --parquet 目录，或者 extractor run --engine ray --out 目录，再查这个目录。\n"
    )
