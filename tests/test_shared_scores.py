"""The scores on real notices read by hand (../shared/gold) never fall below what was once reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.export.record import record, to_json
from extractor.ingest.read import read
from extractor.model.errors import ExtractorError
from extractor.model.record import load_record
from extractor.pipeline import analyse

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from extractor.rules.book import RuleBook
    from tests.making.scoring import Score

Floors = dict[str, float]
SEEDS: Floors = {
    "rows": 0.97, "tasks": 0.99, "owners": 1.0, "deadlines": 0.99, "outline": 0.99, "references": 0.97,
    "parts": 1.0, "title": 1.0, "issuers": 1.0, "numbers": 1.0, "date": 1.0, "recipients": 1.0, "verbatim": 1.0,
}  # fmt: skip
READ_AT_LEAST = 33  # of the files with gold data
ALL: Floors = {
    "rows": 0.93, "tasks": 0.97, "owners": 0.99, "actors": 0.925, "deadlines": 0.98, "milestones": 0.99,
    "kinds": 0.985, "outline": 0.985, "references": 0.975, "parts": 1.0, "title": 1.0, "type": 0.985, "issuers": 1.0,
    "numbers": 1.0, "date": 1.0, "recipients": 1.0, "verbatim": 1.0,
}  # fmt: skip


@pytest.fixture(scope="session")
def analysis(shared: Path, book: RuleBook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The analysis of all notices that have gold data and can be read."""
    gold = {path.stem for path in (shared / "gold").glob("*.json")}
    lines = [_line(path, book) for path in sorted((shared / "notices").iterdir()) if path.stem in gold]
    written = tmp_path_factory.mktemp("scores") / "analysis.jsonl"
    written.write_text("\n".join(filter(None, lines)), "utf-8")
    return written


def _line(path: Path, book: RuleBook) -> str:
    """The record of one file; empty for a kind of file that is not read yet."""
    try:
        return to_json(record(analyse(read(path, path.name, book), book)))
    except ExtractorError:
        return ""


def _fallen(score: Score, analysis: Path, shared: Path, only: Sequence[str], floors: Floors) -> list[str]:
    """What scores below its floor, with the errors that make it so."""
    total, _ = score.score(shared / "gold", analysis, list(only))
    low = [name for name, floor in floors.items() if total[name].f1 < floor]
    return [f"{name} {total[name].f1:.3f} < {floors[name]}: {total[name].notes}" for name in low]


def test_the_seed_notices_keep_their_scores(score: Score, analysis: Path, shared: Path) -> None:
    seeds = sorted(path.stem for path in (shared / "gold").glob("seed*.json"))
    assert len(seeds) == 5
    assert _fallen(score, analysis, shared, seeds, SEEDS) == []


def test_all_notices_that_are_read_keep_their_scores(score: Score, analysis: Path, shared: Path) -> None:
    files = [load_record(line)["file"] for line in analysis.read_text("utf-8").splitlines()]
    readable = [file.rpartition(".")[0] for file in files]
    assert len(readable) >= READ_AT_LEAST
    assert _fallen(score, analysis, shared, readable, ALL) == []
