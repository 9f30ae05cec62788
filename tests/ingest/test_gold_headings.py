"""Every heading of the annotated text notices stands at the beginning of a paragraph."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING

from extractor.ingest.read import read

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.rules.book import RuleBook

LABEL = re.compile(r"(?:[—一二三四五六七八九十]{1,4}[、.,]|\(?[一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、,])")


def plain(text: str) -> str:
    return re.sub(r"[\s*#]+", "", unicodedata.normalize("NFKC", text)).rstrip("。;；:")


def test_headings_begin_paragraphs(shared: Path, book: RuleBook) -> None:
    texts = [path for path in sorted((shared / "notices").iterdir()) if path.suffix in (".txt", ".md")]
    annotated = [path for path in texts if (shared / "gold" / f"{path.stem}.json").is_file()]
    for path in annotated:
        annotation = json.loads((shared / "gold" / f"{path.stem}.json").read_text("utf-8"))
        source = read(path, path.name, book)
        lines = [plain(line) for line in source.text.splitlines()]
        beginnings = lines + [LABEL.sub("", line, count=1) for line in lines]
        titles = [plain(entry["title"]) for part in annotation["documents"] for entry in part["outline"]]
        assert [title for title in titles if not any(line.startswith(title) for line in beginnings)] == []
    assert annotated
