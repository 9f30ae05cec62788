"""Twelve notices of three levels and the questions that staff ask; the answers were given by a reader."""

from __future__ import annotations

import csv
import io
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from extractor.commands.program import program

HERE = Path(__file__).parent
QUESTIONS = tomllib.loads((HERE / "questions.toml").read_text("utf-8"))["question"]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the twelve notices."""
    folder = tmp_path_factory.mktemp("ledger")
    done = CliRunner().invoke(program, ["run", str(HERE / "corpus"), "--out", str(folder)])
    assert done.exit_code == 0, done.output
    return folder


def printed(out: Path, command: str) -> list[str]:
    """The rows of a table, or the lines of a page."""
    words = shlex.split(command)
    page = words[0] == "show"
    shape = [] if page else ["--format", "csv"]
    done = CliRunner().invoke(program, [*words, *shape, "--out", str(out)])
    assert done.exit_code == 0, done.output
    return done.output.splitlines() if page else [",".join(row) for row in csv.reader(io.StringIO(done.output))][1:]


def answers(row: str, wanted: str) -> bool:
    """Whether all words of an answer stand in a row."""
    return all(words in row for words in wanted.split(" | "))


def missing_in_order(lines: list[str], wanted: list[str]) -> list[str]:
    """The answers that do not come, one after the other."""
    left = iter(lines)
    return [answer for answer in wanted if not any(answers(line, answer) for line in left)]


def unmatched(rows: list[str], wanted: list[str]) -> tuple[list[str], list[str]]:
    """The answers without a row, and the rows that no answer takes; every row answers once."""
    left, missing = list(rows), []
    for answer in wanted:
        row = next((row for row in left if answers(row, answer)), None)
        if row is None:
            missing.append(answer)
        else:
            left.remove(row)
    return missing, left


def cases() -> list[Any]:
    return [pytest.param(question, id=question["asks"]) for question in QUESTIONS]


@pytest.mark.parametrize("question", cases())
def test_the_ledger_answers(out: Path, question: dict[str, Any]) -> None:
    found = printed(out, question["command"])
    if "count" in question:
        assert len(found) == question["count"]
    elif question["command"].startswith("show"):
        assert missing_in_order(found, question["answer"]) == []
    else:
        missing, left = unmatched(found, question["answer"])
        assert (missing, [] if question.get("among") else left) == ([], [])


def test_there_are_questions_enough() -> None:
    assert len(QUESTIONS) >= 25
    assert len(list((HERE / "corpus").iterdir())) == 12
