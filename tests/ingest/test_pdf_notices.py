"""Published notices: what stands on the printed page, measured against clean text and gold outlines."""

from __future__ import annotations

import difflib
import json
import re
from typing import TYPE_CHECKING

import pytest

from extractor.ingest.ocr import scans
from extractor.ingest.pdf.file import read_pdf
from extractor.model.errors import ScanWithoutText
from extractor.model.fold import fold

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.model.source import Source


def notice(shared: Path, name: str) -> Source:
    path = shared / "notices" / f"{name}.pdf"
    return read_pdf(path.read_bytes(), path.name, "")


def bare(text: str) -> str:
    return re.sub(r"[\s\-《》“”〔〕]+", "", fold(text)).rstrip("。；：，、.")


@pytest.mark.parametrize("name", ["d015", "d021", "d030", "d032", "e009"])
def test_every_heading_of_the_outline_begins_a_paragraph(shared: Path, name: str) -> None:
    gold = json.loads((shared / "gold" / f"{name}.json").read_text("utf-8"))
    paragraphs = [bare(part) for part in re.split(r"[\n\t]", notice(shared, name).text)]
    outline = [entry for part in gold["documents"] for entry in part["outline"]]
    headings = [bare(entry["label"] + entry["title"]) for entry in outline]
    assert [words for words in headings if not any(part.startswith(words) for part in paragraphs)] == []


def test_the_text_is_the_clean_text_to_one_character_in_two_hundred(shared: Path) -> None:
    clean = re.sub(r"\s", "", (shared / "notices" / "d031.txt").read_text("utf-8"))
    found = re.sub(r"\s", "", notice(shared, "d030").text)
    blocks = difflib.SequenceMatcher(None, clean, found, autojunk=False).get_matching_blocks()
    assert sum(block.size for block in blocks) >= 0.995 * len(clean)


@pytest.mark.parametrize(("name", "pages"), [("d026", "8"), ("e025", "3")])
def test_scans_are_refused_without_recognition(
    shared: Path, monkeypatch: pytest.MonkeyPatch, name: str, pages: str
) -> None:
    monkeypatch.setattr(scans, "is_installed", lambda: False)
    with pytest.raises(ScanWithoutText) as caught:
        notice(shared, name)
    assert caught.value.details == {"pages": pages}


def test_a_table_over_twenty_seven_pages_is_one(shared: Path) -> None:
    table = notice(shared, "d020").tables[0]
    assert max(cell.row for cell in table.cells) == 55
