"""How long do answers take on a big ledger: ``python -m benchmarks.questions [--tasks N] [--rounds N]``."""

from __future__ import annotations

import argparse
import datetime as dt
import tempfile
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.many_notices import OFFICES, PLACES, WORDS, records
from benchmarks.measure import Side, seconds
from extractor.ledger.linking import link
from extractor.ledger.settings import OutputSettings
from extractor.store import files, runs
from extractor.store.database import reading, transaction, writing
from extractor.store.questions.bodies.departments import departments
from extractor.store.questions.graph.links import LinkQuestion, links
from extractor.store.questions.notices.held import notices
from extractor.store.questions.tasks.answers import count, tasks
from extractor.store.questions.tasks.question import TaskQuestion
from extractor.store.questions.words.search import counts, search

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

MOST = 100  # rows that the command prints
DAY = dt.date(2025, 6, 30)


def main() -> None:
    """Fill a ledger, ask each question many times, and print one table."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.questions", description=__doc__)
    arguments.add_argument("--tasks", type=int, default=100_000, metavar="N")
    arguments.add_argument("--rounds", type=int, default=40, metavar="N")
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        print(f"{asked.tasks} tasks: filled in {seconds(partial(fill, out, asked.tasks)):.1f} s, "
              f"{(out / 'ledger.db').stat().st_size / 1e6:.0f} MB")
        with reading(out) as ledger:
            print(f"{'question':40}{'median ms':>10}{'p95 ms':>10}")
            for label, sides in questions(ledger):
                times = sorted(seconds(side) * 1e3 for side in islice(cycle(sides), asked.rounds))
                print(f"{label:40}{times[len(times) // 2]:10.1f}{times[int(len(times) * 0.95)]:10.1f}")


def fill(out: Path, number: int) -> None:
    """A ledger of so many tasks, ready for questions."""
    with writing(out) as ledger:
        run = runs.begin(ledger, None, "benchmark")
        with transaction(ledger):
            for record in records(number):
                files.put(ledger, run, record)
        link(ledger, run, OutputSettings().departments(out))


def questions(ledger: sqlite3.Connection) -> Iterator[tuple[str, list[Side]]]:
    """Each question with words of several kinds, frequent and rare."""
    bodies = [f"{place}市{office}局" for place, office in zip(PLACES, OFFICES, strict=False)] + ["教育局", "局"]
    asked = {
        "tasks --department": [TaskQuestion(department=name) for name in bodies],
        "tasks --department --role lead": [TaskQuestion(department=name, role="lead") for name in bodies],
        "tasks --kind": [TaskQuestion(kind="meeting")],
        "tasks --issuer": [TaskQuestion(issuer=name) for name in bodies],
        "tasks --document": [TaskQuestion(document=(name,)) for name in ("〔2024〕7", "做好", "通知（77）")],
        "tasks --due-after --due-before": [TaskQuestion(due_from=DAY, due_to=DAY + dt.timedelta(7))],
        "tasks --overdue": [TaskQuestion(overdue_on=DAY), TaskQuestion(overdue_on=dt.date(2024, 3, 1))],
        "tasks --ongoing": [TaskQuestion(ongoing=True)],
        "tasks --doubtful": [TaskQuestion(doubtful=True)],
        "tasks --words": [TaskQuestion(words=words) for words in (*WORDS, "安", "隐患 支部", "没有的字")],
        "tasks (all)": [TaskQuestion()],
    }
    for label, each in asked.items():
        yield label, [partial(_tasks, ledger, question) for question in each]
    yield "departments", [partial(departments, ledger, DAY)]
    yield "departments --department", [partial(departments, ledger, DAY, name) for name in bodies]
    yield "notices", [partial(notices, ledger), partial(notices, ledger, issuer="甲市教育局")]
    issued = [LinkQuestion(("issued",), name) for name in bodies]
    yield "links --relation issued --body", [partial(links, ledger, each, MOST) for each in issued]
    yield "links --document", [partial(links, ledger, LinkQuestion(document=("通知（77）",)), MOST)]
    yield "search", [partial(_search, ledger, words) for words in (*WORDS, "安", "局", "隐患 支部", "没有的字")]


def _tasks(ledger: sqlite3.Connection, question: TaskQuestion) -> object:
    return tasks(ledger, question, MOST), count(ledger, question)


def _search(ledger: sqlite3.Connection, words: str) -> object:
    return [search(ledger, words, part, 20) for part in ("document", "task")], counts(ledger, words)


if __name__ == "__main__":
    main()
