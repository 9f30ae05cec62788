"""The sample notices give the ledger that a person read out of them beforehand (``samples/ledger``).

A line is ``section | beginning of the task | owners | deadline``. Unlike the golden files these were not
written by the program. ``?`` before a line: the program is known not to find it yet; the mark has to go when
the program is mended.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.extract.times.short import short_form
from extractor.ingest.read import read
from extractor.pipeline import analyse
from extractor.rules.load import load
from tests.making.ledger import squeezed

if TYPE_CHECKING:
    from extractor.model.notice import Task
    from extractor.model.source import Source

ROOT = Path(__file__).resolve().parents[1]
LEDGERS = {path.stem: path for path in sorted((Path(__file__).parent / "samples" / "ledger").glob("*.txt"))}
UNMENDED = pytest.mark.xfail(reason="not read rightly yet", strict=True)


def lines(number: str) -> list[str]:
    return LEDGERS[number].read_text(encoding="utf-8").splitlines()


def bare(line: str) -> str:
    return line.removeprefix("?").strip()


def rows() -> list[object]:
    return [
        pytest.param(
            number,
            bare(line),
            marks=(UNMENDED,) if line.startswith("?") else (),
            id=f"{number}-{bare(line).split(' | ')[1]}",
        )
        for number in LEDGERS
        for line in lines(number)
    ]


@cache
def found(number: str) -> tuple[str, ...]:
    """The rows that the program finds in the sample of that number."""
    path = next((ROOT / "corpus").glob(f"{number}-*"))
    book = load()
    analysis = analyse(read(path, path.name, book), book)
    tasks = (task for document in analysis.documents for task in document.tasks)
    return tuple(written(analysis.source, task) for task in tasks)


def written(source: Source, task: Task) -> str:
    owners = "、".join(f"{owner.value.role} {squeezed(owner.value.name)}" for owner in task.owners)
    deadline = short_form(task.deadline.value) if task.deadline else "-"
    words = squeezed(source.quote(task.span))
    return " | ".join(("".join(task.section) or "-", words, owners or "-", deadline))


def same_task(ours: str, theirs: str) -> bool:
    section, words, *_ = ours.split(" | ")
    their_section, beginning, *_ = theirs.split(" | ")
    return section == their_section and words.startswith(beginning)


def rest(row: str) -> list[str]:
    """Owners and deadline of a row."""
    return row.split(" | ")[2:]


@pytest.mark.parametrize(("number", "row"), rows())
def test_a_row_read_by_a_person_is_found(number: str, row: str) -> None:
    assert rest(row) in [rest(each) for each in found(number) if same_task(each, row)]


@pytest.mark.parametrize("number", LEDGERS)
def test_nothing_else_is_taken_for_a_task(number: str) -> None:
    known = [bare(line) for line in lines(number)]
    assert [each for each in found(number) if not any(same_task(each, row) for row in known)] == []
