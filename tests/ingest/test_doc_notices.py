"""Real notices: everything that the gold data quotes stands in the text that was read."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from extractor.ingest.doc.document import read_doc
from extractor.ingest.identify import identify

SHARED = Path(__file__).resolve().parents[3] / "shared"
FILES = [
    file
    for file in sorted((SHARED / "notices").glob("*.doc"))
    if identify(file.read_bytes()) == "doc"
]
PAIRS = [(file, gold) for file in FILES if (gold := SHARED / "gold" / f"{file.stem}.json").exists()]
MISSING = "the shared notices are not beside the repository"


def squeezed(text: str) -> str:
    """Without blanks, and without the glyphs of a private font and the marks that stand for them."""
    return re.sub(r"[\s\ue000-\uf8ff.]", "", text)


@pytest.mark.skipif(not PAIRS, reason=MISSING)
@pytest.mark.parametrize(("file", "gold"), PAIRS, ids=[file.stem for file, _ in PAIRS])
def test_every_heading_and_task_of_the_gold_data_is_in_the_text(file: Path, gold: Path) -> None:
    text = squeezed(read_doc(file.read_bytes(), file.name, "").text)
    documents = json.loads(gold.read_text("utf-8"))["documents"]
    wanted = [squeezed(entry["label"] + entry["title"]) for each in documents for entry in each["outline"]]
    wanted += [squeezed(task["anchor"]) for each in documents for task in each["tasks"]]
    assert [words for words in wanted if words not in text] == []


@pytest.mark.skipif(not FILES, reason=MISSING)
@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_nothing_of_a_real_file_is_damaged_and_no_control_character_is_left(file: Path) -> None:
    read = read_doc(file.read_bytes(), file.name, "")
    assert [problem for problem in read.problems if problem.severity != "info"] == []
    assert re.findall(r"[\x00-\x08\x0b-\x1f]|HYPERLINK|MERGEFIELD|EMBED |PAGEREF", read.text) == []
