"""Where words stand in notices and tasks, with some of the text around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.model.fold import fold
from extractor.store import passages

if TYPE_CHECKING:
    import sqlite3

_HITS = """
SELECT passages.part, passages.id, passages.file, passages.text FROM pairs JOIN passages ON passages.key = pairs.rowid
WHERE pairs MATCH ? AND passages.part = ? LIMIT ?
"""
_COUNT = (
    "SELECT passages.part, count(*) FROM pairs JOIN passages ON passages.key = pairs.rowid WHERE pairs MATCH ? "
    "GROUP BY passages.part"
)
_AROUND = 18  # characters before and behind the words


@dataclass(frozen=True, slots=True)
class Hit:
    """A document or task in whose text all words stand.

    Attributes:
        part: ``document`` or ``task``.
        id: its id.
        file: the file that it stands in.
        before: text before the first of the words.
        words: the words as printed.
        after: text behind them.
    """

    part: str
    id: str
    file: str
    before: str
    words: str
    after: str


def search(connection: sqlite3.Connection, words: str, part: str, limit: int) -> list[Hit]:
    """The first ``limit`` documents or tasks with all ``words``, which blanks separate; empty words find none."""
    query = passages.query(words)
    rows = connection.execute(_HITS, (query, part, limit)) if query else ()
    pattern = _pattern(words)
    return [Hit(part, id_, file, *_around(text, pattern)) for part, id_, file, text in rows]


def counts(connection: sqlite3.Connection, words: str) -> dict[str, int]:
    """How many documents and how many tasks have all ``words``."""
    query = passages.query(words)
    found = connection.execute(_COUNT, (query,)).fetchall() if query else []
    return {"document": 0, "task": 0} | dict(found)


def _pattern(words: str) -> re.Pattern[str]:
    """The words as they may be printed: of either width and case, with layout between any two characters."""
    each = (r"\s*".join(map(re.escape, fold(word))) for word in words.split())
    return re.compile("|".join(each), re.IGNORECASE)


def _around(text: str, pattern: re.Pattern[str]) -> tuple[str, str, str]:
    match = pattern.search(fold(text))
    start, end = match.span() if match else (0, 0)
    pieces = text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND]
    before, found, after = (" ".join(piece.split()) for piece in pieces)
    return before, found, after
