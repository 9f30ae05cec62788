"""Where words stand in notices and tasks, with some of the text around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.model.fold import fold
from extractor.store import passages
from extractor.store.questions.conditions import OF_WORDS

if TYPE_CHECKING:
    from extractor.store.questions.asking import Ledger

_TABLES = {"document": "documents", "task": "tasks"}
_FOUND = f"FROM {{table}} AS held WHERE held.held AND held.passage IN ({OF_WORDS})"
_HITS = (
    "SELECT passages.part, passages.id, passages.file, passages.text FROM passages "
    "WHERE passages.key IN (SELECT held.passage {found} ORDER BY held.passage {most}) ORDER BY passages.key"
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


def search(connection: Ledger, words: str, part: str, limit: int | None) -> list[Hit]:
    """The first ``limit`` documents or tasks with all ``words``, which blanks separate; empty words find none.

    Of a document in several files only the version that counts is searched.
    """
    query = passages.query(words)
    found = _FOUND.format(table=_TABLES[part])
    most = "" if limit is None else "LIMIT ?"
    values = (query,) if limit is None else (query, limit)
    rows = connection.execute(_HITS.format(found=found, most=most), values) if query else ()
    pattern = _pattern(words)
    return [Hit(part, id_, file, *_around(text, pattern)) for part, id_, file, text in rows]


def counts(connection: Ledger, words: str) -> dict[str, int]:
    """How many documents and how many tasks have all ``words``."""
    query = passages.query(words)
    if not query:
        return dict.fromkeys(_TABLES, 0)
    counted = {part: f"SELECT count(*) {_FOUND.format(table=table)}" for part, table in _TABLES.items()}
    return {part: int(connection.execute(each, (query,)).fetchone()[0]) for part, each in counted.items()}


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
