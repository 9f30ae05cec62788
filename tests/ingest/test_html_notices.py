"""Real notices: everything that the gold data quotes stands in the text that was read, items at a line's start."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.ingest.read import read
from extractor.model.fold import fold

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

SHARED = Path(__file__).resolve().parents[3] / "shared"
PAIRS = [
    (file, gold)
    for file in sorted((SHARED / "notices").glob("*.*"))
    if file.suffix in (".html", ".asp", ".jsp") and (gold := SHARED / "gold" / f"{file.stem}.json").exists()
]


def squeezed(text: str) -> str:
    return "".join(fold(text).split())


@pytest.mark.skipif(not PAIRS, reason="the shared notices are not beside the repository")
@pytest.mark.parametrize(("file", "gold"), PAIRS, ids=[file.stem for file, _ in PAIRS])
def test_what_the_gold_data_quotes_is_in_the_text(file: Path, gold: Path, book: RuleBook) -> None:
    text = "\n".join(map(squeezed, read(file, file.name, book).text.splitlines()))
    documents = json.loads(gold.read_text("utf-8"))["documents"]
    headings = [squeezed(entry["label"] + entry["title"]) for each in documents for entry in each["outline"]]
    anchors = [squeezed(task["anchor"]) for each in documents for task in each["tasks"]]
    titles = [squeezed(each["title"]) for each in documents]
    assert [words for words in anchors if words not in text.replace("\n", "")] == []
    assert [words for words in titles if words not in text.replace("\n", "")] == []
    inside = [words for words in headings if f"\n{words}" not in text]
    # （1）…；（2）…；（3）… in one sentence are the only entries that do not begin a line of the page.
    assert [words for words in inside if not words.startswith("（") or words not in text] == []
