"""What a typist, a converter or a web page does to a notice leaves its ledger as it was."""

from __future__ import annotations

import re
from functools import cache
from inspect import getmembers, isfunction
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest

from extractor.extract.times.short import short_form
from extractor.ingest.read import read, read_bytes
from extractor.model.fold import fold
from extractor.pipeline import analyse
from extractor.segment.labels import label_at
from tests.mutations import layout, signs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from extractor.model.notice import Task
    from extractor.rules.book import RuleBook

ROOT = Path(__file__).resolve().parents[2]
MUTATIONS: dict[str, Callable[[str], str]] = {
    name: made
    for module in (signs, layout)
    for name, made in getmembers(module, isfunction)
    if made.__module__ == module.__name__ and not name.startswith("_")
}
MARKDOWN = {"entries_with_bullets", "escaped_points", "quoted", "headings_with_marks_and_blank_lines"}
Row: TypeAlias = tuple[tuple[str, ...], str, tuple[str, ...], str]


def notices() -> list[Path]:
    """The samples that ship, a notice with what they lack, and the notices with gold data where they are at hand."""
    shared = ROOT.parent / "shared"
    gold = {path.stem for path in (shared / "gold").glob("*.json")}
    samples = sorted(path for path in (ROOT / "corpus").iterdir() if path.suffix in {".txt", ".docx", ".pdf"})
    samples += sorted(Path(__file__).parent.glob("*.txt"))
    return samples + sorted(path for path in (shared / "notices").glob("*") if path.stem in gold)


def pairs() -> Sequence[object]:
    """Every mutation with every notice."""
    found = [
        pytest.param(name, path, id=f"{name}-{path.stem}")
        for name in MUTATIONS
        for path in notices()
    ]
    absent = pytest.mark.skip(reason="../shared/gold is not at hand")
    here = (ROOT.parent / "shared" / "gold").is_dir()
    return found if here else [*found, pytest.param("", ROOT, id="gold", marks=absent)]


@cache
def text_of(path: Path, book: RuleBook) -> str:
    """What its reader makes of a notice, a paragraph on every line."""
    return read(path, path.name, book).text


@cache
def ledger(text: str, book: RuleBook, name: str = "通知.txt") -> tuple[Row, ...]:
    """The tasks of a text in reading order: section, title, owners with roles, deadline, all freed of spelling."""
    analysis = analyse(read_bytes(text.encode("utf-8-sig"), name, book), book)
    tasks = [task for document in analysis.documents for task in document.tasks]
    return tuple(_row(task) for task in sorted(tasks, key=lambda task: task.span))


def _row(task: Task) -> Row:
    owners = sorted(f"{plain(owner.value.name)}/{owner.value.role}" for owner in task.owners)
    deadline = re.sub(r"\s", "", fold(short_form(task.deadline.value))) if task.deadline else ""
    return tuple(map(numeral, task.section)), plain(task.title), tuple(owners), deadline


def plain(words: str) -> str:
    """The words alone: width, blanks, brackets and stops are spelling, and so is the word between two days."""
    return re.sub(r"[\W_至]", "", fold(words))


def numeral(label: str) -> str:
    """What a label counts, however it is written; the words of a heading without one."""
    read_label = label_at(fold(label))
    return str(read_label.number) if read_label else plain(label)


@pytest.mark.parametrize(("mutation", "path"), pairs())
def test_the_ledger_stays_as_it_was(mutation: str, path: Path, book: RuleBook) -> None:
    text = text_of(path, book)
    mutated = MUTATIONS[mutation](text)
    name = "通知.md" if mutation in MARKDOWN else "通知.txt"
    assert mutated == text or ledger(mutated, book, name) == ledger(text, book)


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_every_mutation_changes_texts_that_have_tasks(mutation: str, book: RuleBook) -> None:
    texts = [text_of(path, book) for path in notices()]
    changed = [text for text in texts if MUTATIONS[mutation](text) != text and ledger(text, book)]
    assert changed
