"""Real notices: everything that the gold data quotes stands in the text that was read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.ingest.docx.file import read_docx

SHARED = Path(__file__).resolve().parents[3] / "shared"
PAIRS = [
    (file, gold)
    for file in sorted((SHARED / "notices").glob("*.docx"))
    if (gold := SHARED / "gold" / f"{file.stem}.json").exists()
]


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.skipif(not PAIRS, reason="the shared notices are not beside the repository")
@pytest.mark.parametrize(("file", "gold"), PAIRS, ids=[file.stem for file, _ in PAIRS])
def test_every_heading_and_task_of_the_gold_data_is_in_the_text(file: Path, gold: Path) -> None:
    text = squeezed(read_docx(file.read_bytes(), file.name, "").text)
    documents = json.loads(gold.read_text("utf-8"))["documents"]
    wanted = [squeezed(entry["label"] + entry["title"]) for each in documents for entry in each["outline"]]
    wanted += [squeezed(task["anchor"]) for each in documents for task in each["tasks"]]
    assert [words for words in wanted if words not in text] == []
