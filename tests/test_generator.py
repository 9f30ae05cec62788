"""Notices made by grammar (``benchmarks/generator``): the same every time, and their gold is what the program finds."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from benchmarks.generator.__main__ import folders, write
from benchmarks.generator.days import on
from benchmarks.generator.files import FORMATS, text
from benchmarks.generator.identity import identity
from benchmarks.generator.notices import KINDS, kind, notice
from benchmarks.generator.paper import Part, frame
from extractor.export.record import record, to_json
from extractor.ingest.read import read
from extractor.pipeline import analyse

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.rules.book import RuleBook
    from tests.making.scoring import Score

SEED, NOTICES = 7, 60
FLOORS = {
    "rows": 0.93, "tasks": 0.98, "owners": 0.98, "actors": 0.94, "deadlines": 0.95, "milestones": 1.0, "kinds": 1.0,
    "outline": 1.0, "references": 1.0, "parts": 1.0, "title": 1.0, "type": 1.0, "issuers": 1.0, "numbers": 1.0,
    "date": 1.0, "recipients": 1.0, "verbatim": 1.0,
}  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
def test_what_was_put_into_invented_notices_is_found(
    form: str, score: Score, book: RuleBook, tmp_path: Path
) -> None:
    folders(tmp_path, NOTICES)
    for n in range(NOTICES):
        write(tmp_path, SEED, [form], n)
    files = sorted((tmp_path / "notices").rglob("*.*"))
    assert len(files) == NOTICES
    analysis = tmp_path / "analysis.jsonl"
    lines = (to_json(record(analyse(read(path, path.name, book), book))) for path in files)
    analysis.write_text("\n".join(lines), "utf-8")
    total, _ = score.score(tmp_path / "gold", analysis, [])
    low = [name for name, floor in FLOORS.items() if total[name].f1 < floor]
    assert [(name, total[name].f1, total[name].notes) for name in low] == []


def test_a_notice_is_the_same_every_time_and_another_with_another_seed() -> None:
    assert text(notice(7, 41)) == text(notice(7, 41)) != text(notice(8, 41))


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_is_the_same_every_time(form: str) -> None:
    _, make = FORMATS[form]
    assert make(notice(7, 9)) == make(notice(7, 9))


def test_no_two_notices_bear_one_number() -> None:
    numbers = Counter(identity(SEED, n).number for n in range(20_000))
    assert max(numbers.values()) == 1


def test_every_kind_of_notice_is_made() -> None:
    assert {kind(SEED, n) for n in range(200)} == set(KINDS)


def test_what_is_cited_is_in_the_corpus() -> None:
    known = {identity(SEED, n).number for n in range(500)}
    cited = {
        number
        for n in range(500)
        for document in notice(SEED, n).gold()["documents"]  # type: ignore[attr-defined]  # gold is plain JSON
        for reference in document["references"]
        for number in reference["numbers"]
    }
    assert cited
    assert cited <= known


def test_levels_are_counted_from_the_highest_scheme_that_is_used() -> None:
    part = Part(frame("notice", "关于报名的通知"))
    part.entry("（一）", "报名时间。即日起。")
    part.entry("1.", "填表")
    outline = [(entry["label"], entry["level"], entry["title"]) for entry in part.finished()["outline"]]  # type: ignore[attr-defined]  # as above
    assert outline == [("（一）", 1, "报名时间"), ("1.", 2, "填表")]


def test_gold_is_json() -> None:
    assert json.loads(json.dumps(notice(SEED, 3).gold())) == notice(SEED, 3).gold()


def test_the_words_of_a_time_stand_in_its_gold() -> None:
    assert on("6月底前", "2025-06-30").gold == {"text": "6月底前", "kind": "date", "due": "2025-06-30"}
